import { maxTreeHeight } from './limits.ts';

/**
 * Whether a syntax tree is higher than `maxTreeHeight` nodes. Left operands of `Binary` are not
 * counted: chains of operators are walked without recursion. Takes time linear to the tree.
 */
export function isTooHigh(tree: object): boolean {
  const open: [node: object, height: number][] = [[tree, 1]];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const [node, height] = top;
    if (height > maxTreeHeight) return true;
    const isBinary = 'kind' in node && node.kind === 'Binary';
    const below = Array.isArray(node) ? height : height + 1;
    for (const [name, child] of Object.entries(node) as [string, unknown][]) {
      if (typeof child !== 'object' || child === null || name === 'span') continue;
      open.push([child, isBinary && name === 'left' ? height : below]);
    }
  }
  return false;
}
