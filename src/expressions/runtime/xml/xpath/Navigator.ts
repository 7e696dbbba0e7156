import { xmlNamespace, xmlnsNamespace } from '../../../../lib/xml/namespaces.ts';
import { topOf } from '../../../../lib/xpath/DocumentOrder.ts';
import type { NodeKind } from '../../../../lib/xpath/XPathTree.ts';
import type { Environment } from '../../Environment.ts';
import { isElement } from '../kindsOfNodes.ts';
import type { Allowance } from '../OwedWork.ts';
import { XAttribute } from '../XAttribute.ts';
import type { XElement } from '../XElement.ts';
import { XNode } from '../XNode.ts';
import { LinqTree, NamespaceNode, placeOf } from './LinqTree.ts';
import type { LinqNode } from './LinqTree.ts';
import { namespaceScopes } from './NamespaceResolver.ts';
import type { NamespaceResolver, NamespaceScope } from './NamespaceResolver.ts';
import type { NameTable } from './NameTable.ts';

/** Tells whether a node is one to go to. */
export type NodeTest = (node: LinqNode, tree: LinqTree) => boolean;

/**
 * System.Xml.XPath.XPathNavigator over a tree of System.Xml.Linq: a place in the tree, and ways to
 * go from it. A way that leads nowhere leaves it where it is. The tree may change meanwhile.
 */
export class Navigator implements NamespaceResolver {
  node: LinqNode;
  readonly nameTable: NameTable;

  constructor(node: LinqNode, nameTable: NameTable) {
    this.node = node;
    this.nameTable = nameTable;
  }

  clone(): Navigator {
    return this.at(this.node);
  }

  /** Another, somewhere in the same tree. */
  at(node: LinqNode): Navigator {
    return new Navigator(node, this.nameTable);
  }

  kind(work: Allowance): NodeKind {
    return new LinqTree(work).kindOf(this.node);
  }

  value(work: Allowance): string {
    return new LinqTree(work).valueOf(this.node);
  }

  /** A namespace is the same wherever it is in scope. */
  isAt({ node }: Navigator): boolean {
    return placeOf(this.node) === placeOf(node);
  }

  moveTo(node: LinqNode | null | undefined): boolean {
    if (!node) return false;
    this.node = node;
    return true;
  }

  moveToParent(work: Allowance): boolean {
    return this.moveTo(new LinqTree(work).parentOf(this.node));
  }

  moveToRoot(work: Allowance): void {
    this.node = topOf(this.node, new LinqTree(work), work);
  }

  /** The first node that passes, of some that are given in order. */
  moveToFirstOf(nodes: Iterable<LinqNode>, test: NodeTest, work: Allowance): boolean {
    const tree = new LinqTree(work);
    for (const node of nodes) {
      work.spend(1);
      if (test(node, tree)) return this.moveTo(node);
    }
    return false;
  }

  moveToNextAttribute(work: Allowance): boolean {
    if (!(this.node instanceof XAttribute)) return false;
    let next = this.node.next;
    for (; next?.isNamespaceDeclaration; next = next.next) work.spend(1);
    return this.moveTo(next);
  }

  moveToFirstNamespace(scope: NamespaceScope, work: Allowance): boolean {
    const element = this.#element;
    if (!element) return false;
    const [first] = declarationsIn(scope, element, work);
    return this.moveTo(first && new NamespaceNode(element, first));
  }

  moveToNextNamespace(scope: NamespaceScope, work: Allowance): boolean {
    if (!(this.node instanceof NamespaceNode)) return false;
    const { element, declaration } = this.node;
    const declarations = declarationsIn(scope, element, work);
    const at = declarations.indexOf(declaration);
    const next = at < 0 ? undefined : declarations[at + 1];
    return this.moveTo(next && new NamespaceNode(element, next));
  }

  /** By prefix; empty for the default namespace. */
  moveToNamespace(prefix: string, work: Allowance): boolean {
    const element = this.#element;
    if (!element) return false;
    const declaration = declarationsIn(namespaceScopes.All, element, work).find(
      ({ declaredPrefix }) => declaredPrefix === prefix,
    );
    return this.moveTo(declaration && new NamespaceNode(element, declaration));
  }

  lookupNamespace(prefix: string, environment: Environment): string | null {
    const element = this.#elementAround(environment);
    const there = element ? this.at(element) : this;
    if (there.moveToNamespace(prefix, environment)) return there.value(environment);
    return prefix === '' ? '' : (reserved.get(prefix) ?? null);
  }

  lookupPrefix(namespaceName: string, environment: Environment): string | null {
    const element = this.#elementAround(environment);
    const found =
      element &&
      declarationsIn(namespaceScopes.All, element, environment).find(
        ({ value }) => value === namespaceName,
      );
    if (found) return found.declaredPrefix;
    if (this.lookupNamespace('', environment) === namespaceName) return '';
    return [...reserved].find(([, namespace]) => namespace === namespaceName)?.[0] ?? null;
  }

  namespacesInScope(scope: NamespaceScope, environment: Environment): ReadonlyMap<string, string> {
    const isLocal = scope === namespaceScopes.Local;
    const isOfElement = this.node instanceof XAttribute || this.node instanceof NamespaceNode;
    const element = isLocal && !isOfElement ? this.#element : this.#elementAround(environment);
    const found = new Map<string, string>();
    if (scope > namespaceScopes.Local) return found;
    if (scope === namespaceScopes.All) found.set('xml', xmlNamespace);
    for (const { declaredPrefix, value } of element
      ? declarationsIn(scope, element, environment)
      : []) {
      if (declaredPrefix !== '' || value !== '' || isLocal) found.set(declaredPrefix, value);
    }
    return found;
  }

  get #element(): XElement | null {
    const { node } = this;
    return node instanceof XNode && isElement(node) ? node : null;
  }

  /** The element, or the one that the node is in. */
  #elementAround(work: Allowance): XElement | null {
    if (this.#element) return this.#element;
    const around = this.clone();
    return around.moveToParent(work) ? around.#element : null;
  }
}

const reserved: ReadonlyMap<string, string> = new Map([
  ['xml', xmlNamespace],
  ['xmlns', xmlnsNamespace],
]);

function declarationsIn(
  scope: NamespaceScope,
  element: XElement,
  work: Allowance,
): readonly XAttribute[] {
  const all = new LinqTree(work).declarationsFor(element);
  if (scope === namespaceScopes.All) return all;
  return scope === namespaceScopes.Local
    ? all.filter(({ parent }) => parent === element)
    : all.filter(({ declaredPrefix }) => declaredPrefix !== 'xml');
}
