import {
  ascii,
  encodingNamed,
  encodingOfCodePage,
  latin1,
  utf16,
  utf16BigEndian,
  utf32,
  utf8,
} from '../../../lib/encoding/CharacterEncoding.ts';
import type { CharacterEncoding } from '../../../lib/encoding/CharacterEncoding.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { checkNonNegative } from '../../runtime/collections/checks.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  NotSupportedException,
} from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { TextEncoding, textEncodingOf } from '../../runtime/TextEncoding.ts';
import { SystemByte } from '../System/Byte.ts';
import { SystemChar } from '../System/Char.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Encoding: TextEncoding;
  }
}

const member = membersOf<TextEncoding>();

const known = {
  ascii: textEncodingOf(ascii),
  latin1: textEncodingOf(latin1),
  utf16: textEncodingOf(utf16),
  utf16BigEndian: textEncodingOf(utf16BigEndian),
  utf32: textEncodingOf(utf32),
  utf8: textEncodingOf(utf8),
};

/** https://learn.microsoft.com/dotnet/api/system.text.encoding */
export const TextEncodingType = defineType({
  name: 'System.Text.Encoding',
  kind: 'class',
  implements: ['ICloneable'],
  represents: TextEncoding,
  behaviour: {
    equals: (self: TextEncoding, other) =>
      other instanceof TextEncoding && other.characters === self.characters,
    key: ({ characters }: TextEncoding) => characters.codePage,
  },
  members: [
    member('static Encoding ASCII { get; }', () => known.ascii, 'Encoding.ASCII.CodePage // 20127'),
    member(
      'static Encoding BigEndianUnicode { get; }',
      () => known.utf16BigEndian,
      'Encoding.BigEndianUnicode.GetBytes("A")[1] // (byte)65',
    ),
    member(
      'static Encoding Default { get; }',
      () => known.utf8,
      'Encoding.Default.WebName // "utf-8"',
    ),
    member(
      'static Encoding Latin1 { get; }',
      () => known.latin1,
      'Encoding.Latin1.CodePage // 28591',
    ),
    member(
      'static Encoding Unicode { get; }',
      () => known.utf16,
      'Encoding.Unicode.GetBytes("A").Length // 2',
    ),
    member(
      'static Encoding UTF8 { get; }',
      () => known.utf8,
      'Encoding.UTF8.GetBytes("é").Length // 2',
    ),
    member(
      'static Encoding UTF32 { get; }',
      () => known.utf32,
      'Encoding.UTF32.GetBytes("A").Length // 4',
    ),
    member(
      'static Encoding GetEncoding(string name)',
      named,
      'Encoding.GetEncoding("iso-8859-1").CodePage // 28591',
      'Encoding.GetEncoding("klingon") // throws System.ArgumentException',
    ),
    member(
      'static Encoding GetEncoding(int codepage)',
      ofCodePage,
      'Encoding.GetEncoding(65001).WebName // "utf-8"',
      'Encoding.GetEncoding(1) // throws System.ArgumentException',
      'Encoding.GetEncoding(9) // throws System.NotSupportedException',
    ),
    member(
      'static byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes)',
      (from, to, all) => bytes(to.characters.encode(from.characters.decode(bytesIn(all)))),
      'Encoding.Convert(Encoding.UTF8, Encoding.Unicode, new byte[] { 65 }).Length // 2',
    ),
    member(
      'static byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes, int index, int count)',
      (from, to, all, index, count) =>
        bytes(to.characters.encode(from.characters.decode(slice(all, index, count)))),
      'Encoding.Convert(Encoding.UTF8, Encoding.Unicode, new byte[] { 65, 66 }, 1, 1).Length // 2',
    ),
    member(
      'string BodyName { get; }',
      ({ characters }) => characters.name,
      'Encoding.UTF8.BodyName // "utf-8"',
    ),
    member(
      'int CodePage { get; }',
      ({ characters }) => characters.codePage,
      'Encoding.UTF8.CodePage // 65001',
    ),
    member(
      'string EncodingName { get; }',
      ({ characters }) => characters.title,
      'Encoding.UTF8.EncodingName // "Unicode (UTF-8)"',
    ),
    member(
      'string HeaderName { get; }',
      ({ characters }) => characters.name,
      'Encoding.ASCII.HeaderName // "us-ascii"',
    ),
    member('bool IsReadOnly { get; }', () => true, 'Encoding.UTF8.IsReadOnly // true'),
    member(
      'bool IsSingleByte { get; }',
      ({ characters }) => characters.singleByte,
      'Encoding.ASCII.IsSingleByte // true',
    ),
    member(
      'string WebName { get; }',
      ({ characters }) => characters.name,
      'Encoding.Unicode.WebName // "utf-16"',
    ),
    member('object Clone()', (self) => self, 'Encoding.UTF8.Clone() == null // false'),
    member(
      'int GetByteCount(string s)',
      ({ characters }, s) => characters.encode(s).length,
      'Encoding.UTF8.GetByteCount("é") // 2',
    ),
    member(
      'int GetByteCount(char[] chars)',
      ({ characters }, chars) => characters.encode(textOf(chars)).length,
      `Encoding.UTF8.GetByteCount(new[] { 'a' }) // 1`,
    ),
    member(
      'int GetByteCount(char[] chars, int index, int count)',
      ({ characters }, chars, index, count) =>
        characters.encode(part(textOf(chars), index, count)).length,
      `Encoding.UTF8.GetByteCount(new[] { 'a', 'é' }, 1, 1) // 2`,
    ),
    member(
      'byte[] GetBytes(string s)',
      ({ characters }, s) => bytes(characters.encode(s)),
      'Encoding.UTF8.GetBytes("A")[0] // (byte)65',
      'Encoding.ASCII.GetBytes("é")[0] // (byte)63',
      'Encoding.UTF8.GetBytes((string)null) // throws System.ArgumentNullException',
    ),
    member(
      'byte[] GetBytes(string s, int index, int count)',
      ({ characters }, s, index, count) => bytes(characters.encode(part(s, index, count))),
      'Encoding.UTF8.GetBytes("abc", 1, 2).Length // 2',
    ),
    member(
      'byte[] GetBytes(char[] chars)',
      ({ characters }, chars) => bytes(characters.encode(textOf(chars))),
      `Encoding.UTF8.GetBytes(new[] { 'a' })[0] // (byte)97`,
    ),
    member(
      'byte[] GetBytes(char[] chars, int index, int count)',
      ({ characters }, chars, index, count) =>
        bytes(characters.encode(part(textOf(chars), index, count))),
      `Encoding.UTF8.GetBytes(new[] { 'a', 'b' }, 1, 1)[0] // (byte)98`,
    ),
    member(
      'int GetCharCount(byte[] bytes)',
      ({ characters }, all) => characters.decode(bytesIn(all)).length,
      'Encoding.UTF8.GetCharCount(new byte[] { 65 }) // 1',
    ),
    member(
      'int GetCharCount(byte[] bytes, int index, int count)',
      ({ characters }, all, index, count) => characters.decode(slice(all, index, count)).length,
      'Encoding.UTF8.GetCharCount(new byte[] { 65, 66 }, 0, 1) // 1',
    ),
    member(
      'char[] GetChars(byte[] bytes)',
      ({ characters }, all) => chars(characters.decode(bytesIn(all))),
      `Encoding.UTF8.GetChars(new byte[] { 65 })[0] // 'A'`,
    ),
    member(
      'char[] GetChars(byte[] bytes, int index, int count)',
      ({ characters }, all, index, count) => chars(characters.decode(slice(all, index, count))),
      `Encoding.UTF8.GetChars(new byte[] { 65, 66 }, 1, 1)[0] // 'B'`,
    ),
    member(
      'int GetMaxByteCount(int charCount)',
      ({ characters }, count) => {
        checkNonNegative(count, 'charCount');
        return within(characters.bytesPerUnit * (count + 1), 'charCount');
      },
      'Encoding.UTF8.GetMaxByteCount(1) // 6',
    ),
    member(
      'int GetMaxCharCount(int byteCount)',
      ({ characters }, count) => {
        checkNonNegative(count, 'byteCount');
        return within(maximumChars(characters, count), 'byteCount');
      },
      'Encoding.UTF8.GetMaxCharCount(1) // 2',
    ),
    member(
      'byte[] GetPreamble()',
      ({ characters, hasPreamble }) =>
        bytes(Uint8Array.from(hasPreamble ? characters.preamble : [])),
      'Encoding.UTF8.GetPreamble().Length // 3',
    ),
    member(
      'string GetString(byte[] bytes)',
      ({ characters }, all) => characters.decode(bytesIn(all)),
      'Encoding.UTF8.GetString(new byte[] { 104, 105 }) // "hi"',
    ),
    member(
      'string GetString(byte[] bytes, int index, int count)',
      ({ characters }, all, index, count) => characters.decode(slice(all, index, count)),
      'Encoding.UTF8.GetString(new byte[] { 104, 105 }, 1, 1) // "i"',
      'Encoding.UTF8.GetString(new byte[0], 1, 1) // throws System.ArgumentOutOfRangeException',
    ),
  ],
});

