import { InvalidOperationException } from '../exceptions.ts';
import type { Allowance } from './OwedWork.ts';
import type { XNode } from './XNode.ts';

/**
 * Which of two nodes of a tree comes first in document order: XNode.CompareDocumentOrder.
 * @throws InvalidOperationException when they are not of one tree
 */
export function compareDocumentOrder(
  one: XNode | null,
  other: XNode | null,
  work: Allowance,
): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  const paths = [pathOf(one), pathOf(other)] as const;
  const [left, right] = paths;
  work.spend(1 + ((left.length + right.length) >> 4));
  if (left[0] !== right[0]) throw new InvalidOperationException('A common ancestor is missing.');
  let depth = 1;
  while (depth < left.length && left[depth] === right[depth]) depth++;
  const [before, after] = [left[depth], right[depth]];
  if (!before) return -1;
  if (!after) return 1;
  return precedes(before, after, work) ? -1 : 1;
}

/** From the top of the tree to the node. */
function pathOf(node: XNode): XNode[] {
  const path: XNode[] = [];
  for (let at: XNode | null = node; at; at = at.container) path.push(at);
  return path.toReversed();
}

/** Of two siblings. Looks both ways at once, so that near ones are found soon. */
function precedes(one: XNode, other: XNode, work: Allowance): boolean {
  let [onwards, back] = [one.next, one.previous];
  for (let steps = 1; onwards || back; steps++) {
    if ((steps & 15) === 0) work.spend();
    if (onwards === other) return true;
    if (back === other) return false;
    [onwards, back] = [onwards?.next ?? null, back?.previous ?? null];
  }
  return true;
}
