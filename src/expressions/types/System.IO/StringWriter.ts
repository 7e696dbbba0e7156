import { utf16 } from '../../../lib/encoding/CharacterEncoding.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { CultureInfo } from '../../runtime/CultureInfo.ts';
import { TextBuilder } from '../../runtime/TextBuilder.ts';
import { textEncodingOf } from '../../runtime/TextEncoding.ts';
import { TextSink } from '../../runtime/TextSink.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    StringWriter: TextSink;
  }
}

const member = membersOf<TextSink>();
const encoding = textEncodingOf(utf16);

/** https://learn.microsoft.com/dotnet/api/system.io.stringwriter */
export const IOStringWriter = defineType({
  name: 'System.IO.StringWriter',
  kind: 'class',
  base: 'System.IO.TextWriter',
  represents: TextSink,
  behaviour: { text: (self: TextSink) => self.builder.text },
  members: [
    member(
      'StringWriter()',
      () => new TextSink(new TextBuilder(), CultureInfo.invariant),
      'new StringWriter().ToString() // ""',
    ),
    member(
      'StringWriter(IFormatProvider? formatProvider)',
      (provider) => new TextSink(new TextBuilder(), provider ?? CultureInfo.invariant),
      'new StringWriter(CultureInfo.InvariantCulture).ToString() // ""',
    ),
    member(
      'StringWriter(StringBuilder sb)',
      (builder) => new TextSink(builder, CultureInfo.invariant),
      'new StringWriter(new StringBuilder("a")).ToString() // "a"',
    ),
    member(
      'StringWriter(StringBuilder sb, IFormatProvider? formatProvider)',
      (builder, provider) => new TextSink(builder, provider ?? CultureInfo.invariant),
      'new StringWriter(new StringBuilder("a"), null).ToString() // "a"',
    ),
    member(
      'Encoding Encoding { get; }',
      () => encoding,
      'new StringWriter().Encoding.WebName // "utf-16"',
    ),
    member(
      'StringBuilder GetStringBuilder()',
      ({ builder }) => builder,
      'new StringWriter().GetStringBuilder().Length // 0',
    ),
  ],
});
