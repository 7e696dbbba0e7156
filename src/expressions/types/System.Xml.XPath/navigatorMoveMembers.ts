/** Members of XPathNavigator that go somewhere. */
import { axisTable } from '../../../lib/xpath/axes.ts';
import type { Axis } from '../../../lib/xpath/Expression.ts';
import { DocumentOrder } from '../../../lib/xpath/DocumentOrder.ts';
import { standardNumbers } from '../../../lib/xpath/numbers.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { NotSupportedException } from '../../runtime/exceptions.ts';
import { LinqTree, NamespaceNode } from '../../runtime/xml/xpath/LinqTree.ts';
import type { LinqNode } from '../../runtime/xml/xpath/LinqTree.ts';
import type { Navigator, NodeTest } from '../../runtime/xml/xpath/Navigator.ts';
import { namespaceScopes } from '../../runtime/xml/xpath/NamespaceResolver.ts';
import { XAttribute } from '../../runtime/xml/XAttribute.ts';
import { moving, navigator } from './examples.ts';
import { attributeNamed } from './navigatorNodeMembers.ts';
import { ofName, ofType } from './nodeTests.ts';

const member = membersOf<Navigator>();

const start = navigator("<a xmlns:p='u' k='1' l='2'>t<b>1</b><c/><b>2</b></a>");
const first = navigator("<a xmlns:p='u' k='1' l='2'>t<b>1</b><c/><b>2</b></a>", 'b');

/** Goes, and shows where that leads; `!` when it stays. */
function goes(from: string, call: string, value: string): string {
  return `${moving(from, `var went = n.${call}; return (went ? "" : "!") + n.Name + "=" + n.Value;`)} // "${value}"`;
}

