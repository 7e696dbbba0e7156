import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Culture } from '../../runtime/Culture.ts';
import type { TextSink } from '../../runtime/TextSink.ts';
import { example, writeMembers } from './textWriterWrite.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TextWriter: TextSink;
  }
}

const member = membersOf<TextSink>();

/** https://learn.microsoft.com/dotnet/api/system.io.textwriter */
export const IOTextWriter = defineType({
  name: 'System.IO.TextWriter',
  kind: 'class',
  implements: ['IDisposable'],
  members: [
    member('void Close()', (self) => self.close(), example('w.Close();', '""')),
    member('void Dispose()', (self) => self.close(), example('w.Dispose();', '""')),
    member('void Flush()', () => undefined, example('w.Write("a"); w.Flush();', '"a"')),
    member(
      'IFormatProvider FormatProvider { get; }',
      ({ culture }): Culture => culture,
      'new StringWriter().FormatProvider == null // false',
    ),
    member(
      'string NewLine { get; set; }',
      {
        get: ({ newLine }) => newLine,
        set(self, value) {
          self.newLine = value;
        },
      },
      example('w.NewLine = ";"; w.WriteLine("a");', '"a;"'),
    ),
    ...writeMembers('Write'),
    ...writeMembers('WriteLine'),
    member(
      'void WriteLine()',
      (self, _types, environment) => self.write(self.newLine, environment),
      example('w.NewLine = ";"; w.WriteLine();', '";"'),
    ),
  ],
});
