import { defineType, membersOf } from '../../declare/defineType.ts';
import type { NamespaceResolver } from '../../runtime/xml/xpath/NamespaceResolver.ts';
import { prefixDictionary } from './prefixDictionary.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    IXmlNamespaceResolver: NamespaceResolver;
  }
}

const member = membersOf<NamespaceResolver>();

const sample = '((System.Xml.IXmlNamespaceResolver)new XmlNamespaceManager(new NameTable()))';

/** https://learn.microsoft.com/dotnet/api/system.xml.ixmlnamespaceresolver */
export const XmlIXmlNamespaceResolver = defineType({
  name: 'System.Xml.IXmlNamespaceResolver',
  kind: 'interface',
  members: [
    member(
      'IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope)',
      (self, scope, _types, environment) =>
        prefixDictionary(self.namespacesInScope(scope, environment), environment),
      `${sample}.GetNamespacesInScope(XmlNamespaceScope.All).Count // 1`,
    ),
    member(
      'string? LookupNamespace(string prefix)',
      (self, prefix, _types, environment) => self.lookupNamespace(prefix, environment),
      `${sample}.LookupNamespace("xml") // "http://www.w3.org/XML/1998/namespace"`,
      `${sample}.LookupNamespace("p") // null`,
    ),
    member(
      'string? LookupPrefix(string namespaceName)',
      (self, namespaceName, _types, environment) => self.lookupPrefix(namespaceName, environment),
      `${sample}.LookupPrefix("http://www.w3.org/2000/xmlns/") // "xmlns"`,
      `${sample}.LookupPrefix("urn:p") // null`,
    ),
  ],
});
