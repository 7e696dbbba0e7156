/** Instructions that look at a place and take nothing. */
import { isEcmaScriptWordUnit, isWordUnit } from '../classes.ts';
import { Instruction } from '../Instruction.ts';
import type { Machine } from '../Machine.ts';
import type { Anchor } from '../nodes.ts';

type Test = (machine: Machine) => boolean;

const newLine = 0x0a;

function isBoundary({ text, at }: Machine, isWord: (unit: number) => boolean): boolean {
  const before = at > 0 && isWord(text.charCodeAt(at - 1));
  return before !== (at < text.length && isWord(text.charCodeAt(at)));
}

const tests: Readonly<Record<Anchor, Test>> = {
  lineStart: ({ text, at }) => at === 0 || text.charCodeAt(at - 1) === newLine,
  lineEnd: ({ text, at }) => at === text.length || text.charCodeAt(at) === newLine,
  start: ({ at }) => at === 0,
  previousEnd: ({ at, previousEnd }) => at === previousEnd,
  endOrLastLine: ({ text, at }) =>
    at === text.length || (at === text.length - 1 && text.charCodeAt(at) === newLine),
  end: ({ text, at }) => at === text.length,
  boundary: (machine) => isBoundary(machine, isWordUnit),
  noBoundary: (machine) => !isBoundary(machine, isWordUnit),
  ecmaBoundary: (machine) => isBoundary(machine, isEcmaScriptWordUnit),
  noEcmaBoundary: (machine) => !isBoundary(machine, isEcmaScriptWordUnit),
};

export class Place extends Instruction {
  readonly #test: Test;
  readonly #next: Instruction;

  constructor(anchor: Anchor, next: Instruction) {
    super();
    this.#test = tests[anchor];
    this.#next = next;
  }

  step(machine: Machine): Instruction | null {
    return this.#test(machine) ? this.#next : null;
  }
}
