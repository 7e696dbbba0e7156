import { toLowerUnit, toUpperUnit } from '../../../lib/unicode/simpleCase.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { compositeFormat } from '../../runtime/compositeFormat.ts';
import type { Culture } from '../../runtime/Culture.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { Enumerator } from '../../runtime/Enumerator.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  IndexOutOfRangeException,
} from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import {
  compareTexts,
  equalTexts,
  foldCase,
  folded,
  stringComparisons,
} from '../../runtime/textComparison.ts';
import { toText } from '../../runtime/toText.ts';
import { box } from '../../runtime/boxing.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import {
  indexOf,
  indexOfAny,
  insert,
  lastIndexOf,
  lastIndexOfAny,
  remove,
  substring,
} from './stringSearch.ts';
import { split } from './stringSplit.ts';
import { trim } from './stringTrim.ts';
import { TypeCode } from './TypeCode.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    StringComparison: number;
    StringSplitOptions: number;
  }
}

const member = membersOf<string>();
const { CurrentCulture, CurrentCultureIgnoreCase, Ordinal } = stringComparisons;
const noLimit = 0x7fff_ffff;

/** https://learn.microsoft.com/dotnet/api/system.string */
export const SystemString: TypeDefinition = defineType({
  name: 'System.String',
  keyword: 'string',
  kind: 'class',
  implements: [
    'ICloneable',
    'IComparable',
    'IComparable<string>',
    'IConvertible',
    'IEnumerable<char>',
    'IEquatable<string>',
  ],
  represents: String,
  behaviour: {
    text: (value: string) => value,
    equals: (value: string, other) => value === other,
    key: (value: string) => value,
    compare: (value: string, other: string) => compareTexts(value, other, CurrentCulture),
  },
  members: [
    member(
      'String(char c, int count)',
      (c, count, _types, environment) => repeated(c, count, environment),
      'new string(\'a\', 3) // "aaa"',
      "new string('a', -1) // throws System.ArgumentOutOfRangeException",
    ),
    member(
      'String(char[]? value)',
      (value: NetArray | null) => (value === null ? '' : units(value)),
      "new string(new[] { 'a', 'b' }) // \"ab\"",
    ),
    member(
      'String(char[] value, int startIndex, int length)',
      (value, start, length) => substring(units(value), start, length),
      "new string(new[] { 'a', 'b' }, 1, 1) // \"b\"",
    ),
    member('static readonly string Empty', '', 'string.Empty // ""'),
    member('int Length { get; }', (self) => self.length, '"echo".Length // 4'),
    member(
      'char this[int index] { get; }',
      (self, index) => {
        if (index < 0 || index >= self.length)
          throw new IndexOutOfRangeException('Index was outside the bounds of the array.');
        return self.charCodeAt(index);
      },
      '"echo"[1] // \'c\'',
      '""[0] // throws System.IndexOutOfRangeException',
    ),
    member('TypeCode GetTypeCode()', () => TypeCode.String, '"".GetTypeCode() // TypeCode.String'),
    member(
      'CharEnumerator GetEnumerator()',
      (self) =>
        new Enumerator(
          SystemString.registry.named('System.Char'),
          iterate(self, SystemString.registry.named('System.Char')),
        ),
      '((Func<int>)(() => { var n = 0; foreach (var c in "abc") n++; return n; }))() // 3',
    ),
    member('object Clone()', (self) => self, '"a".Clone() // "a"'),
    member('static string Copy(string str)', (str) => str, 'string.Copy("a") // "a"'),
    member('static string Intern(string str)', (str) => str, 'string.Intern("a") // "a"'),
    member('static string? IsInterned(string str)', (str) => str, 'string.IsInterned("a") // "a"'),
    member(
      'static bool IsNullOrEmpty(string? value)',
      (value) => value === null || value === '',
      'string.IsNullOrEmpty("") // true',
      'string.IsNullOrEmpty(null) // true',
    ),
    member(
      'static bool IsNullOrWhiteSpace(string? value)',
      (value) => value === null || trim(value) === '',
      'string.IsNullOrWhiteSpace(" \\t") // true',
    ),

    member(
      'static int Compare(string? strA, string? strB)',
      (a, b) => compareTexts(a, b, CurrentCulture),
      'string.Compare("a", "b") // -1',
    ),
    member(
      'static int Compare(string? strA, string? strB, bool ignoreCase)',
      (a, b, ignoreCase) =>
        compareTexts(a, b, ignoreCase ? CurrentCultureIgnoreCase : CurrentCulture),
      'string.Compare("a", "A", true) // 0',
    ),
    member(
      'static int Compare(string? strA, string? strB, StringComparison comparisonType)',
      (a, b, comparison) => compareTexts(a, b, comparison),
      'string.Compare("a", "A", StringComparison.OrdinalIgnoreCase) // 0',
    ),
    member(
      'static int Compare(string? strA, int indexA, string? strB, int indexB, int length)',
      (a, indexA, b, indexB, length) =>
        compareTexts(part(a, indexA, length), part(b, indexB, length), CurrentCulture),
      'string.Compare("xab", 1, "ab", 0, 2) // 0',
    ),
    member(
      'static int Compare(string? strA, int indexA, string? strB, int indexB, int length, StringComparison comparisonType)',
      (a, indexA, b, indexB, length, comparison) =>
        compareTexts(part(a, indexA, length), part(b, indexB, length), comparison),
      'string.Compare("xAB", 1, "ab", 0, 2, StringComparison.OrdinalIgnoreCase) // 0',
    ),
    member(
      'static int CompareOrdinal(string? strA, string? strB)',
      (a, b) => compareTexts(a, b, Ordinal),
      'string.CompareOrdinal("a", "A") // 32',
    ),
    member(
      'int CompareTo(string? strB)',
      (self, other) => compareTexts(self, other, CurrentCulture),
      '"b".CompareTo("a") // 1',
    ),
    member(
      'int CompareTo(object? value)',
      (self, value: unknown) => {
        if (value !== null && typeof value !== 'string')
          throw new ArgumentException('Object must be of type String.');
        return compareTexts(self, value, CurrentCulture);
      },
      '"b".CompareTo((object)"a") // 1',
      '"b".CompareTo((object)1) // throws System.ArgumentException',
    ),
    member(
      'bool Equals(string? value)',
      (self, value) => self === value,
      '"a".Equals("A") // false',
    ),
    member(
      'bool Equals(string? value, StringComparison comparisonType)',
      (self, value, comparison) => equalTexts(self, value, comparison),
      '"a".Equals("A", StringComparison.OrdinalIgnoreCase) // true',
    ),
    member(
      'static bool Equals(string? a, string? b)',
      (a, b) => a === b,
      'string.Equals(null, null) // true',
    ),
    member(
      'static bool Equals(string? a, string? b, StringComparison comparisonType)',
      (a, b, comparison) => equalTexts(a, b, comparison),
      'string.Equals("a", "A", StringComparison.OrdinalIgnoreCase) // true',
    ),
    member(
      'static bool operator ==(string? a, string? b)',
      (a, b) => a === b,
      '"a" == "a" // true',
    ),
    member(
      'static bool operator !=(string? a, string? b)',
      (a, b) => a !== b,
      '"a" != "a" // false',
    ),

    member(
      'bool Contains(string value)',
      (self, value) => self.includes(value),
      '"contoso".Contains("tos") // true',
    ),
    member(
      'bool Contains(char value)',
      (self, value) => self.includes(String.fromCharCode(value)),
      '"contoso".Contains(\'s\') // true',
    ),
    member(
      'bool Contains(string value, StringComparison comparisonType)',
      (self, value, comparison) => folded(self, comparison).includes(folded(value, comparison)),
      '"contoso".Contains("TOS", StringComparison.OrdinalIgnoreCase) // true',
    ),
    member(
      'bool Contains(char value, StringComparison comparisonType)',
      (self, value, comparison) =>
        folded(self, comparison).includes(folded(String.fromCharCode(value), comparison)),
      '"contoso".Contains(\'S\', StringComparison.OrdinalIgnoreCase) // true',
    ),
    member(
      'bool StartsWith(string value)',
      (self, value) => self.startsWith(value),
      '"contoso".StartsWith("con") // true',
    ),
    member(
      'bool StartsWith(char value)',
      (self, value) => self.charCodeAt(0) === value,
      '"contoso".StartsWith(\'c\') // true',
    ),
    member(
      'bool StartsWith(string value, StringComparison comparisonType)',
      (self, value, comparison) => folded(self, comparison).startsWith(folded(value, comparison)),
      '"contoso".StartsWith("CON", StringComparison.OrdinalIgnoreCase) // true',
    ),
    member(
      'bool StartsWith(string value, bool ignoreCase, CultureInfo? culture)',
      (self, value, ignoreCase) =>
        ignoreCase ? foldCase(self).startsWith(foldCase(value)) : self.startsWith(value),
      '"contoso".StartsWith("CON", true, null) // true',
    ),
    member(
      'bool EndsWith(string value)',
      (self, value) => self.endsWith(value),
      '"contoso".EndsWith("oso") // true',
    ),
    member(
      'bool EndsWith(char value)',
      (self, value) => self.length > 0 && self.charCodeAt(self.length - 1) === value,
      '"contoso".EndsWith(\'o\') // true',
    ),
    member(
      'bool EndsWith(string value, StringComparison comparisonType)',
      (self, value, comparison) => folded(self, comparison).endsWith(folded(value, comparison)),
      '"contoso".EndsWith("OSO", StringComparison.OrdinalIgnoreCase) // true',
    ),
    member(
      'bool EndsWith(string value, bool ignoreCase, CultureInfo? culture)',
      (self, value, ignoreCase) =>
        ignoreCase ? foldCase(self).endsWith(foldCase(value)) : self.endsWith(value),
      '"contoso".EndsWith("OSO", true, null) // true',
    ),

    member(
      'int IndexOf(char value)',
      (self, value) => indexOf(self, String.fromCharCode(value)),
      '"contoso".IndexOf(\'o\') // 1',
    ),
    member(
      'int IndexOf(char value, int startIndex)',
      (self, value, start) => indexOf(self, String.fromCharCode(value), start),
      '"contoso".IndexOf(\'o\', 2) // 4',
    ),
    member(
      'int IndexOf(char value, int startIndex, int count)',
      (self, value, start, count) => indexOf(self, String.fromCharCode(value), start, count),
      '"contoso".IndexOf(\'o\', 2, 2) // -1',
    ),
    member(
      'int IndexOf(char value, StringComparison comparisonType)',
      (self, value, comparison) =>
        indexOf(self, String.fromCharCode(value), 0, self.length, comparison),
      '"contoso".IndexOf(\'O\', StringComparison.OrdinalIgnoreCase) // 1',
    ),
    member(
      'int IndexOf(string value)',
      (self, value) => indexOf(self, value),
      '"contoso".IndexOf("so") // 5',
    ),
    member(
      'int IndexOf(string value, int startIndex)',
      (self, value, start) => indexOf(self, value, start),
      '"contoso".IndexOf("o", 5) // 6',
      '"a".IndexOf("a", 5) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'int IndexOf(string value, int startIndex, int count)',
      (self, value, start, count) => indexOf(self, value, start, count),
      '"contoso".IndexOf("o", 2, 2) // -1',
    ),
    member(
      'int IndexOf(string value, StringComparison comparisonType)',
      (self, value, comparison) => indexOf(self, value, 0, self.length, comparison),
      '"contoso".IndexOf("SO", StringComparison.OrdinalIgnoreCase) // 5',
    ),
    member(
      'int IndexOf(string value, int startIndex, StringComparison comparisonType)',
      (self, value, start, comparison) =>
        indexOf(self, value, start, self.length - start, comparison),
      '"contoso".IndexOf("O", 2, StringComparison.OrdinalIgnoreCase) // 4',
    ),
    member(
      'int IndexOf(string value, int startIndex, int count, StringComparison comparisonType)',
      (self, value, start, count, comparison) => indexOf(self, value, start, count, comparison),
      '"contoso".IndexOf("O", 2, 2, StringComparison.OrdinalIgnoreCase) // -1',
    ),
    member(
      'int IndexOfAny(char[] anyOf)',
      (self, anyOf) => indexOfAny(self, units(anyOf)),
      "\"contoso\".IndexOfAny(new[] { 's', 't' }) // 3",
    ),
    member(
      'int IndexOfAny(char[] anyOf, int startIndex)',
      (self, anyOf, start) => indexOfAny(self, units(anyOf), start),
      "\"contoso\".IndexOfAny(new[] { 's', 't' }, 4) // 5",
    ),
    member(
      'int IndexOfAny(char[] anyOf, int startIndex, int count)',
      (self, anyOf, start, count) => indexOfAny(self, units(anyOf), start, count),
      "\"contoso\".IndexOfAny(new[] { 's', 't' }, 4, 1) // -1",
    ),
    member(
      'int LastIndexOf(char value)',
      (self, value) => lastIndexOf(self, String.fromCharCode(value)),
      '"contoso".LastIndexOf(\'o\') // 6',
    ),
    member(
      'int LastIndexOf(char value, int startIndex)',
      (self, value, start) => lastIndexOf(self, String.fromCharCode(value), start),
      '"contoso".LastIndexOf(\'o\', 5) // 4',
    ),
    member(
      'int LastIndexOf(char value, int startIndex, int count)',
      (self, value, start, count) => lastIndexOf(self, String.fromCharCode(value), start, count),
      '"contoso".LastIndexOf(\'o\', 3, 2) // -1',
    ),
    member(
      'int LastIndexOf(string value)',
      (self, value) => lastIndexOf(self, value),
      '"contoso".LastIndexOf("o") // 6',
    ),
    member(
      'int LastIndexOf(string value, int startIndex)',
      (self, value, start) => lastIndexOf(self, value, start),
      '"contoso".LastIndexOf("o", 5) // 4',
    ),
    member(
      'int LastIndexOf(string value, int startIndex, int count)',
      (self, value, start, count) => lastIndexOf(self, value, start, count),
      '"contoso".LastIndexOf("o", 3, 2) // -1',
    ),
    member(
      'int LastIndexOf(string value, StringComparison comparisonType)',
      (self, value, comparison) =>
        lastIndexOf(self, value, self.length - 1, self.length, comparison),
      '"contoso".LastIndexOf("O", StringComparison.OrdinalIgnoreCase) // 6',
    ),
    member(
      'int LastIndexOf(string value, int startIndex, StringComparison comparisonType)',
      (self, value, start, comparison) => lastIndexOf(self, value, start, start + 1, comparison),
      '"contoso".LastIndexOf("O", 5, StringComparison.OrdinalIgnoreCase) // 4',
    ),
    member(
      'int LastIndexOfAny(char[] anyOf)',
      (self, anyOf) => lastIndexOfAny(self, units(anyOf)),
      "\"contoso\".LastIndexOfAny(new[] { 's', 't' }) // 5",
    ),
    member(
      'int LastIndexOfAny(char[] anyOf, int startIndex)',
      (self, anyOf, start) => lastIndexOfAny(self, units(anyOf), start),
      "\"contoso\".LastIndexOfAny(new[] { 's', 't' }, 4) // 3",
    ),
    member(
      'int LastIndexOfAny(char[] anyOf, int startIndex, int count)',
      (self, anyOf, start, count) => lastIndexOfAny(self, units(anyOf), start, count),
      "\"contoso\".LastIndexOfAny(new[] { 's', 't' }, 4, 1) // -1",
    ),

    member(
      'string Substring(int startIndex)',
      (self, start) => substring(self, start),
      '"contoso".Substring(3) // "toso"',
      '"a".Substring(2) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'string Substring(int startIndex, int length)',
      (self, start, length) => substring(self, start, length),
      '"contoso".Substring(3, 2) // "to"',
    ),
    member('string Insert(int startIndex, string value)', insert, '"ac".Insert(1, "b") // "abc"'),
    member(
      'string Remove(int startIndex)',
      (self, start) => remove(self, start),
      '"abc".Remove(1) // "a"',
    ),
    member(
      'string Remove(int startIndex, int count)',
      (self, start, count) => remove(self, start, count),
      '"abc".Remove(1, 1) // "ac"',
    ),
    member(
      'string Replace(char oldChar, char newChar)',
      (self, from, to) => self.replaceAll(String.fromCharCode(from), () => String.fromCharCode(to)),
      '"a-b".Replace(\'-\', \'_\') // "a_b"',
    ),
    member(
      'string Replace(string oldValue, string? newValue)',
      (self, from, to, _types, environment) => replaced(self, from, to ?? '', environment),
      '"a-b".Replace("-", "") // "ab"',
      '"a".Replace("", "b") // throws System.ArgumentException',
    ),
    member(
      'string Replace(string oldValue, string? newValue, StringComparison comparisonType)',
      (self, from, to, comparison, _types, environment) =>
        replacedBy(self, from, to ?? '', comparison, environment),
      '"aXb".Replace("x", "-", StringComparison.OrdinalIgnoreCase) // "a-b"',
    ),
    member('string ToLower()', lower, '"ÄB".ToLower() // "äb"'),
    member(
      'string ToLower(CultureInfo? culture)',
      (self) => lower(self),
      '"AB".ToLower(null) // "ab"',
    ),
    member('string ToLowerInvariant()', lower, '"AB".ToLowerInvariant() // "ab"'),
    member('string ToUpper()', upper, '"äß".ToUpper() // "Äß"'),
    member(
      'string ToUpper(CultureInfo? culture)',
      (self) => upper(self),
      '"ab".ToUpper(null) // "AB"',
    ),
    member('string ToUpperInvariant()', upper, '"ab".ToUpperInvariant() // "AB"'),
    member(
      'string ToString(IFormatProvider? provider)',
      (self) => self,
      '"a".ToString(null) // "a"',
    ),
    member('string Trim()', (self) => trim(self), '" a ".Trim() // "a"'),
    member(
      'string Trim(char trimChar)',
      (self, c) => trim(self, String.fromCharCode(c)),
      '"-a-".Trim(\'-\') // "a"',
    ),
    member(
      'string Trim(params char[]? trimChars)',
      (self, chars: NetArray | null) => trim(self, chars ? units(chars) : ''),
      '"-a.".Trim(\'-\', \'.\') // "a"',
    ),
    member('string TrimStart()', (self) => trim(self, '', 'start'), '" a ".TrimStart() // "a "'),
    member(
      'string TrimStart(char trimChar)',
      (self, c) => trim(self, String.fromCharCode(c), 'start'),
      '"-a-".TrimStart(\'-\') // "a-"',
    ),
    member(
      'string TrimStart(params char[]? trimChars)',
      (self, chars: NetArray | null) => trim(self, chars ? units(chars) : '', 'start'),
      '".-a".TrimStart(\'-\', \'.\') // "a"',
    ),
    member('string TrimEnd()', (self) => trim(self, '', 'end'), '" a ".TrimEnd() // " a"'),
    member(
      'string TrimEnd(char trimChar)',
      (self, c) => trim(self, String.fromCharCode(c), 'end'),
      '"-a-".TrimEnd(\'-\') // "-a"',
    ),
    member(
      'string TrimEnd(params char[]? trimChars)',
      (self, chars: NetArray | null) => trim(self, chars ? units(chars) : '', 'end'),
      '"a.-".TrimEnd(\'-\', \'.\') // "a"',
    ),
    member(
      'string PadLeft(int totalWidth)',
      (self, width, _types, environment) => padded(self, width, ' ', true, environment),
      '"7".PadLeft(3) // "  7"',
    ),
    member(
      'string PadLeft(int totalWidth, char paddingChar)',
      (self, width, c, _types, environment) =>
        padded(self, width, String.fromCharCode(c), true, environment),
      '"7".PadLeft(3, \'0\') // "007"',
    ),
    member(
      'string PadRight(int totalWidth)',
      (self, width, _types, environment) => padded(self, width, ' ', false, environment),
      '"7".PadRight(3) // "7  "',
    ),
    member(
      'string PadRight(int totalWidth, char paddingChar)',
      (self, width, c, _types, environment) =>
        padded(self, width, String.fromCharCode(c), false, environment),
      '"7".PadRight(3, \'0\') // "700"',
    ),
    member('char[] ToCharArray()', (self) => characters(self), '"abc".ToCharArray().Length // 3'),
    member(
      'char[] ToCharArray(int startIndex, int length)',
      (self, start, length) => characters(substring(self, start, length)),
      '"abc".ToCharArray(1, 2).Length // 2',
    ),
    member(
      'bool IsNormalized()',
      (self) => self.normalize() === self,
      '"a".IsNormalized() // true',
    ),
    member('string Normalize()', (self) => self.normalize(), '"e\\u0301".Normalize().Length // 1'),

    member(
      'string[] Split(params char[]? separator)',
      (self, separator: NetArray | null) => texts(split(self, each(separator), noLimit, 0)),
      'string.Join("|", "a,b;c".Split(\',\', \';\')) // "a|b|c"',
      'string.Join("|", "a b".Split()) // "a|b"',
    ),
    member(
      'string[] Split(char[]? separator, int count)',
      (self, separator: NetArray | null, count) => texts(split(self, each(separator), count, 0)),
      'string.Join("|", "a,b,c".Split(new[] { \',\' }, 2)) // "a|b,c"',
    ),
    member(
      'string[] Split(char[]? separator, StringSplitOptions options)',
      (self, separator: NetArray | null, options) =>
        texts(split(self, each(separator), noLimit, options)),
      '"a,,b".Split(new[] { \',\' }, StringSplitOptions.RemoveEmptyEntries).Length // 2',
    ),
    member(
      'string[] Split(char[]? separator, int count, StringSplitOptions options)',
      (self, separator: NetArray | null, count, options) =>
        texts(split(self, each(separator), count, options)),
      '"a,,b,c".Split(new[] { \',\' }, 2, StringSplitOptions.RemoveEmptyEntries)[1] // "b,c"',
    ),
    member(
      'string[] Split(char separator, StringSplitOptions options = 0)',
      (self, separator, options) =>
        texts(split(self, [String.fromCharCode(separator)], noLimit, options)),
      '"a, b".Split(\',\', StringSplitOptions.TrimEntries)[1] // "b"',
    ),
    member(
      'string[] Split(char separator, int count, StringSplitOptions options = 0)',
      (self, separator, count, options) =>
        texts(split(self, [String.fromCharCode(separator)], count, options)),
      '"a,b,c".Split(\',\', 2)[1] // "b,c"',
    ),
    member(
      'string[] Split(string[]? separator, StringSplitOptions options)',
      (self, separator: NetArray | null, options) =>
        texts(split(self, textsOf(separator), noLimit, options)),
      '"a--b".Split(new[] { "--" }, StringSplitOptions.None)[1] // "b"',
    ),
    member(
      'string[] Split(string[]? separator, int count, StringSplitOptions options)',
      (self, separator: NetArray | null, count, options) =>
        texts(split(self, textsOf(separator), count, options)),
      '"a--b--c".Split(new[] { "--" }, 2, StringSplitOptions.None)[1] // "b--c"',
    ),
    member(
      'string[] Split(string? separator, StringSplitOptions options = 0)',
      (self, separator, options) =>
        texts(split(self, separator === null ? [] : [separator], noLimit, options)),
      '"a--b".Split("--")[1] // "b"',
    ),
    member(
      'string[] Split(string? separator, int count, StringSplitOptions options = 0)',
      (self, separator, count, options) =>
        texts(split(self, separator === null ? [] : [separator], count, options)),
      '"a--b--c".Split("--", 2)[1] // "b--c"',
    ),

    member(
      'static string Concat(object? arg0)',
      (a: unknown) => toText(a),
      'string.Concat(1) // "1"',
    ),
    member(
      'static string Concat(object? arg0, object? arg1)',
      (a: unknown, b: unknown) => toText(a) + toText(b),
      'string.Concat(1, true) // "1True"',
    ),
    member(
      'static string Concat(object? arg0, object? arg1, object? arg2)',
      (a: unknown, b: unknown, c: unknown) => toText(a) + toText(b) + toText(c),
      'string.Concat(1, 2, 3) // "123"',
    ),
    member(
      'static string Concat(params object[] args)',
      (args) => [...args].map((each_) => toText(each_)).join(''),
      'string.Concat(1, 2, 3, 4) // "1234"',
    ),
    member(
      'static string Concat(string? str0, string? str1)',
      (a, b) => (a ?? '') + (b ?? ''),
      'string.Concat("a", null) // "a"',
    ),
    member(
      'static string Concat(string? str0, string? str1, string? str2)',
      (a, b, c) => (a ?? '') + (b ?? '') + (c ?? ''),
      'string.Concat("a", "b", "c") // "abc"',
    ),
    member(
      'static string Concat(string? str0, string? str1, string? str2, string? str3)',
      (a, b, c, d) => (a ?? '') + (b ?? '') + (c ?? '') + (d ?? ''),
      'string.Concat("a", "b", "c", "d") // "abcd"',
    ),
    member(
      'static string Concat(params string[] values)',
      (values) => textsOf(values).join(''),
      'string.Concat("a", "b", "c", "d", "e") // "abcde"',
    ),
    member(
      'static string Concat(IEnumerable<string> values)',
      (values: unknown, _types, environment) =>
        joined('', values, SystemString.construct(), environment),
      'string.Concat(new List<string> { "a", "b" }) // "ab"',
    ),
    member(
      'static string Concat<T>(IEnumerable<T> values)',
      (values: unknown, [type], environment) => joined('', values, type!, environment),
      'string.Concat(new List<int> { 1, 2 }) // "12"',
    ),
    member(
      'static string Join(string? separator, params string[] value)',
      (separator, value, _types, environment) =>
        joined(separator ?? '', value, SystemString.construct(), environment),
      'string.Join(",", "a", "b") // "a,b"',
    ),
    member(
      'static string Join(string? separator, params object[] values)',
      (separator, values) => [...values].map((each_) => toText(each_)).join(separator ?? ''),
      'string.Join(",", 1, true) // "1,True"',
    ),
    member(
      'static string Join(string? separator, IEnumerable<string> values)',
      (separator, values: unknown, _types, environment) =>
        joined(separator ?? '', values, SystemString.construct(), environment),
      'string.Join(",", new List<string> { "a", "b" }) // "a,b"',
    ),
    member(
      'static string Join<T>(string? separator, IEnumerable<T> values)',
      (separator, values: unknown, [type], environment) =>
        joined(separator ?? '', values, type!, environment),
      'string.Join(",", new List<int> { 1, 2 }) // "1,2"',
    ),
    member(
      'static string Join(string? separator, string[] value, int startIndex, int count)',
      (separator, value, start, count) => {
        const all = textsOf(value);
        if (start < 0 || count < 0 || start + count > all.length)
          throw new ArgumentOutOfRangeException('startIndex');
        return all.slice(start, start + count).join(separator ?? '');
      },
      'string.Join(",", new[] { "a", "b", "c" }, 1, 2) // "b,c"',
    ),
    member(
      'static string Join(char separator, params string[] value)',
      (separator, value, _types, environment) =>
        joined(String.fromCharCode(separator), value, SystemString.construct(), environment),
      'string.Join(\',\', "a", "b") // "a,b"',
    ),
    member(
      'static string Join(char separator, params object[] values)',
      (separator, values) =>
        [...values].map((each_) => toText(each_)).join(String.fromCharCode(separator)),
      'string.Join(\',\', 1, 2) // "1,2"',
    ),
    member(
      'static string Join<T>(char separator, IEnumerable<T> values)',
      (separator, values: unknown, [type], environment) =>
        joined(String.fromCharCode(separator), values, type!, environment),
      'string.Join(\',\', new List<int> { 1, 2 }) // "1,2"',
    ),
    member(
      'static string Format(string format, object? arg0)',
      (format, a: unknown, _types, environment) =>
        formatted(format, [a], invariantCulture, environment),
      'string.Format("{0:D3}", 7) // "007"',
      'string.Format("{1}", 7) // throws System.FormatException',
    ),
    member(
      'static string Format(string format, object? arg0, object? arg1)',
      (format, a: unknown, b: unknown, _types, environment) =>
        formatted(format, [a, b], invariantCulture, environment),
      'string.Format("{1}-{0}", "a", "b") // "b-a"',
    ),
    member(
      'static string Format(string format, object? arg0, object? arg1, object? arg2)',
      (format, a: unknown, b: unknown, c: unknown, _types, environment) =>
        formatted(format, [a, b, c], invariantCulture, environment),
      'string.Format("{0}{1}{2}", 1, 2, 3) // "123"',
    ),
    member(
      'static string Format(string format, params object[] args)',
      (format, args, _types, environment) =>
        formatted(format, [...args], invariantCulture, environment),
      'string.Format("{0,4}|{1,-3}|", 1, 2) // "   1|2  |"',
    ),
    member(
      'static string Format(IFormatProvider? provider, string format, object? arg0)',
      (provider: unknown, format, a: unknown, _types, environment) =>
        formatted(format, [a], providerCulture(provider), environment),
      'string.Format(null, "{0}", 1) // "1"',
    ),
    member(
      'static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1)',
      (provider: unknown, format, a: unknown, b: unknown, _types, environment) =>
        formatted(format, [a, b], providerCulture(provider), environment),
      'string.Format(CultureInfo.InvariantCulture, "{0}{1}", 1, 2) // "12"',
    ),
    member(
      'static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1, object? arg2)',
      (provider: unknown, format, a: unknown, b: unknown, c: unknown, _types, environment) =>
        formatted(format, [a, b, c], providerCulture(provider), environment),
      'string.Format(CultureInfo.InvariantCulture, "{0}{1}{2}", 1, 2, 3) // "123"',
    ),
    member(
      'static string Format(IFormatProvider? provider, string format, params object[] args)',
      (provider: unknown, format, args, _types, environment) =>
        formatted(format, [...args], providerCulture(provider), environment),
      'string.Format(CultureInfo.InvariantCulture, "{0}{1}{2}{3}", 1, 2, 3, 4) // "1234"',
    ),
  ],
});

