/** Instructions of groups, look-around and conditions. */
import { Instruction } from '../Instruction.ts';
import type { Machine } from '../Machine.ts';

/** Captures what stands between a mark and the place. */
export class EndCapture extends Instruction {
  readonly #slot: number;
  readonly #mark: number;
  readonly #next: Instruction;

  constructor(slot: number, mark: number, next: Instruction) {
    super();
    this.#slot = slot;
    this.#mark = mark;
    this.#next = next;
  }

  step(machine: Machine): Instruction {
    const { at, captures } = machine;
    const mark = machine.marks[this.#mark]!;
    const previous = captures[this.#slot]!;
    const [start, end] = mark < at ? [mark, at] : [at, mark];
    machine.setCapture(this.#slot, { start, end, previous });
    return this.#next;
  }
}

/**
 * Takes the last capture of a group away and captures what stands between it and this group
 * (https://learn.microsoft.com/dotnet/standard/base-types/grouping-constructs-in-regular-expressions#balancing-group-definitions).
 */
export class EndBalance extends Instruction {
  readonly #slot: number | undefined;
  readonly #balanced: number;
  readonly #mark: number;
  readonly #next: Instruction;

  constructor(slot: number | undefined, balanced: number, mark: number, next: Instruction) {
    super();
    this.#slot = slot;
    this.#balanced = balanced;
    this.#mark = mark;
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    const other = machine.captures[this.#balanced];
    if (!other) return null;
    const { at } = machine;
    const mark = machine.marks[this.#mark]!;
    const [start, end] = between(Math.min(mark, at), Math.max(mark, at), other);
    machine.setCapture(this.#balanced, other.previous);
    if (this.#slot !== undefined) {
      machine.setCapture(this.#slot, { start, end, previous: machine.captures[this.#slot]! });
    }
    return this.#next;
  }
}

function between(
  start: number,
  end: number,
  other: { readonly start: number; readonly end: number },
): [start: number, end: number] {
  if (start >= other.end) return [other.end, start];
  if (end <= other.start) return [end, other.start];
  return [Math.max(start, other.start), Math.min(end, other.end)];
}

/** Remembers how many choices there are and where it is. */
export class Enter extends Instruction {
  readonly #heightMark: number;
  readonly #placeMark: number;
  readonly #next: Instruction;

  constructor(heightMark: number, placeMark: number, next: Instruction) {
    super();
    this.#heightMark = heightMark;
    this.#placeMark = placeMark;
    this.#next = next;
  }

  step(machine: Machine): Instruction {
    machine.setMark(this.#heightMark, machine.height);
    machine.setMark(this.#placeMark, machine.at);
    return this.#next;
  }
}

/** Forgets the choices since `Enter`: what was matched stays as it is. */
export class Leave extends Instruction {
  readonly #heightMark: number;
  readonly #next: Instruction;

  constructor(heightMark: number, next: Instruction) {
    super();
    this.#heightMark = heightMark;
    this.#next = next;
  }

  step(machine: Machine): Instruction {
    machine.cut(machine.marks[this.#heightMark]!);
    return this.#next;
  }
}

/** The same, and goes back to where it was. */
export class Return extends Instruction {
  readonly #heightMark: number;
  readonly #placeMark: number;
  readonly #next: Instruction;

  constructor(heightMark: number, placeMark: number, next: Instruction) {
    super();
    this.#heightMark = heightMark;
    this.#placeMark = placeMark;
    this.#next = next;
  }

  step(machine: Machine): Instruction {
    machine.cut(machine.marks[this.#heightMark]!);
    machine.at = machine.marks[this.#placeMark]!;
    return this.#next;
  }
}

/** The end of what must not match: forgets its choices and fails. */
export class Refuse extends Instruction {
  readonly #heightMark: number;

  constructor(heightMark: number) {
    super();
    this.#heightMark = heightMark;
  }

  step(machine: Machine): null {
    machine.cut(machine.marks[this.#heightMark]!);
    return null;
  }
}

/** Goes one way when a group has captured something and another when not. */
export class IfGroup extends Instruction {
  readonly #slot: number;
  readonly #yes: Instruction;
  readonly #no: Instruction;

  constructor(slot: number, yes: Instruction, no: Instruction) {
    super();
    this.#slot = slot;
    this.#yes = yes;
    this.#no = no;
  }

  step(machine: Machine): Instruction {
    return machine.captures[this.#slot] ? this.#yes : this.#no;
  }
}
