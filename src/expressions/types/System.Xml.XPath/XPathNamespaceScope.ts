import { defineType } from '../../declare/defineType.ts';
import { namespaceScopes } from '../../runtime/xml/xpath/NamespaceResolver.ts';
import type { NamespaceScope } from '../../runtime/xml/xpath/NamespaceResolver.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XPathNamespaceScope: NamespaceScope;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathnamespacescope */
export const XPathXPathNamespaceScope = defineType({
  name: 'System.Xml.XPath.XPathNamespaceScope',
  kind: 'enum',
  values: namespaceScopes,
});
