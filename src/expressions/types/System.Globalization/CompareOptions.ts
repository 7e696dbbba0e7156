import { defineType } from '../../declare/defineType.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { compareTexts, stringComparisons } from '../../runtime/textComparison.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    CompareOptions: number;
  }
}

const options = {
  None: 0,
  IgnoreCase: 1,
  IgnoreNonSpace: 2,
  IgnoreSymbols: 4,
  IgnoreKanaType: 8,
  IgnoreWidth: 16,
  OrdinalIgnoreCase: 0x1000_0000,
  StringSort: 0x2000_0000,
  Ordinal: 0x4000_0000,
} as const;

/** https://learn.microsoft.com/dotnet/api/system.globalization.compareoptions */
export const GlobalizationCompareOptions = defineType({
  name: 'System.Globalization.CompareOptions',
  kind: 'enum',
  flags: true,
  values: options,
});

const combinable =
  options.IgnoreCase |
  options.IgnoreNonSpace |
  options.IgnoreSymbols |
  options.IgnoreKanaType |
  options.IgnoreWidth |
  options.StringSort;

/** What `Compare` of a culture does with options. @throws ArgumentException */
export function compareWithOptions(a: string | null, b: string | null, value: number): number {
  const comparison = cultureComparisonWith(value);
  return compareTexts(withoutIgnored(a, value), withoutIgnored(b, value), comparison);
}

/** A text without what the options ignore. */
export function withoutIgnored(text: string | null, value: number): string | null {
  if (text === null || value >= options.Ordinal) return text;
  let left = text;
  if (value & options.IgnoreWidth)
    left = left.replace(/[\uff00-\uffef]/g, (c) => c.normalize('NFKC'));
  if (value & options.IgnoreKanaType)
    left = left.replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
  if (value & options.IgnoreNonSpace) left = left.normalize('NFD').replace(/\p{Mn}/gu, '');
  if (value & options.IgnoreSymbols) left = left.replace(/[\p{P}\p{S}\p{Z}\s]/gu, '');
  return left;
}

/** As `cultureComparisonWith`, without ordinal ones. @throws ArgumentException */
export function linguisticComparisonWith(value: number): number {
  if ((value & ~combinable) !== 0)
    throw new ArgumentException('Value of flags is invalid.', 'options');
  return cultureComparisonWith(value);
}

/** The `StringComparison` that does what the options ask for. @throws ArgumentException */
function cultureComparisonWith(value: number): number {
  if (value === options.Ordinal) return stringComparisons.Ordinal;
  if (value === options.OrdinalIgnoreCase) return stringComparisons.OrdinalIgnoreCase;
  if ((value & ~combinable) !== 0)
    throw new ArgumentException('Value of flags is invalid.', 'options');
  return value & options.IgnoreCase
    ? stringComparisons.InvariantCultureIgnoreCase
    : stringComparisons.InvariantCulture;
}
