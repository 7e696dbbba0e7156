import { accept, unnoted } from './Instruction.ts';
import type { Instruction } from './Instruction.ts';
import { Place } from './instructions/anchors.ts';
import {
  EndBalance,
  EndCapture,
  Enter,
  IfGroup,
  Leave,
  Refuse,
  Return,
} from './instructions/groups.ts';
import {
  Alternatives,
  Choice,
  Count,
  CountedGreedyEnd,
  CountedLazyEnd,
  GreedyEnd,
  IfEmpty,
  LazyEnd,
  Mark,
} from './instructions/loops.ts';
import { Greedy, Lazy, Possessive } from './instructions/repeats.ts';
import type { Repeat } from './instructions/repeats.ts';
import { Reference, Text, TextLeftwards, Unit, UnitLeftwards } from './instructions/units.ts';
import { loopForm } from './loopForm.ts';
import { isNotable } from './isNotable.ts';
import type { Capturing, Loop, Node } from './nodes.ts';
import { unlimited } from './nodes.ts';
import { UnitSet } from './UnitSet.ts';

/** A pattern that can run, and how much of what it needs. */
export interface Program {
  readonly first: Instruction;
  readonly marks: number;
  readonly slots: number;
  /** How many notes instructions may take at one place. */
  readonly notes: number;
}

export function assemble(node: Node, slots: number): Program {
  const assembler = new Assembler(isNotable(node));
  const first = assembler.assemble(node, accept);
  return { first, marks: assembler.marks, slots, notes: assembler.notes };
}

/** Makes instructions from the end to the start, so that each knows its next. */
class Assembler {
  marks = 0;
  notes = 0;
  #isNoting: boolean;

  constructor(isNoting: boolean) {
    this.#isNoting = isNoting;
  }

  assemble(node: Node, next: Instruction): Instruction {
    switch (node.kind) {
      case 'empty':
        return next;
      case 'text':
        return node.leftwards ? new TextLeftwards(node.text, next) : new Text(node.text, next);
      case 'unit':
        return node.leftwards ? new UnitLeftwards(node.set, next) : new Unit(node.set, next);
      case 'anchor':
        return new Place(node.anchor, next);
      case 'reference':
        return new Reference(node, next);
      case 'sequence':
        return node.nodes.reduceRight((after, part) => this.assemble(part, after), next);
      case 'choice':
        return this.#choice(node.nodes, next);
      case 'loop':
        return this.#loop(node, next);
      case 'capture':
        return this.#capture(node, next);
      case 'atomic':
        return this.#atomic(node.node, next);
      case 'look':
        return node.isNegative ? this.#notFollowed(node.node, next) : this.#look(node.node, next);
      case 'ifGroup':
        return new IfGroup(node.slot, this.assemble(node.yes, next), this.assemble(node.no, next));
      case 'ifMatch': {
        const [yes, no] = [this.assemble(node.yes, next), this.assemble(node.no, next)];
        return this.#look(node.condition, yes, no);
      }
    }
  }

