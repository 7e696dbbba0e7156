import type { AxisDeclaration } from './axes.ts';
import type { Evaluation } from './Context.ts';
import type { NodeTest } from './Expression.ts';

/** Finds the namespace of a prefix. @throws XPathError */
export type PrefixLookup = (prefix: string) => string;

type Accepts<N extends object> = (node: N, evaluation: Evaluation<N>) => boolean;

/** Compiles a node test (§2.3). @throws XPathError for a prefix without a namespace */
export function compileNodeTest<N extends object>(
  test: NodeTest,
  axis: AxisDeclaration,
  namespaceOf: PrefixLookup,
): Accepts<N> {
  switch (test.kind) {
    case 'node':
      return () => true;
    case 'name':
      return compileNameTest(test, axis, namespaceOf);
    case 'processing-instruction': {
      const { kind, target } = test;
      return (node, { tree }) =>
        tree.kindOf(node) === kind && (target === undefined || tree.localNameOf(node) === target);
    }
    default: {
      const { kind } = test;
      return (node, { tree }) => tree.kindOf(node) === kind;
    }
  }
}

/** A name without a prefix is a name in no namespace. */
function compileNameTest<N extends object>(
  { prefix, localName }: Extract<NodeTest, { kind: 'name' }>,
  axis: AxisDeclaration,
  namespaceOf: PrefixLookup,
): Accepts<N> {
  const kind = axis.principal ?? 'element';
  if (prefix === '' && localName === undefined)
    return (node, { tree }) => tree.kindOf(node) === kind;
  const namespace = prefix === '' ? '' : namespaceOf(prefix);
  return (node, { tree }) =>
    tree.kindOf(node) === kind &&
    (localName === undefined || tree.localNameOf(node) === localName) &&
    tree.namespaceOf(node) === namespace;
}
