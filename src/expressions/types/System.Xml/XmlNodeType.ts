import { defineType } from '../../declare/defineType.ts';
import { nodeTypes } from '../../runtime/xml/nodeTypes.ts';
import type { NodeType } from '../../runtime/xml/nodeTypes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XmlNodeType: NodeType;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.xml.xmlnodetype */
export const XmlXmlNodeType = defineType({
  name: 'System.Xml.XmlNodeType',
  kind: 'enum',
  values: nodeTypes,
});