/** @throws ArgumentException */
function named(name: string): TextEncoding {
  const encoding = encodingNamed(name);
  if (encoding) return textEncodingOf(encoding);
  throw new ArgumentException(`'${name}' is not a supported encoding name.`, 'name');
}

/** @throws NotSupportedException */
/** Code pages that only name a wish: that of OEM, of a Macintosh, of the thread, of symbols. */
const vague = new Set([1, 2, 3, 42]);

/** @throws ArgumentException, NotSupportedException */
function ofCodePage(codePage: number): TextEncoding {
  if (codePage < 0 || codePage > 65_535) {
    throw new ArgumentOutOfRangeException(
      'codepage',
      'Valid values are between 0 and 65535, inclusive.',
    );
  }
  if (vague.has(codePage)) {
    throw new ArgumentException(`${codePage} is not a supported code page.`, 'codepage');
  }
  const encoding = codePage === 0 ? utf8 : encodingOfCodePage(codePage);
  if (encoding) return textEncodingOf(encoding);
  throw new NotSupportedException(`No data is available for encoding ${codePage}.`);
}

/** A number of bytes or characters that fits. @throws ArgumentOutOfRangeException */
function within(count: number, parameter: string): number {
  if (count <= 0x7fff_ffff) return count;
  throw new ArgumentOutOfRangeException(
    parameter,
    'Too many characters. The resulting number of bytes is larger than what can be returned as an int.',
  );
}

