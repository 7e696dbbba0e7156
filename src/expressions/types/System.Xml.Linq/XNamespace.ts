import { defineType, membersOf } from '../../declare/defineType.ts';
import { nameIn } from '../../runtime/xml/XName.ts';
import { XNamespace } from '../../runtime/xml/XNamespace.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XNamespace: XNamespace;
  }
}

const member = membersOf<XNamespace>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xnamespace */
export const LinqXNamespace = defineType({
  name: 'System.Xml.Linq.XNamespace',
  kind: 'class',
  represents: XNamespace,
  behaviour: {
    text: ({ name }: XNamespace) => name,
    equals: (value: XNamespace, other) =>
      other instanceof XNamespace && XNamespace.areEqual(value, other),
    key: ({ name }: XNamespace) => name,
  },
  members: [
    member(
      'static XNamespace None { get; }',
      () => XNamespace.none,
      'XNamespace.None.NamespaceName // ""',
    ),
    member(
      'static XNamespace Xml { get; }',
      () => XNamespace.xml,
      'XNamespace.Xml.NamespaceName // "http://www.w3.org/XML/1998/namespace"',
    ),
    member(
      'static XNamespace Xmlns { get; }',
      () => XNamespace.xmlns,
      'XNamespace.Xmlns.NamespaceName // "http://www.w3.org/2000/xmlns/"',
    ),
    member(
      'static XNamespace Get(string namespaceName)',
      (namespaceName) => new XNamespace(namespaceName),
      'XNamespace.Get("urn:a").ToString() // "urn:a"',
      'XNamespace.Get(null) // throws System.ArgumentNullException',
    ),
    member(
      'string NamespaceName { get; }',
      ({ name }) => name,
      'XNamespace.Get("u").NamespaceName // "u"',
    ),
    member(
      'XName GetName(string localName)',
      nameIn,
      'XNamespace.Get("u").GetName("a").ToString() // "{u}a"',
      'XNamespace.Get("u").GetName("a b") // throws System.Xml.XmlException',
    ),
    member(
      'static implicit operator XNamespace?(string? namespaceName)',
      (namespaceName: string | null) =>
        namespaceName === null ? null : new XNamespace(namespaceName),
      '((XNamespace)"u").NamespaceName // "u"',
      '(XNamespace)(string)null // null',
    ),
    member(
      'static XName operator +(XNamespace ns, string localName)',
      nameIn,
      '((XNamespace)"u" + "a").LocalName // "a"',
    ),
    member(
      'static bool operator ==(XNamespace? left, XNamespace? right)',
      (left, right) => XNamespace.areEqual(left, right),
      '(XNamespace)"u" == "u" // true',
    ),
    member(
      'static bool operator !=(XNamespace? left, XNamespace? right)',
      (left, right) => !XNamespace.areEqual(left, right),
      '(XNamespace)"u" != null // true',
    ),
  ],
});
