/** Values of `System.Xml.XmlNodeType`. */
export const nodeTypes = {
  None: 0,
  Element: 1,
  Attribute: 2,
  Text: 3,
  CDATA: 4,
  EntityReference: 5,
  Entity: 6,
  ProcessingInstruction: 7,
  Comment: 8,
  Document: 9,
  DocumentType: 10,
  DocumentFragment: 11,
  Notation: 12,
  Whitespace: 13,
  SignificantWhitespace: 14,
  EndElement: 15,
  EndEntity: 16,
  XmlDeclaration: 17,
} as const;

export type NodeType = (typeof nodeTypes)[keyof typeof nodeTypes];

/** The name of a value of `XmlNodeType`. */
export function nodeTypeName(type: NodeType): string {
  return Object.entries(nodeTypes).find(([, value]) => value === type)?.[0] ?? String(type);
}