  #mark(): number {
    return this.marks++;
  }

  #note(): number {
    return this.#isNoting ? this.notes++ : unnoted;
  }

  /** What happens in a group that forgets its choices is not noted: it may fail for what follows. */
  #unnoted<Result>(work: () => Result): Result {
    const wasNoting = this.#isNoting;
    this.#isNoting = false;
    const result = work();
    this.#isNoting = wasNoting;
    return result;
  }

  #choice(nodes: readonly Node[], next: Instruction): Instruction {
    return new Alternatives(
      nodes.map((node) => this.assemble(node, next)),
      this.#note(),
    );
  }

  #loop(loop: Loop, next: Instruction): Instruction {
    switch (loopForm(loop)) {
      case 'unit':
      case 'countedUnit':
        return this.#unitLoop(loop, next);
      case 'optional':
        return this.#either(loop, this.assemble(loop.node, next), next);
      case 'open':
        return this.#openLoop(loop, next);
      case 'unrolled':
        return this.#unrolled(loop, next);
      case 'counted':
        return this.#countedLoop(loop, next);
    }
  }

  #unitLoop(loop: Loop, next: Instruction): Instruction {
    const notes = { before: this.#note(), inside: this.#note() };
    const repeat = asRepeat(loop);
    return loop.isLazy ? new Lazy(repeat, next, notes) : new Greedy(repeat, next, notes);
  }

  /** A round or what comes after the loop, in the order of the loop. */
  #either({ isLazy }: Loop, round: Instruction, next: Instruction): Instruction {
    const note = this.#note();
    return isLazy ? new Choice(next, round, note) : new Choice(round, next, note);
  }

  /** Round by round. After a round that took nothing and need not be, there is no other. */
  #unrolled(loop: Loop, next: Instruction): Instruction {
    const { node, min, max } = loop;
    if (max === unlimited) {
      const last = this.#openLoop({ ...loop, min: 1 }, next);
      return this.#rounds(node, min - 1, last);
    }
    if (max === min) return this.#rounds(node, min, next);
    let rest = next;
    for (let round = max; round > min; round--) {
      rest = this.#either(loop, this.#round(node, rest, next), next);
    }
    return min === 0 ? rest : this.#rounds(node, min - 1, this.#round(node, rest, next));
  }

  /** A round, and the rest of the loop unless it took nothing. */
  #round(node: Node, rest: Instruction, next: Instruction): Instruction {
    if (rest === next) return this.assemble(node, next);
    const mark = this.#mark();
    return new Mark(mark, true, this.assemble(node, new IfEmpty(mark, next, rest)));
  }

  #rounds(node: Node, count: number, next: Instruction): Instruction {
    let rest = next;
    for (let round = 0; round < count; round++) rest = this.assemble(node, rest);
    return rest;
  }
  #openLoop({ node, min, isLazy }: Loop, next: Instruction): Instruction {
    const mark = this.#mark();
    const note = this.#note();
    const end = isLazy ? new LazyEnd(mark, next, note) : new GreedyEnd(mark, next, note);
    const body = this.assemble(node, end);
    end.body = body;
    return min === 0 ? new Mark(mark, false, end) : new Mark(mark, true, body);
  }

  #countedLoop({ node, min, max, isLazy }: Loop, next: Instruction): Instruction {
    const [mark, counter] = [this.#mark(), this.#mark()];
    const most = max === unlimited ? unlimited : max - min;
    const End = isLazy ? CountedLazyEnd : CountedGreedyEnd;
    const end = new End(mark, counter, most, next);
    const body = this.assemble(node, end);
    end.body = body;
    return min === 0
      ? new Mark(mark, false, new Count(counter, 0, end))
      : new Mark(mark, true, new Count(counter, 1 - min, body));
  }

  #capture({ slot, balanced, node }: Capturing, next: Instruction): Instruction {
    const mark = this.#mark();
    const end =
      balanced !== undefined
        ? new EndBalance(slot, balanced, mark, next)
        : slot === undefined
          ? next
          : new EndCapture(slot, mark, next);
    return new Mark(mark, true, this.assemble(node, end));
  }

  #atomic(node: Node, next: Instruction): Instruction {
    if (node.kind === 'loop' && loopForm(node) === 'unit') {
      const repeat = asRepeat(node);
      return new Possessive(node.isLazy ? { ...repeat, max: repeat.min } : repeat, next);
    }
    return this.#unnoted(() => {
      const [height, place] = [this.#mark(), this.#mark()];
      return new Enter(height, place, this.assemble(node, new Leave(height, next)));
    });
  }

  /** Goes on with `next` from the same place when the node matches, else with `otherwise`. */
  #look(node: Node, next: Instruction, otherwise?: Instruction): Instruction {
    return this.#unnoted(() => {
      const [height, place] = [this.#mark(), this.#mark()];
      const body = this.assemble(node, new Return(height, place, next));
      const entered = otherwise ? new Choice(body, otherwise, unnoted) : body;
      return new Enter(height, place, entered);
    });
  }

  #notFollowed(node: Node, next: Instruction): Instruction {
    return this.#unnoted(() => {
      const [height, place] = [this.#mark(), this.#mark()];
      const body = this.assemble(node, new Refuse(height));
      return new Enter(height, place, new Choice(body, next, unnoted));
    });
  }
}

/** What a loop over single units repeats. */
function asRepeat({ node, min, max }: Loop): Repeat {
  if (node.kind !== 'unit' && node.kind !== 'text') throw new Error('a loop over no single unit');
  const set = node.kind === 'unit' ? node.set : setOfText(node.text);
  return { set, min, max, direction: node.leftwards ? -1 : 1 };
}

function setOfText(text: string): UnitSet {
  const unit = text.charCodeAt(0);
  return UnitSet.of([unit, unit]);
}
