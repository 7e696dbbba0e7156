import { defineType } from '../../declare/defineType.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { stringComparisons } from '../../runtime/textComparison.ts';

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

/** The `StringComparison` that does what the options ask for. @throws ArgumentException */
export function cultureComparisonWith(value: number): number {
  switch (value) {
    case options.None:
    case options.StringSort:
      return stringComparisons.InvariantCulture;
    case options.IgnoreCase:
      return stringComparisons.InvariantCultureIgnoreCase;
    case options.Ordinal:
      return stringComparisons.Ordinal;
    case options.OrdinalIgnoreCase:
      return stringComparisons.OrdinalIgnoreCase;
    default:
      throw new ArgumentException('Value of flags is invalid.', 'options');
  }
}
