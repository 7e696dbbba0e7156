import { accept, unnoted } from './Instruction.ts';
import type { Instruction } from './Instruction.ts';

/** One capture of a group, and the one before it. */
export interface Capture {
  readonly start: number;
  readonly end: number;
  readonly previous: Capture | null;
}

/** Hears of work done, and throws when it was enough. */
export type Spend = (steps: number) => void;

/** A match needs more memory than one may have. */
export class MatchTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The match needs more than ${limit} choices.`);
    this.name = 'MatchTooLarge';
    this.limit = limit;
  }
}

const maximumChoices = 2 ** 22;
const maximumTrail = 2 ** 23;
const stepsBetweenReports = 4096;
const stepsBeforeNotes = 8 * stepsBetweenReports;
const maximumNotes = 2 ** 27;
const keptLength = 4096;

/** How many numbers describe a choice: place, heights of both trails, extra. */
const choiceSize = 4;

/**
 * Runs a program over a text by backtracking. Choices that were not taken yet stand on a stack;
 * changes of marks and captures stand on trails, so that going back undoes them.
 *
 * When a match takes long, it is noted at which places an instruction with choices was, and it is
 * not run there again: what follows depends on nothing else, as the assembler makes sure. So patterns such as `(a+)+$` take
 * time in proportion to the text and not its exponential ("Using Selective Memoization to Defeat
 * Regular Expression Denial of Service", Davis et al., IEEE S&P 2021).
 */
export class Machine {
  text = '';
  /** Where the previous match ended: `\G`. */
  previousEnd = 0;
  at = 0;
  /** Of the choice that was taken up last. */
  extra = 0;
  readonly marks: number[];
  readonly captures: (Capture | null)[];
  readonly #notesPerUnit: number;
  #spend: Spend = ignore;
  #fuel = stepsBetweenReports;
  #steps = 0;
  #notes: Uint8Array | undefined;
  #height = 0;
  readonly #choices: Instruction[] = [];
  readonly #numbers: number[] = [];
  /** Marks and what they were, by turns. Trails keep their room: only their heights go down. */
  readonly #markTrail: number[] = [];
  #markHeight = 0;
  readonly #captureTrail: (Capture | null)[] = [];
  readonly #slotTrail: number[] = [];
  #slotHeight = 0;

  constructor(needs: { readonly marks: number; readonly slots: number; readonly notes: number }) {
    this.marks = Array.from({ length: needs.marks }, () => 0);
    this.captures = Array.from({ length: needs.slots }, () => null);
    this.#notesPerUnit = needs.notes;
  }

  /** Begins with a text. */
  begin(text: string, previousEnd: number, spend: Spend): void {
    this.text = text;
    this.previousEnd = previousEnd;
    this.#spend = spend;
    this.#fuel = stepsBetweenReports;
    this.#steps = 0;
    this.#notes = undefined;
  }

  /** Lets go of the text and of the memory that it took. */
  end(): void {
    this.begin('', 0, ignore);
    this.#undo(0, 0);
    for (const stack of [
      this.#choices,
      this.#numbers,
      this.#markTrail,
      this.#captureTrail,
      this.#slotTrail,
    ]) {
      if (stack.length > keptLength) stack.length = 0;
    }
  }

  /** Whether the program matches at a place. @throws MatchTooLarge, and what `spend` throws */
  matchesAt(start: number, program: Instruction): boolean {
    this.#reset(start);
    let next: Instruction | null = program;
    for (;;) {
      if (--this.#fuel <= 0) this.#report();
      next = next.step(this) ?? this.#takeUp();
      if (next === null) return false;
      if (next === accept) return true;
    }
  }

  #reset(start: number): void {
    this.at = start;
    this.#height = 0;
    this.#undo(0, 0);
  }

  /** Counts work that one step did on many units. */
  worked(units: number): void {
    this.#fuel -= units >> 3;
  }

  #report(): void {
    const steps = stepsBetweenReports - this.#fuel;
    this.#steps += steps;
    this.#fuel = stepsBetweenReports;
    this.#spend(steps);
    if (this.#notes || this.#notesPerUnit === 0 || this.#steps < stepsBeforeNotes) return;
    const size = this.#notesPerUnit * (this.text.length + 1);
    if (size <= maximumNotes) this.#notes = new Uint8Array((size >> 3) + 1);
  }

  /** The choice to go on with when what was chosen first fails. */
  push(to: Instruction, extra = 0): void {
    if (this.#height === maximumChoices) throw new MatchTooLarge(maximumChoices);
    const base = this.#height * choiceSize;
    this.#choices[this.#height++] = to;
    this.#numbers[base] = this.at;
    this.#numbers[base + 1] = this.#markHeight;
    this.#numbers[base + 2] = this.#slotHeight;
    this.#numbers[base + 3] = extra;
  }

  #takeUp(): Instruction | null {
    if (this.#height === 0) return null;
    const base = --this.#height * choiceSize;
    this.at = this.#numbers[base]!;
    this.#undo(this.#numbers[base + 1]!, this.#numbers[base + 2]!);
    this.extra = this.#numbers[base + 3]!;
    return this.#choices[this.#height]!;
  }

  #undo(markHeight: number, slotHeight: number): void {
    while (this.#markHeight > markHeight) {
      this.#markHeight -= 2;
      this.marks[this.#markTrail[this.#markHeight]!] = this.#markTrail[this.#markHeight + 1]!;
    }
    while (this.#slotHeight > slotHeight) {
      this.#slotHeight--;
      this.captures[this.#slotTrail[this.#slotHeight]!] = this.#captureTrail[this.#slotHeight]!;
    }
  }

  /** Whether a note was taken at a place before; takes it now. */
  wasAt(note: number, place = this.at): boolean {
    if (this.#notes === undefined || note === unnoted) return false;
    const bit = place * this.#notesPerUnit + note;
    const [index, mask] = [bit >> 3, 1 << (bit & 7)];
    if ((this.#notes[index]! & mask) !== 0) return true;
    this.#notes[index]! |= mask;
    return false;
  }

  /** How many choices there are now; for `cut`. */
  get height(): number {
    return this.#height;
  }

  /** Forgets all choices since there were so many. */
  cut(height: number): void {
    this.#height = height;
  }

  setMark(mark: number, value: number): void {
    if (this.#markHeight >= maximumTrail) throw new MatchTooLarge(maximumTrail);
    this.#markTrail[this.#markHeight++] = mark;
    this.#markTrail[this.#markHeight++] = this.marks[mark]!;
    this.marks[mark] = value;
  }

  setCapture(slot: number, capture: Capture | null): void {
    if (this.#slotHeight >= maximumTrail) throw new MatchTooLarge(maximumTrail);
    this.#slotTrail[this.#slotHeight] = slot;
    this.#captureTrail[this.#slotHeight++] = this.captures[slot]!;
    this.captures[slot] = capture;
  }
}

function ignore(): void {
  // Nobody asks between matches.
}
