import { defineType, membersOf } from '../../declare/defineType.ts';
import { XComment } from '../../runtime/xml/XComment.ts';
import { givenValue } from './givenValue.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XComment: XComment;
  }
}

const member = membersOf<XComment>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xcomment */
export const LinqXComment = defineType({
  name: 'System.Xml.Linq.XComment',
  kind: 'class',
  base: 'XNode',
  represents: XComment,
  members: [
    member(
      'XComment(string value)',
      (value) => new XComment(value),
      'new XComment("a").ToString() // "<!--a-->"',
      'new XComment("a--b-").ToString() // "<!--a- -b- -->"',
    ),
    member(
      'XComment(XComment other)',
      ({ value }) => new XComment(value),
      'new XComment(new XComment("a")).Value // "a"',
    ),
    member(
      'string Value { get; set; }',
      {
        get: ({ value }) => value,
        set(self, value) {
          self.value = givenValue(value);
        },
      },
      'new XComment("a") { Value = "b" }.Value // "b"',
    ),
  ],
});
