import { defineType } from '../../declare/defineType.ts';

export const nodeOrders = { Before: 0, After: 1, Same: 2, Unknown: 3 } as const;

/** https://learn.microsoft.com/dotnet/api/system.xml.xmlnodeorder */
export const XmlXmlNodeOrder = defineType({
  name: 'System.Xml.XmlNodeOrder',
  kind: 'enum',
  values: nodeOrders,
});