export const navigatorMoveMembers: readonly MemberDeclaration[] = [
  member(
    'XPathNavigator Clone()',
    (self) => self.clone(),
    `${moving(start, 'var c = n.Clone(); n.MoveToChild("b", ""); return c.Name;')} // "a"`,
  ),
  member(
    'XPathNavigator CreateNavigator()',
    (self) => self.clone(),
    `${start}.CreateNavigator().Name // "a"`,
  ),
  member(
    'bool MoveTo(XPathNavigator? other)',
    (self, other) => self.moveTo(other?.node),
    goes(first, 'MoveTo(n.SelectSingleNode(".."))', 'a=t12'),
  ),
  member(
    'bool MoveToAttribute(string? localName, string? namespaceURI)',
    (self, localName, namespaceName, _types, environment) =>
      self.moveTo(attributeNamed(self.node, localName, namespaceName, environment)),
    goes(start, 'MoveToAttribute("l", "")', 'l=2'),
    goes(start, 'MoveToAttribute("m", "")', '!a=t12'),
  ),
  member(
    'bool MoveToChild(XPathNodeType type)',
    (self, type, _types, environment) => {
      // Without children nobody asks what type it is.
      if (new LinqTree(environment).firstChildOf(self.node) === null) return false;
      return moveAlong('child', self, ofType(type), environment);
    },
    goes(start, 'MoveToChild(XPathNodeType.Element)', 'b=1'),
    goes(start, 'MoveToChild(XPathNodeType.Attribute)', '!a=t12'),
  ),
  member(
    'bool MoveToChild(string? localName, string? namespaceURI)',
    (self, localName, namespaceName, _types, environment) =>
      moveAlong('child', self, ofName(localName, namespaceName), environment),
    goes(start, 'MoveToChild("c", "")', 'c='),
    goes(start, 'MoveToChild("c", "u")', '!a=t12'),
  ),
  member(
    'bool MoveToFirst()',
    (self, _types, environment) => {
      const tree = new LinqTree(environment);
      if (isBesideChildren(self.node)) return false;
      const parent = tree.parentOf(self.node);
      return parent !== null && self.moveTo(tree.firstChildOf(parent));
    },
    goes(first, 'MoveToFirst()', '=t'),
    goes(start, 'MoveToFirst()', '!a=t12'),
  ),
  member(
    'bool MoveToFirstAttribute()',
    (self, _types, environment) =>
      self.moveTo(new LinqTree(environment).attributesOf(self.node)[0]),
    goes(start, 'MoveToFirstAttribute()', 'k=1'),
    goes(first, 'MoveToFirstAttribute()', '!b=1'),
  ),
  member(
    'bool MoveToFirstChild()',
    (self, _types, environment) => self.moveTo(new LinqTree(environment).firstChildOf(self.node)),
    goes(first, 'MoveToFirstChild()', '=1'),
  ),
  member(
    'bool MoveToFirstNamespace()',
    (self, _types, environment) => self.moveToFirstNamespace(namespaceScopes.All, environment),
    goes(first, 'MoveToFirstNamespace()', 'p=u'),
  ),
  member(
    'bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope)',
    (self, scope, _types, environment) => self.moveToFirstNamespace(scope, environment),
    goes(first, 'MoveToFirstNamespace(XPathNamespaceScope.Local)', '!b=1'),
  ),
  member(
    'bool MoveToFollowing(XPathNodeType type)',
    (self, type, _types, environment) => moveOn(self, ofType(type), null, environment),
    goes(start, 'MoveToFollowing(XPathNodeType.Text)', '=t'),
  ),
  member(
    'bool MoveToFollowing(XPathNodeType type, XPathNavigator? end)',
    (self, type, end, _types, environment) => moveOn(self, ofType(type), end, environment),
    goes(start, 'MoveToFollowing(XPathNodeType.Element, n.SelectSingleNode("b"))', '!a=t12'),
  ),
  member(
    'bool MoveToFollowing(string? localName, string? namespaceURI)',
    (self, localName, namespaceName, _types, environment) =>
      moveOn(self, ofName(localName, namespaceName), null, environment),
    goes(first, 'MoveToFollowing("b", "")', 'b=2'),
    goes(first, 'MoveToFollowing("a", "")', '!b=1'),
  ),
  member(
    'bool MoveToFollowing(string? localName, string? namespaceURI, XPathNavigator? end)',
    (self, localName, namespaceName, end, _types, environment) =>
      moveOn(self, ofName(localName, namespaceName), end, environment),
    goes(first, 'MoveToFollowing("b", "", n.SelectSingleNode("../c"))', '!b=1'),
  ),
  member(
    'bool MoveToId(string? id)',
    () => {
      throw new NotSupportedException('This XPathNavigator does not support IDs.');
    },
    `${start}.MoveToId("x") // throws System.NotSupportedException`,
  ),
  member(
    'bool MoveToNamespace(string? name)',
    (self, prefix, _types, environment) =>
      prefix !== null && self.moveToNamespace(prefix, environment),
    goes(first, 'MoveToNamespace("p")', 'p=u'),
    goes(first, 'MoveToNamespace("q")', '!b=1'),
  ),
  member(
    'bool MoveToNext()',
    (self, _types, environment) => self.moveTo(new LinqTree(environment).nextSiblingOf(self.node)),
    goes(first, 'MoveToNext()', 'c='),
    goes(start, 'MoveToNext()', '!a=t12'),
  ),
  member(
    'bool MoveToNext(XPathNodeType type)',
    (self, type, _types, environment) => {
      // Without siblings nobody asks what type it is.
      const tree = new LinqTree(environment);
      if (isBesideChildren(self.node) || tree.parentOf(self.node) === null) return false;
      return moveAlong('following-sibling', self, ofType(type), environment);
    },
    goes(first, 'MoveToNext(XPathNodeType.Text)', '!b=1'),
  ),
  member(
    'bool MoveToNext(string? localName, string? namespaceURI)',
    (self, localName, namespaceName, _types, environment) =>
      moveAlong('following-sibling', self, ofName(localName, namespaceName), environment),
    goes(first, 'MoveToNext("b", "")', 'b=2'),
  ),
  member(
    'bool MoveToNextAttribute()',
    (self, _types, environment) => self.moveToNextAttribute(environment),
    goes(`${start}.SelectSingleNode("@k")`, 'MoveToNextAttribute()', 'l=2'),
    goes(start, 'MoveToNextAttribute()', '!a=t12'),
  ),
  member(
    'bool MoveToNextNamespace()',
    (self, _types, environment) => self.moveToNextNamespace(namespaceScopes.All, environment),
    goes(
      `${start}.SelectSingleNode("namespace::p")`,
      'MoveToNextNamespace()',
      'xml=http://www.w3.org/XML/1998/namespace',
    ),
  ),
  member(
    'bool MoveToNextNamespace(XPathNamespaceScope namespaceScope)',
    (self, scope, _types, environment) => self.moveToNextNamespace(scope, environment),
    goes(
      `${start}.SelectSingleNode("namespace::p")`,
      'MoveToNextNamespace(XPathNamespaceScope.ExcludeXml)',
      '!p=u',
    ),
  ),
  member(
    'bool MoveToParent()',
    (self, _types, environment) => self.moveToParent(environment),
    goes(first, 'MoveToParent()', 'a=t12'),
    goes(start, 'MoveToParent()', '!a=t12'),
  ),
  member(
    'bool MoveToPrevious()',
    (self, _types, environment) =>
      self.moveTo(new LinqTree(environment).previousSiblingOf(self.node)),
    goes(first, 'MoveToPrevious()', '=t'),
  ),
  member(
    'void MoveToRoot()',
    (self, _types, environment) => self.moveToRoot(environment),
    `${moving(first, 'n.MoveToRoot(); return n.Name;')} // "a"`,
  ),
];

/** The nodes of an axis, in its order. */
export function nodesAlong(
  axis: Axis,
  node: LinqNode,
  environment: Environment,
): Iterable<LinqNode> {
  const tree = new LinqTree(environment);
  return axisTable[axis].walk<LinqNode>(node, {
    tree,
    allowance: environment,
    numbers: standardNumbers,
    order: new DocumentOrder(tree, environment),
  });
}

function moveAlong(axis: Axis, self: Navigator, test: NodeTest, environment: Environment): boolean {
  return self.moveToFirstOf(nodesAlong(axis, self.node, environment), test, environment);
}

/** Goes on in document order, but not as far as `end`. */
function moveOn(
  self: Navigator,
  test: NodeTest,
  end: Navigator | null,
  environment: Environment,
): boolean {
  const tree = new LinqTree(environment);
  const last = end && contentAt(end, environment);
  const there = self.clone();
  if (isBesideChildren(there.node) && !there.moveToParent(environment)) return false;
  for (const axis of ['descendant', 'following'] as const) {
    for (const node of nodesAlong(axis, there.node, environment)) {
      environment.spend();
      if (node === last) return false;
      if (test(node, tree)) return self.moveTo(node);
    }
  }
  return false;
}

/** The node itself; of an attribute or namespace what comes next behind it. */
function contentAt({ node }: Navigator, environment: Environment): LinqNode | undefined {
  if (!isBesideChildren(node)) return node;
  const [next] = nodesAlong('following', node, environment);
  return next;
}

function isBesideChildren(node: LinqNode): boolean {
  return node instanceof XAttribute || node instanceof NamespaceNode;
}
