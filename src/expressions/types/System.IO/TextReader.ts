import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import type { TextSource } from '../../runtime/TextSource.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TextReader: TextSource;
  }
}

const member = membersOf<TextSource>();

/** https://learn.microsoft.com/dotnet/api/system.io.textreader */
export const IOTextReader = defineType({
  name: 'System.IO.TextReader',
  kind: 'class',
  implements: ['IDisposable'],
  members: [
    member('void Close()', (self) => self.close(), example('r.Close(); return 1;', '1')),
    member('void Dispose()', (self) => self.close(), example('r.Dispose(); return 1;', '1')),
    member('int Peek()', (self) => self.peek(), 'new StringReader("ab").Peek() // 97'),
    member(
      'int Read()',
      (self) => self.read(),
      'new StringReader("ab").Read() // 97',
      'new StringReader("").Read() // -1',
    ),
    member(
      'int Read(char[] buffer, int index, int count)',
      readInto,
      example('var b = new char[3]; return r.Read(b, 1, 2) + new string(b, 1, 2);', '"2ab"'),
    ),
    member(
      'int ReadBlock(char[] buffer, int index, int count)',
      readInto,
      example('var b = new char[1]; return r.ReadBlock(b, 0, 1);', '1'),
    ),
    member(
      'string? ReadLine()',
      (self) => self.readLine(),
      example('return r.ReadLine() + "," + r.ReadLine();', '"abc,d"'),
      'new StringReader("").ReadLine() // null',
    ),
    member(
      'string ReadToEnd()',
      (self) => self.readToEnd(),
      'new StringReader("a\\nb").ReadToEnd() // "a\\nb"',
    ),
  ],
});

/** Statements about a reader `r` of two lines, and their result. */
function example(statements: string, result: string): string {
  const body = `var r = new StringReader("abc\\r\\nd"); ${statements}`;
  return `((Func<object>)(() => { ${body} }))() // ${result}`;
}

/** @throws ArgumentException, ArgumentOutOfRangeException */
function readInto(self: TextSource, buffer: NetArray, index: number, count: number): number {
  if (index < 0) throw new ArgumentOutOfRangeException('index');
  if (count < 0) throw new ArgumentOutOfRangeException('count');
  if (buffer.length - index < count) {
    throw new ArgumentException(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  }
  const text = self.readMany(count);
  for (let i = 0; i < text.length; i++) buffer.setAt(index + i, text.charCodeAt(i));
  return text.length;
}
