import type { Node } from './nodes.ts';
import { UnitSet } from './UnitSet.ts';

/** What every match of a pattern begins with, to find places that are worth a try. */
export interface Leading {
  /** A literal. */
  readonly text?: string;
  /** Or a unit of one of these sets. */
  readonly sets?: readonly UnitSet[];
  /** Whether it matches at the start of the text only. */
  readonly isAtStart?: boolean;
}

/** Of a pattern that reads from left to right. */
export function leadingOf(node: Node): Leading {
  if (startsAtStart(node)) return { isAtStart: true };
  const first = firstNode(node);
  if (first?.kind === 'text') return { text: first.text };
  const { sets, isNullable } = firstUnits(node);
  return isNullable || !sets ? {} : { sets };
}

function firstNode(node: Node): Node | undefined {
  if (node.kind === 'capture' || node.kind === 'atomic') return firstNode(node.node);
  if (node.kind === 'sequence') return node.nodes[0] && firstNode(node.nodes[0]);
  return node;
}

function startsAtStart(node: Node): boolean {
  const first = firstNode(node);
  if (first?.kind === 'choice') return first.nodes.every(startsAtStart);
  return first?.kind === 'anchor' && first.anchor === 'start';
}

interface First {
  /** Undefined when anything may come first. */
  readonly sets: readonly UnitSet[] | undefined;
  /** Whether it may match without taking anything. */
  readonly isNullable: boolean;
}

const nothing: First = { sets: [], isNullable: true };
const unknown: First = { sets: undefined, isNullable: true };

function firstUnits(node: Node): First {
  switch (node.kind) {
    case 'empty':
    case 'anchor':
    case 'look':
      return nothing;
    case 'text':
      return { sets: [unitOf(node.text)], isNullable: false };
    case 'unit':
      return { sets: [node.set], isNullable: false };
    case 'sequence':
      return firstOfSequence(node.nodes);
    case 'choice':
      return either(node.nodes.map(firstUnits));
    case 'loop': {
      const body = firstUnits(node.node);
      return { sets: body.sets, isNullable: body.isNullable || node.min === 0 };
    }
    case 'capture':
    case 'atomic':
      return firstUnits(node.node);
    case 'ifGroup':
    case 'ifMatch':
      return either([firstUnits(node.yes), firstUnits(node.no)]);
    case 'reference':
      return unknown;
  }
}

function firstOfSequence(nodes: readonly Node[]): First {
  const sets: UnitSet[] = [];
  for (const node of nodes) {
    const first = firstUnits(node);
    if (!first.sets) return unknown;
    sets.push(...first.sets);
    if (!first.isNullable) return { sets, isNullable: false };
  }
  return { sets, isNullable: true };
}

function either(ways: readonly First[]): First {
  const known = ways.flatMap(({ sets }) => (sets ? [sets] : []));
  return {
    sets: known.length === ways.length ? known.flat() : undefined,
    isNullable: ways.some(({ isNullable }) => isNullable),
  };
}

function unitOf(text: string): UnitSet {
  const unit = text.charCodeAt(0);
  return UnitSet.of([unit, unit]);
}
