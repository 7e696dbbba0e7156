import type { Environment } from '../../Environment.ts';

/** Values of `System.Xml.XmlNamespaceScope` and `System.Xml.XPath.XPathNamespaceScope`. */
export const namespaceScopes = { All: 0, ExcludeXml: 1, Local: 2 } as const;

export type NamespaceScope = (typeof namespaceScopes)[keyof typeof namespaceScopes];

/** `System.Xml.IXmlNamespaceResolver`. */
export interface NamespaceResolver {
  lookupNamespace(prefix: string, environment: Environment): string | null;
  lookupPrefix(namespaceName: string, environment: Environment): string | null;
  /** Prefix and namespace, the outermost first. */
  namespacesInScope(scope: NamespaceScope, environment: Environment): ReadonlyMap<string, string>;
}
