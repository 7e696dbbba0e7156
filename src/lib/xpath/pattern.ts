import type { Axis, Expression } from './Expression.ts';

const patternAxes: ReadonlySet<Axis> = new Set<Axis>(['child', 'attribute']);

/**
 * Whether an expression is a pattern of XSLT 1.0 (https://www.w3.org/TR/xslt-10/#patterns): paths that
 * lead down by children, attributes and `//`, or a union of them. Nodes match what finds them from
 * themselves or from a node around them.
 */
export function isPattern(expression: Expression): boolean {
  if (expression.kind === 'union') return expression.members.every(isPattern);
  if (isCallOfId(expression)) return true;
  if (expression.kind !== 'path') return false;
  if (typeof expression.start === 'object' && !isCallOfId(expression.start)) return false;
  return expression.steps.every(
    ({ axis, test, predicates }) =>
      patternAxes.has(axis) ||
      (axis === 'descendant-or-self' && test.kind === 'node' && predicates.length === 0),
  );
}

/** Whether a pattern matches nothing in a tree that has no root node. */
export function needsRoot(pattern: Expression): boolean {
  if (pattern.kind === 'union') return pattern.members.every(needsRoot);
  return pattern.kind === 'path' && pattern.start === 'root';
}

function isCallOfId(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'id' && expression.prefix === '';
}
