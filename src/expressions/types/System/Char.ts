import { categories, categoryOf } from '../../../lib/unicode/category.ts';
import { numericValue } from '../../../lib/unicode/numericValue.ts';
import {
  toLowerUnit,
  toLowerUnitIn,
  toUpperUnit,
  toUpperUnitIn,
} from '../../../lib/unicode/simpleCase.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  FormatException,
} from '../../runtime/exceptions.ts';
import { charQuestions, codePointAt, unitAt } from './charQuestions.ts';
import { comparisons, difference } from './integerMembers.ts';
import { TypeCode } from './TypeCode.ts';

const member = membersOf<number>();

/** https://learn.microsoft.com/dotnet/api/system.char; values are UTF-16 units. */
export const SystemChar = defineType({
  name: 'System.Char',
  keyword: 'char',
  kind: 'struct',
  implements: ['IComparable', 'IComparable<char>', 'IConvertible', 'IEquatable<char>'],
  behaviour: { text: (value: number) => String.fromCharCode(value) },
  members: [
    member('const char MaxValue', 0xffff, "char.MaxValue // '\\uffff'"),
    member('const char MinValue', 0, "char.MinValue // '\\0'"),
    ...comparisons('char', 'Char', difference),
    member('TypeCode GetTypeCode()', () => TypeCode.Char, "'a'.GetTypeCode() // TypeCode.Char"),
    member(
      'string ToString(IFormatProvider? provider)',
      (self) => String.fromCharCode(self),
      '\'a\'.ToString(CultureInfo.InvariantCulture) // "a"',
    ),
    member(
      'static string ToString(char c)',
      (c) => String.fromCharCode(c),
      'char.ToString(\'a\') // "a"',
    ),
    member(
      'static char Parse(string s)',
      parseChar,
      'char.Parse("a") // \'a\'',
      'char.Parse("ab") // throws System.FormatException',
    ),
    member(
      'static bool TryParse(string? s, out char result)',
      (s, result) => {
        const isChar = s?.length === 1;
        result.value = isChar ? s.charCodeAt(0) : 0;
        return isChar;
      },
      'char.TryParse("a", out var c) // true',
      'char.TryParse("", out var c) // false',
    ),
    member('static char ToUpper(char c)', toUpperUnit, "char.ToUpper('é') // 'É'"),
    member('static char ToLower(char c)', toLowerUnit, "char.ToLower('É') // 'é'"),
    member(
      'static char ToUpperInvariant(char c)',
      toUpperUnit,
      "char.ToUpperInvariant('ß') // 'ß'",
    ),
    member(
      'static char ToLowerInvariant(char c)',
      toLowerUnit,
      "char.ToLowerInvariant('I') // 'i'",
    ),
    member(
      'static char ToUpper(char c, CultureInfo culture)',
      (c, culture) => toUpperUnitIn(c, culture.name),
      "char.ToUpper('i', new CultureInfo(\"tr-TR\")) // 'İ'",
    ),
    member(
      'static char ToLower(char c, CultureInfo culture)',
      (c, culture) => toLowerUnitIn(c, culture.name),
      "char.ToLower('I', new CultureInfo(\"tr-TR\")) // 'ı'",
    ),
    member(
      'static UnicodeCategory GetUnicodeCategory(char c)',
      (c) => categories.indexOf(categoryOf(c)),
      "char.GetUnicodeCategory('a') // UnicodeCategory.LowercaseLetter",
    ),
    member(
      'static UnicodeCategory GetUnicodeCategory(string s, int index)',
      (s, index) => categories.indexOf(categoryOf(codePointAt(s, index))),
      'char.GetUnicodeCategory("a+", 1) // UnicodeCategory.MathSymbol',
    ),
    member(
      'static double GetNumericValue(char c)',
      numericValue,
      "char.GetNumericValue('½') // 0.5",
      "char.GetNumericValue('x') // -1.0",
    ),
    member(
      'static double GetNumericValue(string s, int index)',
      (s, index) => numericValue(codePointAt(s, index)),
      'char.GetNumericValue("a7", 1) // 7.0',
    ),
    member(
      'static string ConvertFromUtf32(int utf32)',
      fromUtf32,
      'char.ConvertFromUtf32(0x1F600).Length // 2',
      'char.ConvertFromUtf32(0xD800) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'static int ConvertToUtf32(char highSurrogate, char lowSurrogate)',
      pairToUtf32,
      "char.ConvertToUtf32('\\ud83d', '\\ude00') // 0x1F600",
    ),
    member(
      'static int ConvertToUtf32(string s, int index)',
      toUtf32,
      'char.ConvertToUtf32("\\ud83d\\ude00", 0) // 0x1F600',
      'char.ConvertToUtf32("\\ud83d", 0) // throws System.ArgumentException',
    ),
    ...charQuestions,
  ],
});

/** @throws FormatException */
export function parseChar(text: string): number {
  if (text.length !== 1) throw new FormatException('String must be exactly one character long.');
  return text.charCodeAt(0);
}

/** @throws ArgumentOutOfRangeException */
function fromUtf32(utf32: number): string {
  const isScalar = utf32 >= 0 && utf32 <= 0x10ffff && (utf32 < 0xd800 || utf32 > 0xdfff);
  if (isScalar) return String.fromCodePoint(utf32);
  throw new ArgumentOutOfRangeException(
    'utf32',
    'A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).',
  );
}

/** @throws ArgumentOutOfRangeException */
function pairToUtf32(high: number, low: number): number {
  const [codePoint = 0] = Array.from(String.fromCharCode(high, low), (c) => c.codePointAt(0));
  if (codePoint > 0xffff) return codePoint;
  const isHigh = high >= 0xd800 && high <= 0xdbff;
  throw isHigh
    ? new ArgumentOutOfRangeException(
        'lowSurrogate',
        'A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive.',
      )
    : new ArgumentOutOfRangeException(
        'highSurrogate',
        'A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.',
      );
}

/** @throws ArgumentException, ArgumentOutOfRangeException */
function toUtf32(text: string, index: number): number {
  const unit = unitAt(text, index);
  const codePoint = codePointAt(text, index);
  if (codePoint > 0xffff || unit < 0xd800 || unit > 0xdfff) return codePoint;
  throw new ArgumentException(
    unit <= 0xdbff
      ? `Found a high surrogate char without a following low surrogate at index: ${index}. The input may not be in this encoding, or may not contain valid Unicode (UTF-16) characters.`
      : `Found a low surrogate char without a preceding high surrogate at index: ${index}. The input may not be in this encoding, or may not contain valid Unicode (UTF-16) characters.`,
    's',
  );
}
