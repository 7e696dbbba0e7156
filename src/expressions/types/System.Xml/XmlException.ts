import { defineType, membersOf } from '../../declare/defineType.ts';
import { XmlException } from '../../runtime/exceptions.ts';
import type { NetException } from '../../runtime/exceptions.ts';
import { constructorsOf } from '../System/Exception.ts';

const member = membersOf<XmlException>();

/** https://learn.microsoft.com/dotnet/api/system.xml.xmlexception */
export const XmlXmlException = defineType({
  name: 'System.Xml.XmlException',
  kind: 'class',
  base: 'System.SystemException',
  represents: XmlException,
  members: [
    ...constructorsOf('XmlException', XmlException, new XmlException().message),
    member(
      'XmlException(string? message, Exception? innerException, int lineNumber, int linePosition)',
      (message, inner: NetException | null, lineNumber, linePosition) =>
        new XmlException(message, inner, lineNumber, linePosition),
      'new System.Xml.XmlException("No.", null, 1, 5).Message // "No. Line 1, position 5."',
    ),
    member(
      'int LineNumber { get; }',
      ({ lineNumber }) => lineNumber,
      `${caught('<a>\\n<b c=1/></a>')}.LineNumber // 2`,
    ),
    member(
      'int LinePosition { get; }',
      ({ linePosition }) => linePosition,
      `${caught('<a>\\n<b c=1/></a>')}.LinePosition // 6`,
      `${caught('')}.LinePosition // 0`,
    ),
    member('string? SourceUri { get; }', () => null, `${caught('')}.SourceUri // null`),
  ],
});

function caught(xml: string): string {
  return `((Func<System.Xml.XmlException>)(() => { try { XElement.Parse("${xml}"); return null; } catch (System.Xml.XmlException e) { return e; } }))()`;
}
