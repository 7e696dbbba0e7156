import type { Digits } from '../dotnet-format/Digits.ts';
import { formatCustom } from '../dotnet-format/formatNumber.ts';
import type { NumberFormat } from '../dotnet-format/NumberFormat.ts';
import type { ParseFailure } from '../dotnet-format/parseNumber.ts';
import { readNumber } from '../dotnet-format/readNumber.ts';
import { formatStandard, readStandardFormat } from '../dotnet-format/standardFormat.ts';
import { Decimal, decimalOf, maximumScale, powerOfTen } from './Decimal.ts';

/** Text in a standard or custom format; undefined when the format specifier is invalid. */
export function formatDecimal(
  value: Decimal,
  format: string | null,
  conventions: NumberFormat,
): string | undefined {
  const standard = readStandardFormat(format ?? '');
  const digits = digitsOfDecimal(value);
  if (!standard) return formatCustom(digits, format ?? '', conventions);
  return formatStandard(digits, standard, conventions, { precision: 29, isExact: true });
}

/** Trailing zeros are digits of a decimal. */
function digitsOfDecimal(value: Decimal): Digits {
  const digits = value.isZero ? '' : value.mantissa.toString();
  return { isNegative: value.isNegative, digits, scale: digits.length - value.scale };
}

/** Digits that can matter: 29, and beyond them only whether all are zero. */
const significantDigits = 64;

/**
 * Reads a decimal in the notation that `styles` (NumberStyles) allows. Its trailing zeros count;
 * what is more precise than a decimal is rounded half to even.
 */
export function parseDecimal(
  text: string,
  styles: number,
  conventions: NumberFormat,
): Decimal | ParseFailure {
  const number = readNumber(text, styles, conventions);
  if (!number) return 'format';
  const { isNegative, scale } = number;
  if (number.digits === '') return new Decimal(isNegative, 0n, clampScale(-scale));
  if (scale > 29) return 'overflow';
  if (scale < -maximumScale) return new Decimal(isNegative, 0n, maximumScale);
  const digits = shorten(number.digits);
  const decimals = digits.length - scale;
  const value =
    decimals < 0
      ? decimalOf(isNegative, BigInt(digits) * powerOfTen(-decimals), 0)
      : decimalOf(isNegative, BigInt(digits), decimals);
  return value ?? 'overflow';
}

function clampScale(scale: number): number {
  return Math.min(Math.max(scale, 0), maximumScale);
}

/** Bounds the work: a 1 stands for any digits so far behind that only their presence counts. */
function shorten(digits: string): string {
  if (digits.length <= significantDigits) return digits;
  const head = digits.slice(0, significantDigits);
  return /[1-9]/.test(digits.slice(significantDigits)) ? `${head}1` : `${head}0`;
}
