/** Instructions that read as many units of a set as they shall. */
import { Instruction } from '../Instruction.ts';
import type { Machine } from '../Machine.ts';
import type { UnitSet } from '../UnitSet.ts';
import { Text } from './units.ts';

export interface Repeat {
  readonly set: UnitSet;
  readonly min: number;
  readonly max: number;
  /** 1 to the right, -1 to the left. */
  readonly direction: 1 | -1;
}

/** Notes that a loop takes where it begins and at the places in it. */
export interface Notes {
  readonly before: number;
  readonly inside: number;
}

/** The place after at most `max` units of the set. */
function run({ set, direction, max }: Repeat, { text, at }: Machine): number {
  let place = at;
  if (direction === 1) {
    const end = Math.min(text.length, at + max);
    while (place < end && set.has(text.charCodeAt(place))) place++;
  } else {
    const end = Math.max(0, at - max);
    while (place > end && set.has(text.charCodeAt(place - 1))) place--;
  }
  return place;
}

/** As many as there are, then fewer. */
export class Greedy extends Instruction {
  readonly #repeat: Repeat;
  readonly #next: Instruction;
  readonly #fewer: Fewer;
  readonly #note: number;

  constructor(repeat: Repeat, next: Instruction, notes: Notes) {
    super();
    this.#repeat = repeat;
    this.#next = next;
    this.#fewer = new Fewer(repeat, next, notes.inside);
    this.#note = notes.before;
  }

  step(machine: Machine): Instruction | null {
    if (machine.wasAt(this.#note)) return null;
    const { min, direction } = this.#repeat;
    const least = machine.at + min * direction;
    const most = run(this.#repeat, machine);
    machine.worked(Math.abs(most - machine.at));
    if ((most - least) * direction < 0) return null;
    machine.at = most;
    if (most !== least) machine.push(this.#fewer, least);
    return this.#next;
  }
}

/** Gives units back, one at a time, down to the least place. */
class Fewer extends Instruction {
  readonly #direction: 1 | -1;
  readonly #next: Instruction;
  readonly #note: number;
  /** The unit that must follow for `next` to match; NaN when that is not known. */
  readonly #wanted: number;

  constructor({ direction }: Repeat, next: Instruction, note: number) {
    super();
    this.#direction = direction;
    this.#next = next;
    this.#note = note;
    this.#wanted = direction === 1 && next instanceof Text ? next.text.charCodeAt(0) : Number.NaN;
  }

  step(machine: Machine): Instruction | null {
    const least = machine.extra;
    const start = machine.at;
    for (let at = start - this.#direction; ; at -= this.#direction) {
      if ((at - least) * this.#direction < 0) {
        machine.worked(Math.abs(start - at));
        return null;
      }
      if (this.#isHopeless(machine, at)) continue;
      machine.worked(Math.abs(start - at));
      machine.at = at;
      if (at !== least) machine.push(this, least);
      return this.#next;
    }
  }

  #isHopeless(machine: Machine, at: number): boolean {
    const isOther = !Number.isNaN(this.#wanted) && machine.text.charCodeAt(at) !== this.#wanted;
    return isOther || machine.wasAt(this.#note, at);
  }
}

/** As many as there are, and never fewer. */
export class Possessive extends Instruction {
  readonly #repeat: Repeat;
  readonly #next: Instruction;

  constructor(repeat: Repeat, next: Instruction) {
    super();
    this.#repeat = repeat;
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    const taken = Math.abs(run(this.#repeat, machine) - machine.at);
    machine.worked(taken);
    if (taken < this.#repeat.min) return null;
    machine.at += taken * this.#repeat.direction;
    return this.#next;
  }
}

/** As few as needed, then more. */
export class Lazy extends Instruction {
  readonly #repeat: Repeat;
  readonly #least: Repeat;
  readonly #next: Instruction;
  readonly #more: More;
  readonly #note: number;

  constructor(repeat: Repeat, next: Instruction, notes: Notes) {
    super();
    this.#repeat = repeat;
    this.#least = { ...repeat, max: repeat.min };
    this.#next = next;
    this.#more = new More(repeat, next, notes.inside);
    this.#note = notes.before;
  }

  step(machine: Machine): Instruction | null {
    if (machine.wasAt(this.#note)) return null;
    const { min, max } = this.#repeat;
    const taken = Math.abs(run(this.#least, machine) - machine.at);
    machine.worked(taken);
    if (taken < min) return null;
    machine.at += min * this.#repeat.direction;
    if (max > min) machine.push(this.#more, max - min);
    return this.#next;
  }
}

/** Takes one unit more. */
class More extends Instruction {
  readonly #repeat: Repeat;
  readonly #next: Instruction;
  readonly #note: number;

  constructor(repeat: Repeat, next: Instruction, note: number) {
    super();
    this.#repeat = repeat;
    this.#next = next;
    this.#note = note;
  }

  step(machine: Machine): Instruction | null {
    if (machine.wasAt(this.#note)) return null;
    const left = machine.extra;
    const { set, direction } = this.#repeat;
    const { text, at } = machine;
    const unit = text.charCodeAt(direction === 1 ? at : at - 1);
    if (Number.isNaN(unit) || !set.has(unit)) return null;
    machine.at = at + direction;
    if (left > 1) machine.push(this, left - 1);
    return this.#next;
  }
}
