/** https://learn.microsoft.com/dotnet/api/system.xml.xpath: how `XPathExpression.AddSort` sorts. */
import { defineType } from '../../declare/defineType.ts';

export const sortOrders = { Ascending: 1, Descending: 2 } as const;
export const caseOrders = { None: 0, UpperFirst: 1, LowerFirst: 2 } as const;
export const dataTypes = { Text: 1, Number: 2 } as const;

export const XPathXmlSortOrder = defineType({
  name: 'System.Xml.XPath.XmlSortOrder',
  kind: 'enum',
  values: sortOrders,
});

export const XPathXmlCaseOrder = defineType({
  name: 'System.Xml.XPath.XmlCaseOrder',
  kind: 'enum',
  values: caseOrders,
});

export const XPathXmlDataType = defineType({
  name: 'System.Xml.XPath.XmlDataType',
  kind: 'enum',
  values: dataTypes,
});
