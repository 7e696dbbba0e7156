import type { Loop, Node } from './nodes.ts';
import { unlimited } from './nodes.ts';

/**
 * How a loop is made: `unit` loops read one unit a round, `unrolled` ones are written out round by
 * round, `counted` ones count. What does not count can take notes of failures.
 */
export type LoopForm = 'unit' | 'countedUnit' | 'optional' | 'open' | 'unrolled' | 'counted';

const maximumUnrolled = 400;

export function loopForm(loop: Loop): LoopForm {
  const { min, max, isLazy } = loop;
  const isOpen = max === unlimited;
  if (readsOneUnit(loop.node)) {
    if (!isLazy || isOpen) return 'unit';
    return isUnrolled(loop) ? 'unrolled' : 'countedUnit';
  }
  if (min === 0 && max === 1) return 'optional';
  if (isOpen && min <= 1) return 'open';
  return isUnrolled(loop) ? 'unrolled' : 'counted';
}

function readsOneUnit(node: Node): boolean {
  return node.kind === 'unit' || (node.kind === 'text' && node.text.length === 1);
}

function isUnrolled(loop: Loop): boolean {
  return roundsOf(loop) * sizeOf(loop.node) <= maximumUnrolled;
}

/** How many rounds are written out; the open end of a loop is one round. */
function roundsOf({ min, max }: Loop): number {
  return max === unlimited ? min : max;
}

const sizes = new WeakMap<Node, number>();

/** Number of instructions, roughly. Kept, since each loop asks for the size of all loops in it. */
function sizeOf(node: Node): number {
  let size = sizes.get(node);
  if (size === undefined) sizes.set(node, (size = measure(node)));
  return size;
}

function measure(node: Node): number {
  switch (node.kind) {
    case 'sequence':
    case 'choice':
      return node.nodes.reduce((size, part) => size + sizeOf(part), 1);
    case 'loop':
      return loopForm(node) === 'unrolled'
        ? roundsOf(node) * sizeOf(node.node)
        : 1 + sizeOf(node.node);
    case 'capture':
    case 'atomic':
    case 'look':
      return 2 + sizeOf(node.node);
    case 'ifGroup':
      return 1 + sizeOf(node.yes) + sizeOf(node.no);
    case 'ifMatch':
      return 2 + sizeOf(node.condition) + sizeOf(node.yes) + sizeOf(node.no);
    default:
      return 1;
  }
}
