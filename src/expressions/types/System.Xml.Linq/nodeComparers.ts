/** https://learn.microsoft.com/dotnet/api/system.xml.linq: the comparers of nodes. */
import { defineType, membersOf } from '../../declare/defineType.ts';
import { NodeEqualityComparer, NodeOrderComparer } from '../../runtime/xml/comparers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XNodeDocumentOrderComparer: NodeOrderComparer;
    XNodeEqualityComparer: NodeEqualityComparer;
  }
}

const orderMember = membersOf<NodeOrderComparer>();
const equalityMember = membersOf<NodeEqualityComparer>();

export const LinqXNodeDocumentOrderComparer = defineType({
  name: 'System.Xml.Linq.XNodeDocumentOrderComparer',
  kind: 'class',
  implements: ['IComparer<XNode>', 'System.Collections.IComparer'],
  represents: NodeOrderComparer,
  members: [
    orderMember(
      'XNodeDocumentOrderComparer()',
      () => new NodeOrderComparer(),
      'string.Join("", XElement.Parse("<a>1<b/>2</a>").Nodes().Reverse().OrderBy(n => n, new XNodeDocumentOrderComparer())) // "1<b />2"',
    ),
    orderMember(
      'int Compare(XNode? x, XNode? y)',
      (self, x, y) => self.compare(x, y),
      'new XNodeDocumentOrderComparer().Compare(new XElement("a"), new XElement("a")) // throws System.InvalidOperationException',
    ),
  ],
});

export const LinqXNodeEqualityComparer = defineType({
  name: 'System.Xml.Linq.XNodeEqualityComparer',
  kind: 'class',
  implements: ['IEqualityComparer<XNode>', 'System.Collections.IEqualityComparer'],
  represents: NodeEqualityComparer,
  members: [
    equalityMember(
      'XNodeEqualityComparer()',
      () => new NodeEqualityComparer(),
      'XElement.Parse("<a><b/><b/><b>1</b></a>").Nodes().Distinct(new XNodeEqualityComparer()).Count() // 2',
    ),
    equalityMember(
      'bool Equals(XNode? x, XNode? y)',
      (self, x, y) => self.equals(x, y),
      'new XNodeEqualityComparer().Equals(new XText("a"), new XCData("a")) // false',
    ),
    equalityMember(
      'int GetHashCode(XNode obj)',
      (self, node) => self.hashCode(node),
      'new XNodeEqualityComparer().GetHashCode(new XText("a")) == new XNodeEqualityComparer().GetHashCode(new XText("a")) // true',
    ),
  ],
});
