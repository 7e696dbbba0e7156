import { defineType, membersOf } from '../../declare/defineType.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { NullReferenceException } from '../../runtime/exceptions.ts';
import { NamespaceManager } from '../../runtime/xml/xpath/NamespaceManager.ts';
import { objectType } from '../System.Collections/objectType.ts';
import { prefixDictionary } from './prefixDictionary.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XmlNamespaceManager: NamespaceManager;
  }
}

const member = membersOf<NamespaceManager>();

/** https://learn.microsoft.com/dotnet/api/system.xml.xmlnamespacemanager */
export const XmlXmlNamespaceManager = defineType({
  name: 'System.Xml.XmlNamespaceManager',
  kind: 'class',
  implements: ['System.Collections.IEnumerable', 'IXmlNamespaceResolver'],
  represents: NamespaceManager,
  members: [
    member(
      'XmlNamespaceManager(XmlNameTable? nameTable)',
      (nameTable) => {
        if (nameTable === null) throw new NullReferenceException();
        return new NamespaceManager(nameTable);
      },
      'new XmlNamespaceManager(new NameTable()).LookupNamespace("") // ""',
      'new XmlNamespaceManager(null) // throws System.NullReferenceException',
    ),
    member(
      'XmlNameTable? NameTable { get; }',
      (self) => self.nameTable,
      'new XmlNamespaceManager(new NameTable()).NameTable == null // false',
    ),
    member(
      'string DefaultNamespace { get; }',
      (self) => self.lookupNamespace('') ?? '',
      `${having('m.AddNamespace("", "urn:d");')}.DefaultNamespace // "urn:d"`,
      `${having('')}.DefaultNamespace // ""`,
    ),
    member(
      'void PushScope()',
      (self) => self.pushScope(),
      `${having('m.PushScope(); m.AddNamespace("p", "urn:p"); m.PopScope();')}.LookupNamespace("p") // null`,
    ),
    member(
      'bool PopScope()',
      (self) => self.popScope(),
      `${having('')}.PopScope() // false`,
      `${having('m.PushScope();')}.PopScope() // true`,
    ),
    member(
      'void AddNamespace(string prefix, string uri)',
      (self, prefix, uri, _types, environment) => self.add(prefix, uri, environment),
      `${having('m.AddNamespace("p", "urn:p"); m.AddNamespace("p", "urn:q");')}.LookupNamespace("p") // "urn:q"`,
      `${having('m.AddNamespace("xml", "urn:p");')} // throws System.ArgumentException`,
      `${having('m.AddNamespace("xmlns", "urn:p");')} // throws System.ArgumentException`,
      `${having('m.AddNamespace("p", null);')} // throws System.ArgumentNullException`,
    ),
    member(
      'void RemoveNamespace(string prefix, string uri)',
      (self, prefix, uri) => self.remove(prefix, uri),
      `${having('m.AddNamespace("p", "urn:p"); m.RemoveNamespace("p", "urn:p");')}.LookupNamespace("p") // null`,
      `${having('m.AddNamespace("p", "urn:p"); m.RemoveNamespace("p", "urn:q");')}.HasNamespace("p") // true`,
    ),
    member(
      'System.Collections.IEnumerator GetEnumerator()',
      (self, _types, environment) => {
        const prefixes = new Map(Array.from(self, (prefix) => [prefix, prefix]));
        environment.spend(1 + (prefixes.size >> 4));
        return enumeratorOf(prefixDictionary(prefixes, environment).keys, objectType());
      },
      `string.Join(",", ${having('m.AddNamespace("p", "urn:p");')}.Cast<string>()) // ",xmlns,xml,p"`,
      `${having('')}.GetEnumerator().MoveNext() // true`,
    ),
    member(
      'IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope)',
      (self, scope, _types, environment) =>
        prefixDictionary(self.namespacesInScope(scope, environment), environment),
      `string.Join(",", ${having('m.AddNamespace("p", "urn:p"); m.PushScope(); m.AddNamespace("q", "urn:q");')}.GetNamespacesInScope(XmlNamespaceScope.ExcludeXml)) // "[p, urn:p],[q, urn:q]"`,
      `${having('m.AddNamespace("p", "urn:p"); m.PushScope();')}.GetNamespacesInScope(XmlNamespaceScope.Local).Count // 0`,
    ),
    member(
      'string? LookupNamespace(string? prefix)',
      (self, prefix) => (prefix === null ? null : self.lookupNamespace(prefix)),
      `${having('m.AddNamespace("p", "urn:p");')}.LookupNamespace("p") // "urn:p"`,
      `${having('')}.LookupNamespace("p") // null`,
    ),
    member(
      'string? LookupPrefix(string? uri)',
      (self, uri, _types, environment) =>
        uri === null ? null : self.lookupPrefix(uri, environment),
      `${having('m.AddNamespace("p", "urn:p");')}.LookupPrefix("urn:p") // "p"`,
      `${having('m.AddNamespace("p", "urn:p"); m.PushScope(); m.AddNamespace("p", "urn:q");')}.LookupPrefix("urn:p") // null`,
    ),
    member(
      'bool HasNamespace(string? prefix)',
      (self, prefix) => prefix !== null && self.has(prefix),
      `${having('m.AddNamespace("p", "urn:p");')}.HasNamespace("p") // true`,
      `${having('m.AddNamespace("p", "urn:p"); m.PushScope();')}.HasNamespace("p") // false`,
    ),
  ],
});

/** A namespace manager to which something was done. */
function having(statements: string): string {
  return `((Func<XmlNamespaceManager>)(() => { var m = new XmlNamespaceManager(new NameTable()); ${statements} return m; }))()`;
}
