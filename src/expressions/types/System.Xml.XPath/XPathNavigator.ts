import { defineType, membersOf } from '../../declare/defineType.ts';
import { owing } from '../../runtime/xml/OwedWork.ts';
import { Navigator } from '../../runtime/xml/xpath/Navigator.ts';
import { NavigatorComparer } from '../../runtime/xml/xpath/NavigatorComparer.ts';
import { moving, navigator } from './examples.ts';
import { navigatorEditMembers } from './navigatorEditMembers.ts';
import { navigatorMoveMembers } from './navigatorMoveMembers.ts';
import { navigatorNodeMembers } from './navigatorNodeMembers.ts';
import { navigatorPlaceMembers } from './navigatorPlaceMembers.ts';
import { navigatorSelectMembers } from './navigatorSelectMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XPathNavigator: Navigator;
  }
}

const member = membersOf<Navigator>();

/**
 * https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathnavigator, over trees of
 * System.Xml.Linq; without readers, writers and schemas, as expressions have none.
 */
export const XPathXPathNavigator = defineType({
  name: 'System.Xml.XPath.XPathNavigator',
  kind: 'class',
  base: 'XPathItem',
  implements: ['ICloneable', 'IXPathNavigable', 'IXmlNamespaceResolver'],
  represents: Navigator,
  behaviour: { text: (value: Navigator) => owing((work) => value.value(work)) },
  members: [
    ...navigatorNodeMembers,
    ...navigatorMoveMembers,
    ...navigatorPlaceMembers,
    ...navigatorSelectMembers,
    ...navigatorEditMembers,
    member(
      'static System.Collections.IEqualityComparer NavigatorComparer { get; }',
      () => new NavigatorComparer(),
      `${moving(navigator('<a/>'), 'return XPathNavigator.NavigatorComparer.Equals(n, n.Clone()) + "";')} // "True"`,
    ),
  ],
});
