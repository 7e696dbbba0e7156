import type { Machine } from './Machine.ts';

/** One step of a program that matches. Instructions know what comes next: a program is a graph. */
export abstract class Instruction {
  /** What to do next, or null when this cannot match here. */
  abstract step(machine: Machine): Instruction | null;
}

class Accept extends Instruction {
  step(): Instruction {
    return this;
  }
}

/** The end of every program. */
export const accept: Instruction = new Accept();

/** The note of an instruction that takes none; see Machine. */
export const unnoted = -1;
