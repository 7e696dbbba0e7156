import { defineType, membersOf } from '../../declare/defineType.ts';
import { XCData, XText } from '../../runtime/xml/XText.ts';
import { givenValue } from './givenValue.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XText: XText;
    XCData: XCData;
  }
}

const textMember = membersOf<XText>();
const cdataMember = membersOf<XCData>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xtext */
export const LinqXText = defineType({
  name: 'System.Xml.Linq.XText',
  kind: 'class',
  base: 'XNode',
  represents: XText,
  members: [
    textMember(
      'XText(string value)',
      (value) => new XText(value),
      'new XText("a<b").ToString() // "a&lt;b"',
      'new XText((string)null) // throws System.ArgumentNullException',
    ),
    textMember(
      'XText(XText other)',
      ({ value }) => new XText(value),
      'new XText(new XText("a")).Value // "a"',
    ),
    textMember(
      'string Value { get; set; }',
      {
        get: ({ value }) => value,
        set(self, value) {
          self.value = givenValue(value);
        },
      },
      'new XText("a<b").Value // "a<b"',
      'new XText("a") { Value = "b" }.ToString() // "b"',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xcdata */
export const LinqXCData = defineType({
  name: 'System.Xml.Linq.XCData',
  kind: 'class',
  base: 'XText',
  represents: XCData,
  members: [
    cdataMember(
      'XCData(string value)',
      (value) => new XCData(value),
      'new XCData("a<b").ToString() // "<![CDATA[a<b]]>"',
      'new XCData("]]>").ToString() // "<![CDATA[]]]]><![CDATA[>]]>"',
    ),
    cdataMember(
      'XCData(XCData other)',
      ({ value }) => new XCData(value),
      'new XCData(new XCData("a")).Value // "a"',
    ),
  ],
});
