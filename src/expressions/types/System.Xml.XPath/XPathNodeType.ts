import { defineType } from '../../declare/defineType.ts';

/** Values of the enum; SignificantWhitespace and Whitespace are never told of a node here. */
export const nodeTypes = {
  Root: 0,
  Element: 1,
  Attribute: 2,
  Namespace: 3,
  Text: 4,
  SignificantWhitespace: 5,
  Whitespace: 6,
  ProcessingInstruction: 7,
  Comment: 8,
  All: 9,
} as const;

export type NodeType = (typeof nodeTypes)[keyof typeof nodeTypes];

declare module '../../declare/typed.ts' {
  interface Representations {
    XPathNodeType: NodeType;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathnodetype */
export const XPathXPathNodeType = defineType({
  name: 'System.Xml.XPath.XPathNodeType',
  kind: 'enum',
  values: nodeTypes,
});