/** What `foreach` over a string calls. */
export const SystemCharEnumerator = defineType({
  name: 'System.CharEnumerator',
  kind: 'class',
  implements: ['IEnumerator<char>'],
});

function units(chars: NetArray): string {
  let text = '';
  for (const unit of chars.items) text += String.fromCharCode(unit as number);
  return text;
}

function each(chars: NetArray | null): string[] {
  return chars === null ? [] : units(chars).split('');
}

function textsOf(array: NetArray | null): string[] {
  return array === null ? [] : [...array].map((text) => (text as string | null) ?? '');
}

function texts(parts: string[]): NetArray {
  return newArray(SystemString.construct(), parts);
}

function characters(text: string): NetArray {
  const found = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return newArray(SystemString.registry.named('System.Char'), found);
}

function part(text: string | null, start: number, length: number): string | null {
  return text === null ? null : text.slice(start, start + length);
}

function repeated(unit: number, count: number, environment: Environment): string {
  if (count < 0) throw new ArgumentOutOfRangeException('count', "'count' must be non-negative.");
  environment.allowLength(count);
  return String.fromCharCode(unit).repeat(count);
}

function padded(
  text: string,
  width: number,
  fill: string,
  atStart: boolean,
  environment: Environment,
): string {
  if (width < 0)
    throw new ArgumentOutOfRangeException('totalWidth', 'Non-negative number required.');
  environment.allowLength(width);
  return atStart ? text.padStart(width, fill) : text.padEnd(width, fill);
}

