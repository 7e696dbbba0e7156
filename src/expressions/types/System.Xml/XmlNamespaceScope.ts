import { defineType } from '../../declare/defineType.ts';
import { namespaceScopes } from '../../runtime/xml/xpath/NamespaceResolver.ts';
import type { NamespaceScope } from '../../runtime/xml/xpath/NamespaceResolver.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XmlNamespaceScope: NamespaceScope;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.xml.xmlnamespacescope */
export const XmlXmlNamespaceScope = defineType({
  name: 'System.Xml.XmlNamespaceScope',
  kind: 'enum',
  values: namespaceScopes,
});
