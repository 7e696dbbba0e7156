/**
 * The conventions by which numbers are written: the data of .NET's NumberFormatInfo, under its
 * names (https://learn.microsoft.com/dotnet/api/system.globalization.numberformatinfo). Patterns
 * are the numbers that the documentation of each property lists.
 */
export interface NumberFormat {
  readonly negativeSign: string;
  readonly positiveSign: string;
  readonly nanSymbol: string;
  readonly positiveInfinitySymbol: string;
  readonly negativeInfinitySymbol: string;
  readonly perMilleSymbol: string;

  readonly numberDecimalDigits: number;
  readonly numberDecimalSeparator: string;
  readonly numberGroupSeparator: string;
  readonly numberGroupSizes: readonly number[];
  readonly numberNegativePattern: number;

  readonly currencySymbol: string;
  readonly currencyDecimalDigits: number;
  readonly currencyDecimalSeparator: string;
  readonly currencyGroupSeparator: string;
  readonly currencyGroupSizes: readonly number[];
  readonly currencyPositivePattern: number;
  readonly currencyNegativePattern: number;

  readonly percentSymbol: string;
  readonly percentDecimalDigits: number;
  readonly percentDecimalSeparator: string;
  readonly percentGroupSeparator: string;
  readonly percentGroupSizes: readonly number[];
  readonly percentPositivePattern: number;
  readonly percentNegativePattern: number;
}

/** What `NumberFormatInfo.InvariantInfo` documents. */
export const invariantNumberFormat: NumberFormat = {
  negativeSign: '-',
  positiveSign: '+',
  nanSymbol: 'NaN',
  positiveInfinitySymbol: 'Infinity',
  negativeInfinitySymbol: '-Infinity',
  perMilleSymbol: '‰',

  numberDecimalDigits: 2,
  numberDecimalSeparator: '.',
  numberGroupSeparator: ',',
  numberGroupSizes: [3],
  numberNegativePattern: 1,

  currencySymbol: '¤',
  currencyDecimalDigits: 2,
  currencyDecimalSeparator: '.',
  currencyGroupSeparator: ',',
  currencyGroupSizes: [3],
  currencyPositivePattern: 0,
  currencyNegativePattern: 0,

  percentSymbol: '%',
  percentDecimalDigits: 2,
  percentDecimalSeparator: '.',
  percentGroupSeparator: ',',
  percentGroupSizes: [3],
  percentPositivePattern: 0,
  percentNegativePattern: 0,
};
