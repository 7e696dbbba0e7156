/** Instructions of loops over more than one unit, and of alternatives. */
import { Instruction } from '../Instruction.ts';
import type { Machine } from '../Machine.ts';

/** One way, then the other. */
export class Choice extends Instruction {
  readonly #first: Instruction;
  readonly #second: Instruction;
  readonly #note: number;

  constructor(first: Instruction, second: Instruction, note: number) {
    super();
    this.#first = first;
    this.#second = second;
    this.#note = note;
  }

  step(machine: Machine): Instruction | null {
    if (machine.wasAt(this.#note)) return null;
    machine.push(this.#second);
    return this.#first;
  }
}

/** Several ways in turn. */
export class Alternatives extends Instruction {
  readonly #ways: readonly Instruction[];
  readonly #note: number;

  constructor(ways: readonly Instruction[], note: number) {
    super();
    this.#ways = ways;
    this.#note = note;
  }

  step(machine: Machine): Instruction | null {
    if (machine.wasAt(this.#note)) return null;
    for (let i = this.#ways.length - 1; i > 0; i--) machine.push(this.#ways[i]!);
    return this.#ways[0]!;
  }
}

/** Notes the place, or -1 for a loop that was not entered. */
export class Mark extends Instruction {
  readonly #mark: number;
  readonly #isEntered: boolean;
  readonly #next: Instruction;

  constructor(mark: number, isEntered: boolean, next: Instruction) {
    super();
    this.#mark = mark;
    this.#isEntered = isEntered;
    this.#next = next;
  }

  step(machine: Machine): Instruction {
    machine.setMark(this.#mark, this.#isEntered ? machine.at : -1);
    return this.#next;
  }
}

/** Goes one way after a round that took nothing and another after one that did. */
export class IfEmpty extends Instruction {
  readonly #mark: number;
  readonly #yes: Instruction;
  readonly #no: Instruction;

  constructor(mark: number, yes: Instruction, no: Instruction) {
    super();
    this.#mark = mark;
    this.#yes = yes;
    this.#no = no;
  }

  step(machine: Machine): Instruction {
    return machine.marks[this.#mark] === machine.at ? this.#yes : this.#no;
  }
}

/** Begins to count rounds: those that must be are below zero. */
export class Count extends Instruction {
  readonly #counter: number;
  readonly #value: number;
  readonly #next: Instruction;

  constructor(counter: number, value: number, next: Instruction) {
    super();
    this.#counter = counter;
    this.#value = value;
    this.#next = next;
  }

  step(machine: Machine): Instruction {
    machine.setMark(this.#counter, this.#value);
    return this.#next;
  }
}

/** What all ends of rounds have: where the next round begins is known after they are made. */
abstract class RoundEnd extends Instruction {
  protected readonly mark: number;
  protected readonly next: Instruction;
  #body: Instruction | undefined;

  constructor(mark: number, next: Instruction) {
    super();
    this.mark = mark;
    this.next = next;
  }

  set body(body: Instruction) {
    this.#body = body;
  }

  /** Begins another round here. */
  again(machine: Machine): Instruction {
    machine.setMark(this.mark, machine.at);
    return this.#body!;
  }

  protected isEmpty(machine: Machine): boolean {
    return machine.marks[this.mark] === machine.at;
  }
}

/** Another round unless this one took nothing, else on. */
export class GreedyEnd extends RoundEnd {
  readonly #note: number;

  constructor(mark: number, next: Instruction, note: number) {
    super(mark, next);
    this.#note = note;
  }

  step(machine: Machine): Instruction | null {
    if (this.isEmpty(machine)) return this.next;
    if (machine.wasAt(this.#note)) return null;
    machine.push(this.next);
    return this.again(machine);
  }
}

/** On, else another round unless this one took nothing. */
export class LazyEnd extends RoundEnd {
  readonly #note: number;
  readonly #again: Again = new Again(this);

  constructor(mark: number, next: Instruction, note: number) {
    super(mark, next);
    this.#note = note;
  }

  step(machine: Machine): Instruction | null {
    if (this.isEmpty(machine)) return this.next;
    if (machine.wasAt(this.#note)) return null;
    machine.push(this.#again);
    return this.next;
  }
}

class Again extends Instruction {
  readonly #end: RoundEnd;

  constructor(end: RoundEnd) {
    super();
    this.#end = end;
  }

  step(machine: Machine): Instruction | null {
    return this.#end.again(machine);
  }
}

/** The same with a number of rounds. */
abstract class CountedEnd extends RoundEnd {
  readonly #counter: number;
  readonly #most: number;

  /** `most`: rounds beyond those that must be. */
  constructor(mark: number, counter: number, most: number, next: Instruction) {
    super(mark, next);
    this.#counter = counter;
    this.#most = most;
  }

  protected count(machine: Machine): number {
    return machine.marks[this.#counter]!;
  }

  protected isEnough(machine: Machine): boolean {
    const count = this.count(machine);
    return count >= this.#most || (count >= 0 && this.isEmpty(machine));
  }

  override again(machine: Machine): Instruction {
    machine.setMark(this.#counter, this.count(machine) + 1);
    return super.again(machine);
  }
}

export class CountedGreedyEnd extends CountedEnd {
  step(machine: Machine): Instruction {
    if (this.isEnough(machine)) return this.next;
    if (this.count(machine) >= 0) machine.push(this.next);
    return this.again(machine);
  }
}

export class CountedLazyEnd extends CountedEnd {
  readonly #again: Again = new Again(this);

  step(machine: Machine): Instruction {
    if (this.count(machine) < 0) return this.again(machine);
    if (!this.isEnough(machine)) machine.push(this.#again);
    return this.next;
  }
}
