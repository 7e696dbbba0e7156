import { defineType, membersOf } from '../../declare/defineType.ts';
import { NodeEqualityComparer, NodeOrderComparer } from '../../runtime/xml/comparers.ts';
import { deepEquals } from '../../runtime/xml/deepEquals.ts';
import { xmlText } from '../../runtime/xml/writeNode.ts';
import { XNode } from '../../runtime/xml/XNode.ts';
import { nodeEditMembers } from './nodeEditMembers.ts';
import { nodeWalkMembers } from './nodeWalkMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XNode: XNode;
  }
}

const member = membersOf<XNode>();

/**
 * https://learn.microsoft.com/dotnet/api/system.xml.linq.xnode, without the members whose types the
 * gateway's allow list keeps out: readers and writers.
 */
export const LinqXNode = defineType({
  name: 'System.Xml.Linq.XNode',
  kind: 'class',
  base: 'XObject',
  represents: XNode,
  behaviour: { text: (value: XNode) => xmlText(value) },
  members: [
    ...nodeWalkMembers,
    ...nodeEditMembers,
    member(
      'string ToString(SaveOptions options)',
      (self, options) => xmlText(self, options),
      'XElement.Parse("<a><b/></a>").ToString() // "<a>\\n  <b />\\n</a>"',
      'XElement.Parse("<a><b/></a>").ToString(SaveOptions.DisableFormatting) // "<a><b /></a>"',
      'XElement.Parse("<a xmlns=\'u\'><b xmlns=\'u\'/></a>").ToString(SaveOptions.OmitDuplicateNamespaces | SaveOptions.DisableFormatting) // "<a xmlns=\\"u\\"><b /></a>"',
    ),
    member(
      'static bool DeepEquals(XNode? n1, XNode? n2)',
      (one, other, _types, environment) => deepEquals(one, other, environment),
      'XNode.DeepEquals(XElement.Parse("<a b=\'1\'>t</a>"), new XElement("a", new XAttribute("b", 1), "t")) // true',
      'XNode.DeepEquals(XElement.Parse("<a/>"), XElement.Parse("<a></a>")) // false',
    ),
    member(
      'static XNodeDocumentOrderComparer DocumentOrderComparer { get; }',
      () => new NodeOrderComparer(),
      'XNode.DocumentOrderComparer.Compare(null, new XElement("a")) // -1',
    ),
    member(
      'static XNodeEqualityComparer EqualityComparer { get; }',
      () => new NodeEqualityComparer(),
      'XNode.EqualityComparer.Equals(new XElement("a"), new XElement("a")) // true',
    ),
  ],
});
