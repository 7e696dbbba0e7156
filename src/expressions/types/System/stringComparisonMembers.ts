/** Order, equality, and what stands at the ends of a string or in it. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { hashCodeOf } from '../../runtime/equality.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import {
  compareTexts,
  compareUnits,
  comparisonKey,
  cultureComparison,
  endsWithText,
  equalTexts,
  findText,
  requireComparison,
  startsWithText,
  stringComparisons,
} from '../../runtime/textComparison.ts';
import { compareWithOptions } from '../System.Globalization/CompareOptions.ts';

const member = membersOf<string>();
const { CurrentCulture, Ordinal } = stringComparisons;

const order: readonly MemberDeclaration[] = [
  member(
    'static int Compare(string? strA, string? strB)',
    (a, b) => compareTexts(a, b, CurrentCulture),
    'string.Compare("a", "B") // -1',
    'string.Compare("co-op", "coop") // 1',
  ),
  member(
    'static int Compare(string? strA, string? strB, bool ignoreCase)',
    (a, b, ignoreCase) => compareTexts(a, b, cultureComparison(ignoreCase)),
    'string.Compare("a", "A", true) // 0',
  ),
  member(
    'static int Compare(string? strA, string? strB, StringComparison comparisonType)',
    (a, b, comparison) => compareTexts(a, b, comparison),
    'string.Compare("a", "A", StringComparison.OrdinalIgnoreCase) // 0',
  ),
  member(
    'static int Compare(string? strA, string? strB, bool ignoreCase, CultureInfo culture)',
    (a, b, ignoreCase) => compareTexts(a, b, cultureComparison(ignoreCase)),
    'string.Compare("a", "A", true, CultureInfo.InvariantCulture) // 0',
  ),
  member(
    'static int Compare(string? strA, string? strB, CultureInfo culture, CompareOptions options)',
    (a, b, _culture, options) => compareWithOptions(a, b, options),
    'string.Compare("a", "A", CultureInfo.InvariantCulture, CompareOptions.IgnoreCase) // 0',
  ),
  member(
    'static int Compare(string? strA, int indexA, string? strB, int indexB, int length)',
    (a, indexA, b, indexB, length) =>
      compareParts([a, indexA], [b, indexB], length, CurrentCulture),
    'string.Compare("xab", 1, "ab", 0, 2) // 0',
    'string.Compare("a", 2, "a", 0, 1) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static int Compare(string? strA, int indexA, string? strB, int indexB, int length, bool ignoreCase)',
    (a, indexA, b, indexB, length, ignoreCase) =>
      compareParts([a, indexA], [b, indexB], length, cultureComparison(ignoreCase)),
    'string.Compare("xab", 1, "AB", 0, 2, true) // 0',
  ),
  member(
    'static int Compare(string? strA, int indexA, string? strB, int indexB, int length, bool ignoreCase, CultureInfo culture)',
    (a, indexA, b, indexB, length, ignoreCase) =>
      compareParts([a, indexA], [b, indexB], length, cultureComparison(ignoreCase)),
    'string.Compare("xab", 1, "AB", 0, 2, true, CultureInfo.InvariantCulture) // 0',
  ),
  member(
    'static int Compare(string? strA, int indexA, string? strB, int indexB, int length, CultureInfo culture, CompareOptions options)',
    (a, indexA, b, indexB, length, _culture, options) =>
      compareParts([a, indexA], [b, indexB], length, (one, other) =>
        compareWithOptions(one, other, options),
      ),
    'string.Compare("xab", 1, "AB", 0, 2, CultureInfo.InvariantCulture, CompareOptions.IgnoreCase) // 0',
  ),
  member(
    'static int Compare(string? strA, int indexA, string? strB, int indexB, int length, StringComparison comparisonType)',
    (a, indexA, b, indexB, length, comparison) => {
      requireComparison(comparison);
      if (a === null || b === null) return compareTexts(a, b, comparison);
      return compareParts([a, indexA], [b, indexB], length, comparison);
    },
    'string.Compare("xAB", 1, "ab", 0, 2, StringComparison.OrdinalIgnoreCase) // 0',
  ),
  member(
    'static int CompareOrdinal(string? strA, string? strB)',
    (a, b) => compareTexts(a, b, Ordinal),
    'string.CompareOrdinal("a", "A") // 32',
  ),
  member(
    'static int CompareOrdinal(string? strA, int indexA, string? strB, int indexB, int length)',
    (a, indexA, b, indexB, length) =>
      a === null || b === null
        ? compareTexts(a, b, Ordinal)
        : compareParts([a, indexA], [b, indexB], length, (one, other) =>
            compareUnits(one ?? '', other ?? ''),
          ),
    'string.CompareOrdinal("xab", 1, "abc", 0, 2) // 0',
  ),
  member(
    'int CompareTo(string? strB)',
    (self, other) => compareTexts(self, other, CurrentCulture),
    '"b".CompareTo("a") // 1',
  ),
  member(
    'int CompareTo(object? value)',
    (self, value) => {
      if (value !== null && typeof value !== 'string')
        throw new ArgumentException('Object must be of type String.');
      return compareTexts(self, value, CurrentCulture);
    },
    '"b".CompareTo((object)"a") // 1',
    '"b".CompareTo((object)1) // throws System.ArgumentException',
  ),
];

const equality: readonly MemberDeclaration[] = [
  member('bool Equals(string? value)', (self, value) => self === value, '"a".Equals("A") // false'),
  member(
    'bool Equals(string? value, StringComparison comparisonType)',
    (self, value, comparison) => equalTexts(self, value, comparison),
    '"a".Equals("A", StringComparison.OrdinalIgnoreCase) // true',
    '"a".Equals("a", (StringComparison)9) // throws System.ArgumentException',
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
  member('static bool operator ==(string? a, string? b)', (a, b) => a === b, '"a" == "a" // true'),
  member('static bool operator !=(string? a, string? b)', (a, b) => a !== b, '"a" != "a" // false'),
  member(
    'int GetHashCode(StringComparison comparisonType)',
    (self, comparison) => hashCodeOf(comparisonKey(self, comparison)),
    '"a".GetHashCode(StringComparison.OrdinalIgnoreCase) == "A".GetHashCode(StringComparison.OrdinalIgnoreCase) // true',
  ),
];

const ends: readonly MemberDeclaration[] = [
  member(
    'bool StartsWith(string value)',
    (self, value) => startsWithText(self, value, CurrentCulture),
    '"contoso".StartsWith("con") // true',
  ),
  member(
    'bool StartsWith(char value)',
    (self, value) => self.charCodeAt(0) === value,
    '"contoso".StartsWith(\'c\') // true',
  ),
  member(
    'bool StartsWith(string value, StringComparison comparisonType)',
    (self, value, comparison) => startsWithText(self, value, comparison),
    '"contoso".StartsWith("CON", StringComparison.OrdinalIgnoreCase) // true',
  ),
  member(
    'bool StartsWith(string value, bool ignoreCase, CultureInfo? culture)',
    (self, value, ignoreCase) => startsWithText(self, value, cultureComparison(ignoreCase)),
    '"contoso".StartsWith("CON", true, null) // true',
  ),
  member(
    'bool EndsWith(string value)',
    (self, value) => endsWithText(self, value, CurrentCulture),
    '"contoso".EndsWith("oso") // true',
  ),
  member(
    'bool EndsWith(char value)',
    (self, value) => self !== '' && self.charCodeAt(self.length - 1) === value,
    '"contoso".EndsWith(\'o\') // true',
  ),
  member(
    'bool EndsWith(string value, StringComparison comparisonType)',
    (self, value, comparison) => endsWithText(self, value, comparison),
    '"contoso".EndsWith("OSO", StringComparison.OrdinalIgnoreCase) // true',
  ),
  member(
    'bool EndsWith(string value, bool ignoreCase, CultureInfo? culture)',
    (self, value, ignoreCase) => endsWithText(self, value, cultureComparison(ignoreCase)),
    '"contoso".EndsWith("OSO", true, null) // true',
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
    (self, value, comparison) => findText(self, value, comparison) !== undefined,
    '"contoso".Contains("TOS", StringComparison.OrdinalIgnoreCase) // true',
  ),
  member(
    'bool Contains(char value, StringComparison comparisonType)',
    (self, value, comparison) =>
      findText(self, String.fromCharCode(value), comparison) !== undefined,
    '"contoso".Contains(\'S\', StringComparison.OrdinalIgnoreCase) // true',
  ),
];

export const comparisonMembers: readonly MemberDeclaration[] = [...order, ...equality, ...ends];

type Part = readonly [text: string | null, start: number];

/** @throws ArgumentOutOfRangeException */
function compareParts(
  a: Part,
  b: Part,
  length: number,
  comparison: number | ((one: string | null, other: string | null) => number),
): number {
  if (length < 0)
    throw new ArgumentOutOfRangeException('length', 'Length cannot be less than zero.');
  const [one, other] = [partOf(a, length, 'indexA'), partOf(b, length, 'indexB')];
  return typeof comparison === 'number'
    ? compareTexts(one, other, comparison)
    : comparison(one, other);
}

/** Of null there is only the empty part. @throws ArgumentOutOfRangeException */
function partOf([text, start]: Part, length: number, name: string): string | null {
  const last = text === null ? -length : text.length;
  if (start < 0 || start > last) {
    throw new ArgumentOutOfRangeException(
      name,
      'Offset and length must refer to a position in the string.',
    );
  }
  return text?.slice(start, start + length) ?? null;
}
