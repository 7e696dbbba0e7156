/** §4.1 */
import type { Context, NodeSet, XPathValue } from '../Context.ts';
import { textOf } from '../conversions.ts';
import { declare } from './FunctionDeclaration.ts';

export const nodeSetFunctions = {
  last: { ...declare('number', [], ({ size }) => size), isPositional: true },
  position: { ...declare('number', [], ({ position }) => position), isPositional: true },
  count: declare('number', ['node-set'], (_context, nodes) => nodes.length),
  id: declare('node-set', ['object'], id),
  'local-name': declare('string', ['node-set?'], (context, nodes) =>
    ofFirst(nodes, context, (node) => context.evaluation.tree.localNameOf(node)),
  ),
  'namespace-uri': declare('string', ['node-set?'], (context, nodes) =>
    ofFirst(nodes, context, (node) => context.evaluation.tree.namespaceOf(node)),
  ),
  name: declare('string', ['node-set?'], (context, nodes) =>
    ofFirst(nodes, context, (node) => qualifiedName(node, context)),
  ),
} as const;

/** Of the first node in document order, or of the context node where no node-set is given. */
function ofFirst<N extends object>(
  nodes: NodeSet<N> | undefined,
  { node }: Context<N>,
  read: (node: N) => string,
): string {
  const first = nodes === undefined ? node : nodes[0];
  return first === undefined ? '' : read(first);
}

function qualifiedName<N extends object>(node: N, { evaluation: { tree } }: Context<N>): string {
  const prefix = tree.prefixOf(node);
  const localName = tree.localNameOf(node);
  return prefix === '' ? localName : `${prefix}:${localName}`;
}

function id<N extends object>(context: Context<N>, ids: XPathValue<N>): NodeSet<N> {
  const { tree, allowance, order } = context.evaluation;
  const found: N[] = [];
  for (const text of textsIn(ids, context)) {
    for (const each of text.split(/[ \t\r\n]+/)) {
      allowance.spend(1);
      const element = each === '' ? null : tree.elementWithId(each, context.node);
      if (element) found.push(element);
    }
  }
  return order.sort(found);
}

function textsIn<N extends object>(value: XPathValue<N>, context: Context<N>): string[] {
  const { evaluation } = context;
  if (typeof value === 'object') return value.map((node) => textOf(node, evaluation));
  return [typeof value === 'number' ? evaluation.numbers.write(value) : String(value)];
}
