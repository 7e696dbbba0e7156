import { defineType } from '../../declare/defineType.ts';
import { XPathException } from '../../runtime/exceptions.ts';
import { constructorsOf } from '../System/Exception.ts';

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathexception */
export const XPathXPathException = defineType({
  name: 'System.Xml.XPath.XPathException',
  kind: 'class',
  base: 'System.SystemException',
  represents: XPathException,
  members: constructorsOf('XPathException', XPathException, new XPathException().message),
});
