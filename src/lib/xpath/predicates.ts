/** Predicates: §2.4. */
import { compileTree } from './compile.ts';
import type { Setting } from './compile.ts';
import type { Context, NodeSet } from './Context.ts';
import { asBoolean } from './conversions.ts';
import type { Expression } from './Expression.ts';
import { functions } from './functions/library.ts';

/** Chooses among nodes; their positions count in the order in which they are given. */
type Choice<N extends object> = (nodes: NodeSet<N>, context: Context<N>) => NodeSet<N>;

export function compilePredicates<N extends object>(
  predicates: readonly Expression[],
  setting: Setting,
): Choice<N> {
  const choices = predicates.map((predicate) => compilePredicate<N>(predicate, setting));
  return (nodes, context) =>
    choices.reduce<NodeSet<N>>((left, choose) => choose(left, context), nodes);
}

function compilePredicate<N extends object>(predicate: Expression, setting: Setting): Choice<N> {
  if (predicate.kind === 'number') {
    const index = predicate.value - 1;
    return (nodes) => (index in nodes ? [nodes[index]!] : []);
  }
  const compiled = compileTree<N>(predicate, setting);
  if (compiled.type === 'number') {
    const { evaluate } = compiled;
    return choose((context) => evaluate(context) === context.position);
  }
  return choose(asBoolean(compiled));
}

function choose<N extends object>(test: (context: Context<N>) => boolean): Choice<N> {
  return (nodes, { evaluation }) =>
    nodes.filter((node, i) => {
      evaluation.allowance.spend(1);
      return test({ evaluation, node, position: i + 1, size: nodes.length });
    });
}

/**
 * Whether a predicate may look at where a node stands among others: by its value, or by calling
 * `position()` or `last()` outside of predicates of its own.
 */
export function isPositional(predicate: Expression): boolean {
  return isNumeric(predicate) || asksPosition(predicate);
}

function isNumeric(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
    case 'negation':
    case 'variable':
      return true;
    case 'call':
      return functions.get(expression.name)?.returns === 'number';
    case 'chain':
      return ['+', '-', '*', 'div', 'mod'].includes(expression.links[0]!.operator);
    default:
      return false;
  }
}

function asksPosition(expression: Expression): boolean {
  switch (expression.kind) {
    case 'call':
      return (
        functions.get(expression.name)?.isPositional === true || expression.args.some(asksPosition)
      );
    case 'negation':
      return asksPosition(expression.operand);
    case 'chain':
      return (
        asksPosition(expression.first) ||
        expression.links.some(({ operand }) => asksPosition(operand))
      );
    case 'union':
      return expression.members.some(asksPosition);
    case 'filter':
      return asksPosition(expression.base);
    case 'path':
      return typeof expression.start === 'object' && asksPosition(expression.start);
    default:
      return false;
  }
}
