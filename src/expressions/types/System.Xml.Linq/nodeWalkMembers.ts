/** Members of XNode that look around it. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { compareDocumentOrder } from '../../runtime/xml/documentOrder.ts';
import { afterSelf, ancestors, beforeSelf } from '../../runtime/xml/walk.ts';
import type { XNode } from '../../runtime/xml/XNode.ts';
import { names } from './examples.ts';
import { elementSequence, namedElements, nodeSequence } from './sequences.ts';

const member = membersOf<XNode>();

const deep = 'XElement.Parse("<a><b><c/></b></a>").Element("b").Element("c")';
const middle = 'XElement.Parse("<a><b/>t<c/><d/><c/></a>").Element("d")';

export const nodeWalkMembers: readonly MemberDeclaration[] = [
  member(
    'XNode? NextNode { get; }',
    ({ next }) => next,
    'XElement.Parse("<a><b/>t</a>").FirstNode.NextNode.ToString() // "t"',
    'new XElement("a").NextNode // null',
  ),
  member(
    'XNode? PreviousNode { get; }',
    ({ previous }) => previous,
    'XElement.Parse("<a><b/>t</a>").LastNode.PreviousNode.ToString() // "<b />"',
  ),
  member(
    'IEnumerable<XElement> Ancestors()',
    (self, _types, environment) => elementSequence(() => ancestors(self, environment)),
    `${names(`${deep}.Ancestors()`)} // "b,a"`,
  ),
  member(
    'IEnumerable<XElement> Ancestors(XName? name)',
    (self, name, _types, environment) => namedElements(name, () => ancestors(self, environment)),
    `${names(`${deep}.Ancestors("a")`)} // "a"`,
    `${deep}.Ancestors(null).Any() // false`,
  ),
  member(
    'IEnumerable<XElement> ElementsAfterSelf()',
    (self, _types, environment) => elementSequence(() => afterSelf(self, environment)),
    `${names(`${middle}.ElementsAfterSelf()`)} // "c"`,
  ),
  member(
    'IEnumerable<XElement> ElementsAfterSelf(XName? name)',
    (self, name, _types, environment) => namedElements(name, () => afterSelf(self, environment)),
    `${names(`${middle}.ElementsAfterSelf("b")`)} // ""`,
  ),
  member(
    'IEnumerable<XElement> ElementsBeforeSelf()',
    (self, _types, environment) => elementSequence(() => beforeSelf(self, environment)),
    `${names(`${middle}.ElementsBeforeSelf()`)} // "b,c"`,
  ),
  member(
    'IEnumerable<XElement> ElementsBeforeSelf(XName? name)',
    (self, name, _types, environment) => namedElements(name, () => beforeSelf(self, environment)),
    `${names(`${middle}.ElementsBeforeSelf("c")`)} // "c"`,
  ),
  member(
    'IEnumerable<XNode> NodesAfterSelf()',
    (self, _types, environment) => nodeSequence(() => afterSelf(self, environment)),
    `${middle}.NodesAfterSelf().Count() // 1`,
  ),
  member(
    'IEnumerable<XNode> NodesBeforeSelf()',
    (self, _types, environment) => nodeSequence(() => beforeSelf(self, environment)),
    `${middle}.NodesBeforeSelf().Count() // 3`,
  ),
  member(
    'bool IsAfter(XNode? node)',
    (self, node, _types, environment) => compareDocumentOrder(self, node, environment) > 0,
    `${middle}.IsAfter(${middle}) // throws System.InvalidOperationException`,
    `new[] { ${middle} }.All(x => x.IsAfter(x.PreviousNode)) // true`,
  ),
  member(
    'bool IsBefore(XNode? node)',
    (self, node, _types, environment) => compareDocumentOrder(self, node, environment) < 0,
    `new[] { ${middle} }.All(x => x.IsBefore(x.PreviousNode)) // false`,
  ),
  member(
    'static int CompareDocumentOrder(XNode? n1, XNode? n2)',
    (one, other, _types, environment) => compareDocumentOrder(one, other, environment),
    `new[] { ${middle} }.Sum(x => XNode.CompareDocumentOrder(x, x.NextNode)) // -1`,
    'XNode.CompareDocumentOrder(null, null) // 0',
  ),
];
