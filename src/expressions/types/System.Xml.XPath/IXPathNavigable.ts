import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Navigator } from '../../runtime/xml/xpath/Navigator.ts';
import { navigator } from './examples.ts';

const member = membersOf<Navigator>();

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.ixpathnavigable */
export const XPathIXPathNavigable = defineType({
  name: 'System.Xml.XPath.IXPathNavigable',
  kind: 'interface',
  members: [
    member(
      'XPathNavigator CreateNavigator()',
      (self) => self.clone(),
      `((System.Xml.XPath.IXPathNavigable)${navigator('<a/>')}).CreateNavigator().Name // "a"`,
    ),
  ],
});
