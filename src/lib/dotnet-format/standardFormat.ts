import { roundDigits } from './Digits.ts';
import type { Digits } from './Digits.ts';
import { groupDigits } from './groupDigits.ts';
import type { NumberFormat } from './NumberFormat.ts';
import {
  currencyNegativePatterns,
  currencyPositivePatterns,
  numberNegativePatterns,
  percentNegativePatterns,
  percentPositivePatterns,
} from './patterns.ts';

/** A standard format string such as `N2`: its letter as written, and its digits or -1. */
export interface StandardFormat {
  readonly letter: string;
  readonly precision: number;
}

/**
 * Reads a format of one letter and up to two digits; undefined means a custom format. Empty is
 * `G`. (.NET Framework's limit of 99 digits; `D100` is a custom format there.)
 */
export function readStandardFormat(format: string): StandardFormat | undefined {
  if (format === '') return { letter: 'G', precision: -1 };
  const match = /^([A-Za-z])(0*\d{0,2})$/.exec(format);
  if (!match) return undefined;
  const [, letter = '', precision = ''] = match;
  return { letter, precision: precision === '' ? -1 : Number(precision) };
}

/** What the `G` format does with a number whose precision is not given. */
export interface GeneralRule {
  /** Digits that the type has: 15 of a double, 10 of an int. */
  readonly precision: number;
  /** Decimal prints all of its digits, also trailing zeros, and never an exponent. */
  readonly isExact?: boolean;
}

/**
 * Writes a number in one of the standard formats C, E, F, G, N and P
 * (https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings).
 * Undefined when the letter is none of these.
 */
export function formatStandard(
  number: Digits,
  { letter, precision }: StandardFormat,
  format: NumberFormat,
  general: GeneralRule,
): string | undefined {
  const write = writers[letter.toUpperCase()];
  return write?.(number, precision, format, letter, general);
}

type Writer = (
  number: Digits,
  precision: number,
  format: NumberFormat,
  letter: string,
  general: GeneralRule,
) => string;

const writers: Readonly<Record<string, Writer>> = {
  C: writeCurrency,
  E: writeScientific,
  F: writeFixed,
  G: writeGeneral,
  N: writeNumber,
  P: writePercent,
};

function writeCurrency(number: Digits, precision: number, format: NumberFormat): string {
  const decimals = precision < 0 ? format.currencyDecimalDigits : precision;
  const rounded = roundDigits(number, number.scale + decimals);
  const body = fixed(rounded, decimals, format.currencyDecimalSeparator, (digits) =>
    groupDigits(digits, format.currencyGroupSizes, format.currencyGroupSeparator),
  );
  const pattern = rounded.isNegative
    ? currencyNegativePatterns[format.currencyNegativePattern]
    : currencyPositivePatterns[format.currencyPositivePattern];
  return fill(pattern, body, format);
}

function writePercent(number: Digits, precision: number, format: NumberFormat): string {
  const decimals = precision < 0 ? format.percentDecimalDigits : precision;
  const hundredfold = number.digits === '' ? number : { ...number, scale: number.scale + 2 };
  const rounded = roundDigits(hundredfold, hundredfold.scale + decimals);
  const body = fixed(rounded, decimals, format.percentDecimalSeparator, (digits) =>
    groupDigits(digits, format.percentGroupSizes, format.percentGroupSeparator),
  );
  const pattern = rounded.isNegative
    ? percentNegativePatterns[format.percentNegativePattern]
    : percentPositivePatterns[format.percentPositivePattern];
  return fill(pattern, body, format);
}

function writeNumber(number: Digits, precision: number, format: NumberFormat): string {
  const decimals = precision < 0 ? format.numberDecimalDigits : precision;
  const rounded = roundDigits(number, number.scale + decimals);
  const body = fixed(rounded, decimals, format.numberDecimalSeparator, (digits) =>
    groupDigits(digits, format.numberGroupSizes, format.numberGroupSeparator),
  );
  if (!rounded.isNegative) return body;
  return fill(numberNegativePatterns[format.numberNegativePattern], body, format);
}

function writeFixed(number: Digits, precision: number, format: NumberFormat): string {
  const decimals = precision < 0 ? format.numberDecimalDigits : precision;
  const rounded = roundDigits(number, number.scale + decimals);
  const body = fixed(rounded, decimals, format.numberDecimalSeparator, (digits) => digits);
  return rounded.isNegative ? format.negativeSign + body : body;
}

function writeScientific(
  number: Digits,
  precision: number,
  format: NumberFormat,
  letter: string,
): string {
  const decimals = precision < 0 ? 6 : precision;
  const rounded = roundDigits(number, decimals + 1);
  const digits = rounded.digits.padEnd(decimals + 1, '0');
  const fraction = decimals > 0 ? format.numberDecimalSeparator + digits.slice(1) : '';
  const exponent = rounded.digits === '' ? 0 : rounded.scale - 1;
  const sign = rounded.isNegative ? format.negativeSign : '';
  return sign + digits[0]! + fraction + exponentText(exponent, letter, 3, format);
}

function writeGeneral(
  number: Digits,
  precision: number,
  format: NumberFormat,
  letter: string,
  general: GeneralRule,
): string {
  const isExact = general.isExact === true && precision < 0;
  const count = precision < 1 ? general.precision : precision;
  const rounded = isExact ? number : roundDigits(number, count);
  const isZero = rounded.digits === '';
  const isScientific = !isExact && (rounded.scale > count || rounded.scale < -3);
  const point = isScientific ? 1 : rounded.scale;
  const whole = point > 0 ? rounded.digits.slice(0, point).padEnd(point, '0') : '0';
  const decimals = point > 0 ? rounded.digits.slice(point) : '0'.repeat(-point) + rounded.digits;
  const fraction = decimals === '' ? '' : format.numberDecimalSeparator + decimals;
  const sign = rounded.isNegative && !isZero ? format.negativeSign : '';
  const exponentLetter = letter === 'g' ? 'e' : 'E';
  const exponent = isScientific ? exponentText(rounded.scale - 1, exponentLetter, 2, format) : '';
  return sign + whole + fraction + exponent;
}

/** `E+05`: always signed, with at least `minimumDigits` digits. */
export function exponentText(
  exponent: number,
  letter: string,
  minimumDigits: number,
  format: NumberFormat,
): string {
  const sign = exponent < 0 ? format.negativeSign : format.positiveSign;
  return letter + sign + String(Math.abs(exponent)).padStart(minimumDigits, '0');
}

/** Digits around a decimal point, with exactly `decimals` of them behind it; no sign. */
function fixed(
  number: Digits,
  decimals: number,
  separator: string,
  group: (digits: string) => string,
): string {
  const { digits, scale } = number;
  const whole = scale > 0 ? digits.slice(0, scale).padEnd(scale, '0') : '0';
  if (decimals === 0) return group(whole);
  const behind = scale > 0 ? digits.slice(scale) : '0'.repeat(Math.min(-scale, decimals)) + digits;
  return group(whole) + separator + behind.slice(0, decimals).padEnd(decimals, '0');
}

function fill(pattern: string | undefined, body: string, format: NumberFormat): string {
  return (pattern ?? 'n').replace(/[-$%n]/g, (letter) => {
    if (letter === 'n') return body;
    if (letter === '$') return format.currencySymbol;
    return letter === '%' ? format.percentSymbol : format.negativeSign;
  });
}
