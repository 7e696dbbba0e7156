import { defineType, membersOf } from '../../declare/defineType.ts';
import { TextComparer } from '../../runtime/TextComparer.ts';
import {
  cultureComparison,
  requireComparison,
  stringComparisons,
} from '../../runtime/textComparison.ts';
import {
  linguisticComparisonWith,
  withoutIgnored,
} from '../System.Globalization/CompareOptions.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    StringComparer: TextComparer;
  }
}

const member = membersOf<TextComparer>();

const known = {
  CurrentCulture: new TextComparer(stringComparisons.CurrentCulture),
  CurrentCultureIgnoreCase: new TextComparer(stringComparisons.CurrentCultureIgnoreCase),
  InvariantCulture: new TextComparer(stringComparisons.InvariantCulture),
  InvariantCultureIgnoreCase: new TextComparer(stringComparisons.InvariantCultureIgnoreCase),
  Ordinal: new TextComparer(stringComparisons.Ordinal),
  OrdinalIgnoreCase: new TextComparer(stringComparisons.OrdinalIgnoreCase),
};

/** https://learn.microsoft.com/dotnet/api/system.stringcomparer */
export const SystemStringComparer = defineType({
  name: 'System.StringComparer',
  kind: 'class',
  implements: [
    'System.Collections.IComparer',
    'System.Collections.IEqualityComparer',
    'IComparer<string>',
    'IEqualityComparer<string>',
  ],
  represents: TextComparer,
  behaviour: {
    equals: (self: TextComparer, other) =>
      other instanceof TextComparer && other.comparison === self.comparison,
    key: (self: TextComparer) => self.comparison,
  },
  members: [
    member(
      'static StringComparer CurrentCulture { get; }',
      () => known.CurrentCulture,
      'StringComparer.CurrentCulture.Compare("a", "B") // -1',
    ),
    member(
      'static StringComparer CurrentCultureIgnoreCase { get; }',
      () => known.CurrentCultureIgnoreCase,
      'StringComparer.CurrentCultureIgnoreCase.Equals("a", "A") // true',
    ),
    member(
      'static StringComparer InvariantCulture { get; }',
      () => known.InvariantCulture,
      'StringComparer.InvariantCulture.Compare("a", "B") // -1',
    ),
    member(
      'static StringComparer InvariantCultureIgnoreCase { get; }',
      () => known.InvariantCultureIgnoreCase,
      'StringComparer.InvariantCultureIgnoreCase.Equals("a", "A") // true',
    ),
    member(
      'static StringComparer Ordinal { get; }',
      () => known.Ordinal,
      'StringComparer.Ordinal.Compare("a", "B") > 0 // true',
    ),
    member(
      'static StringComparer OrdinalIgnoreCase { get; }',
      () => known.OrdinalIgnoreCase,
      'new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { { "a", 1 } }["A"] // 1',
      'new HashSet<string>(new[] { "a", "A", "b" }, StringComparer.OrdinalIgnoreCase).Count // 2',
    ),
    member(
      'static StringComparer Create(CultureInfo culture, bool ignoreCase)',
      (_culture, ignoreCase) => new TextComparer(cultureComparison(ignoreCase)),
      'StringComparer.Create(CultureInfo.InvariantCulture, true).Equals("a", "A") // true',
    ),
    member(
      'static StringComparer Create(CultureInfo culture, CompareOptions options)',
      (_culture, options) =>
        new TextComparer(linguisticComparisonWith(options), (text) =>
          withoutIgnored(text, options),
        ),
      'StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase).Equals("a", "A") // true',
    ),
    member(
      'static StringComparer FromComparison(StringComparison comparisonType)',
      (comparison) => {
        requireComparison(comparison);
        return new TextComparer(comparison);
      },
      'StringComparer.FromComparison(StringComparison.OrdinalIgnoreCase).Equals("a", "A") // true',
      'StringComparer.FromComparison((StringComparison)99) // throws System.ArgumentException',
    ),
    member(
      'int Compare(object? x, object? y)',
      (self, x, y) => self.compare(x, y),
      'StringComparer.Ordinal.Compare((object)"a", (object)"b") // -1',
    ),
    member(
      'int Compare(string? x, string? y)',
      (self, x, y) => self.compare(x, y),
      'StringComparer.Ordinal.Compare("a", null) // 1',
    ),
    member(
      'bool Equals(object? x, object? y)',
      (self, x, y) => self.equals(x, y),
      'StringComparer.OrdinalIgnoreCase.Equals((object)"a", (object)"A") // true',
    ),
    member(
      'bool Equals(string? x, string? y)',
      (self, x, y) => self.equals(x, y),
      'StringComparer.Ordinal.Equals("a", "A") // false',
    ),
    member(
      'int GetHashCode(object obj)',
      (self, value) => self.hashCode(value),
      'StringComparer.OrdinalIgnoreCase.GetHashCode((object)"a") == StringComparer.OrdinalIgnoreCase.GetHashCode("A") // true',
    ),
    member(
      'int GetHashCode(string obj)',
      (self, value) => self.hashCode(value),
      'StringComparer.OrdinalIgnoreCase.GetHashCode("a") == StringComparer.OrdinalIgnoreCase.GetHashCode("A") // true',
    ),
  ],
});