/** As the classes of .NET Framework reckon it. */
function maximumChars({ singleByte, bytesPerUnit }: CharacterEncoding, byteCount: number): number {
  if (singleByte) return byteCount;
  if (bytesPerUnit === 2) return (byteCount >> 1) + (byteCount & 1) + 1;
  return bytesPerUnit === 4 ? (byteCount >> 1) + 2 : byteCount + 1;
}

function bytes(items: Uint8Array): NetArray {
  return new NetArray(SystemByte.construct(), items);
}

function chars(text: string): NetArray {
  return new NetArray(
    SystemChar.construct(),
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
  );
}

function textOf({ items }: NetArray): string {
  return Array.from(items, (unit) => String.fromCharCode(Number(unit))).join('');
}

/** @throws ArgumentOutOfRangeException */
function requireRange(length: number, index: number, count: number): void {
  if (index < 0) throw new ArgumentOutOfRangeException('index');
  if (count < 0) throw new ArgumentOutOfRangeException('count');
  if (index + count > length) throw new ArgumentOutOfRangeException('bytes');
}

function slice(array: NetArray, index: number, count: number): Uint8Array {
  requireRange(array.length, index, count);
  return bytesIn(array).subarray(index, index + count);
}

function part(text: string, index: number, count: number): string {
  requireRange(text.length, index, count);
  return text.slice(index, index + count);
}
