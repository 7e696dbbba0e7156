import { defineType, membersOf } from '../../declare/defineType.ts';
import { TextSource } from '../../runtime/TextSource.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    StringReader: TextSource;
  }
}

const member = membersOf<TextSource>();

/** https://learn.microsoft.com/dotnet/api/system.io.stringreader */
export const IOStringReader = defineType({
  name: 'System.IO.StringReader',
  kind: 'class',
  base: 'System.IO.TextReader',
  represents: TextSource,
  members: [
    member(
      'StringReader(string s)',
      (text) => new TextSource(text),
      'new StringReader("a").ReadToEnd() // "a"',
      'new StringReader(null) // throws System.ArgumentNullException',
    ),
  ],
});
