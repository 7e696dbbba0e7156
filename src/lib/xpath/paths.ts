/** Location paths and filters: §2, §3.3. */
import { axisTable } from './axes.ts';
import type { AxisDeclaration } from './axes.ts';
import type { Setting } from './compile.ts';
import type { Context, NodeSet } from './Context.ts';
import { topOf } from './DocumentOrder.ts';
import type { Expression, Step } from './Expression.ts';
import { compileNodeTest } from './nodeTest.ts';
import { compilePredicates, isPositional } from './predicates.ts';

export type NodeSetOf<N extends object> = (context: Context<N>) => NodeSet<N>;

interface CompiledStep<N extends object> {
  readonly axis: AxisDeclaration;
  /** From one node, in the order of the axis. */
  readonly from: (node: N, context: Context<N>) => NodeSet<N>;
}

/** What is known of nodes that are in document order. */
interface Found<N> {
  readonly nodes: NodeSet<N>;
  /** Whether none of them lies within another. */
  readonly isFlat: boolean;
}

export function compilePath<N extends object>(
  start: 'root' | 'context' | NodeSetOf<N>,
  steps: readonly Step[],
  setting: Setting,
): NodeSetOf<N> {
  const compiled = joined(steps).map((step) => compileStep<N>(step, setting));
  return (context) => {
    const nodes = startOf(start, context);
    let found: Found<N> = { nodes, isFlat: nodes.length < 2 };
    for (const step of compiled) found = takeStep(step, found, context);
    return found.nodes;
  };
}

function startOf<N extends object>(
  start: 'root' | 'context' | NodeSetOf<N>,
  context: Context<N>,
): NodeSet<N> {
  if (start === 'context') return [context.node];
  if (start !== 'root') return start(context);
  const { tree, allowance } = context.evaluation;
  return [topOf(context.node, tree, allowance)];
}

/** `//a` is `/descendant::a` as long as nothing asks where an `a` stands among its siblings. */
function joined(steps: readonly Step[]): Step[] {
  const result: Step[] = [];
  for (const step of steps) {
    const before = result.at(-1);
    const canJoin =
      before?.axis === 'descendant-or-self' &&
      before.test.kind === 'node' &&
      before.predicates.length === 0 &&
      step.axis === 'child' &&
      !step.predicates.some(isPositional);
    if (canJoin) result[result.length - 1] = { ...step, axis: 'descendant' };
    else result.push(step);
  }
  return result;
}

function compileStep<N extends object>(step: Step, setting: Setting): CompiledStep<N> {
  const axis = axisTable[step.axis];
  const accepts = compileNodeTest<N>(step.test, axis, setting.namespaceOf);
  const choose = compilePredicates<N>(step.predicates, setting);
  const needed = neededFor(step);
  const from = (node: N, context: Context<N>): NodeSet<N> => {
    const { evaluation } = context;
    const nodes: N[] = [];
    for (const each of axis.walk(node, evaluation)) {
      evaluation.allowance.spend(1);
      if (accepts(each, evaluation) && nodes.push(each) >= needed) break;
    }
    return choose(nodes, context);
  };
  return { axis, from };
}

/** `following-sibling::a[1]` looks no further than the first `a`. */
function neededFor({ predicates: [first] }: Step): number {
  return first?.kind === 'number' ? Math.max(first.value, 1) : Infinity;
}

/** Whether there is such a node, without looking for all; undefined when it takes the whole path. */
export function compileExistence<N extends object>(
  start: 'root' | 'context' | Expression,
  steps: readonly Step[],
  setting: Setting,
): ((context: Context<N>) => boolean) | undefined {
  const [step, ...more] = steps;
  if (start !== 'context' || !step || more.length > 0 || step.predicates.length > 0)
    return undefined;
  const { walk } = axisTable[step.axis];
  const accepts = compileNodeTest<N>(step.test, axisTable[step.axis], setting.namespaceOf);
  return ({ node, evaluation }) => {
    for (const each of walk(node, evaluation)) {
      evaluation.allowance.spend(1);
      if (accepts(each, evaluation)) return true;
    }
    return false;
  };
}

function takeStep<N extends object>(
  { axis, from }: CompiledStep<N>,
  { nodes, isFlat }: Found<N>,
  context: Context<N>,
): Found<N> {
  if (nodes.length === 1) {
    const found = from(nodes[0]!, context);
    return { nodes: axis.isReverse ? found.toReversed() : found, isFlat: axis.isFlat };
  }
  const found: N[] = [];
  for (const node of nodes) for (const each of from(node, context)) found.push(each);
  const isOrdered = axis.keepsOrder === 'always' || (axis.keepsOrder === 'flat' && isFlat);
  return {
    nodes: isOrdered ? found : context.evaluation.order.sort(found),
    isFlat: isOrdered && isFlat && axis.isFlat,
  };
}

/** [20] FilterExpr: positions count in document order (§3.3). */
export function compileFilter<N extends object>(
  base: NodeSetOf<N>,
  predicates: readonly Expression[],
  setting: Setting,
): NodeSetOf<N> {
  const choose = compilePredicates<N>(predicates, setting);
  return (context) => choose(base(context), context);
}
