/** Instructions that read text. */
import { smallUnit } from '../caseFolding.ts';
import { Instruction } from '../Instruction.ts';
import type { Machine } from '../Machine.ts';
import type { BackReference } from '../nodes.ts';
import type { UnitSet } from '../UnitSet.ts';

/** One unit of a set. */
export class Unit extends Instruction {
  readonly #set: UnitSet;
  readonly #next: Instruction;

  constructor(set: UnitSet, next: Instruction) {
    super();
    this.#set = set;
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    const { at, text } = machine;
    if (at >= text.length || !this.#set.has(text.charCodeAt(at))) return null;
    machine.at = at + 1;
    return this.#next;
  }
}

/** One unit of a set, in front of the place. */
export class UnitLeftwards extends Instruction {
  readonly #set: UnitSet;
  readonly #next: Instruction;

  constructor(set: UnitSet, next: Instruction) {
    super();
    this.#set = set;
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    const { at, text } = machine;
    if (at === 0 || !this.#set.has(text.charCodeAt(at - 1))) return null;
    machine.at = at - 1;
    return this.#next;
  }
}

/** A literal. */
export class Text extends Instruction {
  readonly text: string;
  readonly #next: Instruction;

  constructor(text: string, next: Instruction) {
    super();
    this.text = text;
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    if (!machine.text.startsWith(this.text, machine.at)) return null;
    machine.at += this.text.length;
    return this.#next;
  }
}

/** A literal in front of the place. */
export class TextLeftwards extends Instruction {
  readonly #text: string;
  readonly #next: Instruction;

  constructor(text: string, next: Instruction) {
    super();
    this.#text = text;
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    if (!machine.text.endsWith(this.#text, machine.at)) return null;
    machine.at -= this.#text.length;
    return this.#next;
  }
}

/** What a group captured last, once more. */
export class Reference extends Instruction {
  readonly #reference: BackReference;
  readonly #next: Instruction;

  constructor(reference: BackReference, next: Instruction) {
    super();
    this.#reference = reference;
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    const { slot, ignoreCase, leftwards, isEmptyWhenUnset } = this.#reference;
    const capture = machine.captures[slot];
    if (!capture) return isEmptyWhenUnset ? this.#next : null;
    const length = capture.end - capture.start;
    const start = leftwards ? machine.at - length : machine.at;
    if (start < 0 || start + length > machine.text.length) return null;
    machine.worked(length);
    if (!isSame(machine.text, capture.start, start, length, ignoreCase)) return null;
    machine.at = leftwards ? start : start + length;
    return this.#next;
  }
}

function isSame(
  text: string,
  one: number,
  other: number,
  length: number,
  ignoreCase: boolean,
): boolean {
  for (let i = 0; i < length; i++) {
    const [a, b] = [text.charCodeAt(one + i), text.charCodeAt(other + i)];
    if (a !== b && !(ignoreCase && smallUnit(a) === smallUnit(b))) return false;
  }
  return true;
}
