import { defineType, membersOf } from '../../declare/defineType.ts';
import { XObject } from '../../runtime/xml/XObject.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XObject: XObject;
  }
}

const member = membersOf<XObject>();

/**
 * https://learn.microsoft.com/dotnet/api/system.xml.linq.xobject, without annotations and events.
 */
export const LinqXObject = defineType({
  name: 'System.Xml.Linq.XObject',
  kind: 'class',
  represents: XObject,
  members: [
    member('string BaseUri { get; }', () => '', 'XElement.Parse("<a/>").BaseUri // ""'),
    member(
      'XDocument? Document { get; }',
      (self) => self.document,
      'XDocument.Parse("<a><b/></a>").Root.FirstNode.Document.Root.Name.LocalName // "a"',
      'XElement.Parse("<a/>").Document // null',
    ),
    member(
      'XmlNodeType NodeType { get; }',
      (self) => self.nodeType,
      'XElement.Parse("<a>b</a>").FirstNode.NodeType // System.Xml.XmlNodeType.Text',
      'new XAttribute("a", 1).NodeType // System.Xml.XmlNodeType.Attribute',
    ),
    member(
      'XElement? Parent { get; }',
      (self) => self.parent,
      'XElement.Parse("<a><b/></a>").Element("b").Parent.Name.LocalName // "a"',
      'XDocument.Parse("<a/>").Root.Parent // null',
    ),
  ],
});