function replaced(text: string, from: string, to: string, environment: Environment): string {
  if (from === '') throw new ArgumentException('String cannot be of zero length.', 'oldValue');
  const parts = text.split(from);
  environment.allowLength(text.length + (parts.length - 1) * (to.length - from.length));
  return parts.join(to);
}

function replacedBy(
  text: string,
  from: string,
  to: string,
  comparison: number,
  environment: Environment,
): string {
  if (from === '') throw new ArgumentException('String cannot be of zero length.', 'oldValue');
  const [where, what] = [folded(text, comparison), folded(from, comparison)];
  let result = '';
  let taken = 0;
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, taken)) {
    result += text.slice(taken, at) + to;
    environment.allowLength(result.length);
    taken = at + what.length;
  }
  return result + text.slice(taken);
}

/** Unit by unit, as .NET's invariant casing is: no letter becomes two. */
function lower(text: string): string {
  return mapUnits(text, toLowerUnit, (ascii) => ascii.toLowerCase());
}

function upper(text: string): string {
  return mapUnits(text, toUpperUnit, (ascii) => ascii.toUpperCase());
}

function mapUnits(
  text: string,
  map: (unit: number) => number,
  mapAscii: (text: string) => string,
): string {
  if (/^[\0-\x7f]*$/.test(text)) return mapAscii(text);
  let result = '';
  for (let at = 0; at < text.length; at++) result += String.fromCharCode(map(text.charCodeAt(at)));
  return result;
}

function joined(
  separator: string,
  values: unknown,
  type: NetType,
  environment: Environment,
): string {
  let text = '';
  let isFirst = true;
  for (const value of iterate(values, type)) {
    environment.spend();
    text += (isFirst ? '' : separator) + toText(box(value, type));
    environment.allowLength(text.length);
    isFirst = false;
  }
  return text;
}

function formatted(
  format: string,
  args: readonly unknown[],
  culture: Culture,
  environment: Environment,
): string {
  return compositeFormat(format, args, culture, environment);
}
