import { defineType, membersOf } from '../../declare/defineType.ts';
import { nameIn, nameOf, XName } from '../../runtime/xml/XName.ts';
import { XNamespace } from '../../runtime/xml/XNamespace.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XName: XName;
  }
}

const member = membersOf<XName>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xname */
export const LinqXName = defineType({
  name: 'System.Xml.Linq.XName',
  kind: 'class',
  implements: ['IEquatable<XName>'],
  represents: XName,
  behaviour: {
    text: ({ expanded }: XName) => expanded,
    equals: (value: XName, other) => other instanceof XName && XName.areEqual(value, other),
    key: ({ expanded }: XName) => expanded,
  },
  members: [
    member(
      'string LocalName { get; }',
      (self) => self.localName,
      'XName.Get("{u}a").LocalName // "a"',
    ),
    member(
      'XNamespace Namespace { get; }',
      ({ namespace }) => namespace,
      'XName.Get("a").Namespace == XNamespace.None // true',
    ),
    member(
      'string NamespaceName { get; }',
      (self) => self.namespaceName,
      'XName.Get("{u}a").NamespaceName // "u"',
    ),
    member(
      'static XName Get(string expandedName)',
      nameOf,
      'XName.Get("{u}a").ToString() // "{u}a"',
      'XName.Get("{u}") // throws System.ArgumentException',
      'XName.Get("1a") // throws System.Xml.XmlException',
    ),
    member(
      'static XName Get(string localName, string namespaceName)',
      (localName, namespaceName) => nameIn(new XNamespace(namespaceName), localName),
      'XName.Get("a", "u").ToString() // "{u}a"',
    ),
    member(
      'static implicit operator XName?(string? expandedName)',
      (expandedName: string | null) => (expandedName === null ? null : nameOf(expandedName)),
      '((XName)"{u}a").NamespaceName // "u"',
      '(XName)(string)null // null',
    ),
    member(
      'static bool operator ==(XName? left, XName? right)',
      (left, right) => XName.areEqual(left, right),
      'new XElement("a").Name == "a" // true',
    ),
    member(
      'static bool operator !=(XName? left, XName? right)',
      (left, right) => !XName.areEqual(left, right),
      'new XElement("a").Name != "{u}a" // true',
    ),
    member(
      'bool Equals(XName? other)',
      (self, other) => XName.areEqual(self, other),
      'XName.Get("a").Equals(XName.Get("a", "")) // true',
    ),
  ],
});
