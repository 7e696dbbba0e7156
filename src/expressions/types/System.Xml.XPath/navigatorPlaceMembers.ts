/** Members of XPathNavigator that compare places. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { compareDocumentOrder } from '../../runtime/xml/documentOrder.ts';
import { LinqTree, NamespaceNode } from '../../runtime/xml/xpath/LinqTree.ts';
import type { LinqNode } from '../../runtime/xml/xpath/LinqTree.ts';
import type { Navigator } from '../../runtime/xml/xpath/Navigator.ts';
import { XAttribute } from '../../runtime/xml/XAttribute.ts';
import type { XNode } from '../../runtime/xml/XNode.ts';
import { nodeOrders } from '../System.Xml/XmlNodeOrder.ts';
import { moving, navigator } from './examples.ts';

const member = membersOf<Navigator>();

const start = navigator("<a xmlns:p='u' k='1' l='2'>t<b>1</b></a>");
const first = navigator("<a xmlns:p='u' k='1' l='2'>t<b>1</b></a>", 'b');

export const navigatorPlaceMembers: readonly MemberDeclaration[] = [
  member(
    'bool IsSamePosition(XPathNavigator? other)',
    (self, other) => other !== null && self.isAt(other),
    `${moving(first, 'return n.IsSamePosition(n.Clone()) + "";')} // "True"`,
  ),
  member(
    'bool IsDescendant(XPathNavigator? nav)',
    (self, nav, _types, environment) => {
      const there = nav?.clone();
      while (there?.moveToParent(environment)) if (self.isAt(there)) return true;
      return false;
    },
    `${moving(start, 'return n.IsDescendant(n.SelectSingleNode("b/text()")) + "";')} // "True"`,
    `${moving(start, 'return n.IsDescendant(n) + "";')} // "False"`,
  ),
  member(
    'XmlNodeOrder ComparePosition(XPathNavigator? nav)',
    comparePosition,
    `${moving(start, 'return n.ComparePosition(n.SelectSingleNode("b")) + "";')} // "Before"`,
    `${moving(first, 'return n.ComparePosition(n.SelectSingleNode("../@k")) + "";')} // "After"`,
    `${start}.ComparePosition(${start}) // System.Xml.XmlNodeOrder.Unknown`,
  ),
];

function comparePosition(
  self: Navigator,
  other: Navigator | null,
  _types: unknown,
  environment: Environment,
): number {
  if (!other) return nodeOrders.Unknown;
  if (self.isAt(other)) return nodeOrders.Same;
  const [one, two] = [anchorOf(self.node), anchorOf(other.node)];
  if (!one || !two || one.root !== two.root) return nodeOrders.Unknown;
  const tree = new LinqTree(environment);
  const order =
    one === two
      ? rankOf(self.node, tree) - rankOf(other.node, tree)
      : compareDocumentOrder(one, two, environment);
  return order < 0 ? nodeOrders.Before : nodeOrders.After;
}

/** The node itself; of an attribute or namespace its element. */
function anchorOf(node: LinqNode): XNode | null {
  if (node instanceof NamespaceNode) return node.element;
  return node instanceof XAttribute ? node.parent : node;
}

/** Behind an element come its namespaces, then its attributes. */
function rankOf(node: LinqNode, tree: LinqTree): number {
  if (node instanceof NamespaceNode) {
    return 1 + tree.declarationsFor(node.element).indexOf(node.declaration);
  }
  if (!(node instanceof XAttribute) || !node.parent) return 0;
  const { parent } = node;
  return 1 + tree.declarationsFor(parent).length + tree.attributesOf(parent).indexOf(node);
}
