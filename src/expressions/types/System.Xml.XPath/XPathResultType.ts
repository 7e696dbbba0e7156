import { defineType } from '../../declare/defineType.ts';

export const resultTypes = {
  Number: 0,
  String: 1,
  Boolean: 2,
  NodeSet: 3,
  Navigator: 1,
  Any: 5,
  Error: 6,
} as const;

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathresulttype */
export const XPathXPathResultType = defineType({
  name: 'System.Xml.XPath.XPathResultType',
  kind: 'enum',
  values: resultTypes,
});
