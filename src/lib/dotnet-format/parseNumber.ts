import { withoutTrailing } from './Digits.ts';
import type { NumberFormat } from './NumberFormat.ts';
import { NumberStyles } from './NumberStyles.ts';
import { readNumber } from './readNumber.ts';

/** Why a text is not a value of the type: .NET's FormatException and OverflowException. */
export type ParseFailure = 'format' | 'overflow';

export interface IntegerRange {
  readonly bits: 8 | 16 | 32 | 64;
  readonly minimum: bigint;
  readonly maximum: bigint;
}

/** Reads an integer; its decimals may only be zeros. Hexadecimal is two's complement of the type. */
export function parseInteger(
  text: string,
  styles: number,
  format: NumberFormat,
  range: IntegerRange,
): bigint | ParseFailure {
  if (styles & NumberStyles.AllowHexSpecifier) return parseHexadecimal(text, styles, range);
  if (plainInteger.test(text)) return within(BigInt(text), range);
  const number = readNumber(text, styles, format);
  if (!number) return 'format';
  const digits = withoutTrailing('0', number.digits);
  if (digits === '') return 0n;
  if (digits.length > number.scale || number.scale > 20) return 'overflow';
  const magnitude = BigInt(digits.padEnd(number.scale, '0'));
  return within(number.isNegative ? -magnitude : magnitude, range);
}

/** What nearly all texts are; every style and culture reads it in the same way. */
const plainInteger = /^\d{1,20}$/;

function within(value: bigint, { minimum, maximum }: IntegerRange): bigint | ParseFailure {
  return value < minimum || value > maximum ? 'overflow' : value;
}

function parseHexadecimal(
  text: string,
  styles: number,
  range: IntegerRange,
): bigint | ParseFailure {
  const before = styles & NumberStyles.AllowLeadingWhite ? '[\\t-\\r ]*' : '';
  const after = styles & NumberStyles.AllowTrailingWhite ? '[\\t-\\r ]*' : '';
  const match = new RegExp(`^${before}([0-9A-Fa-f]+)${after}\\0*$`).exec(text);
  if (!match) return 'format';
  const digits = match[1]!.replace(/^0+/, '');
  if (digits.length > range.bits / 4) return 'overflow';
  const value = BigInt(`0x0${digits}`);
  return range.minimum < 0n ? BigInt.asIntN(range.bits, value) : value;
}

/**
 * Reads a double, correctly rounded. As in .NET Framework, what is too large is an overflow and
 * zero has no sign.
 */
export function parseFloat(
  text: string,
  styles: number,
  format: NumberFormat,
): number | ParseFailure {
  const number = readNumber(text, styles, format);
  if (!number) return parseSymbol(text, format) ?? 'format';
  if (number.digits === '') return 0;
  const magnitude = Number(`0.${number.digits}e${number.scale}`);
  if (!Number.isFinite(magnitude)) return 'overflow';
  return number.isNegative && magnitude > 0 ? -magnitude : magnitude;
}

/** Reads the names of infinities and NaN. */
function parseSymbol(text: string, format: NumberFormat): number | undefined {
  const word = text.trim();
  if (word === format.positiveInfinitySymbol) return Infinity;
  if (word === format.negativeInfinitySymbol) return -Infinity;
  return word === format.nanSymbol ? NaN : undefined;
}

/** Like `parseFloat`, for a float. */
export function parseSingle(
  text: string,
  styles: number,
  format: NumberFormat,
): number | ParseFailure {
  const value = parseFloat(text, styles, format);
  if (typeof value === 'string') return value;
  const single = Math.fround(value);
  return Number.isFinite(value) && !Number.isFinite(single) ? 'overflow' : single;
}
