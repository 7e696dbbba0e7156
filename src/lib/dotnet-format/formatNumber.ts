/**
 * Numbers as text in .NET's standard and custom formats. Each function answers undefined where
 * .NET throws FormatException("Format specifier was invalid.").
 *
 * Of .NET's two traditions we follow .NET Framework, on which policy expressions are defined:
 * a double has 15 significant digits unless the format asks for more ("R" tries 15, then 17; a
 * float 7, then 9), negative zero is "0", and there is no binary format "B".
 */
import { digitsOfInteger, digitsOfNumber } from './Digits.ts';
import type { Digits } from './Digits.ts';
import { formatPicture } from './formatPicture.ts';
import { invariantNumberFormat } from './NumberFormat.ts';
import type { NumberFormat } from './NumberFormat.ts';
import { readPicture } from './readPicture.ts';
import type { Picture } from './readPicture.ts';
import { formatStandard, readStandardFormat } from './standardFormat.ts';
import type { StandardFormat } from './standardFormat.ts';

/** Sizes of an integer type: bits for two's complement in `X`, digits for `G` with a precision. */
export interface IntegerSize {
  readonly bits: 8 | 16 | 32 | 64;
  readonly digits: number;
}

/** Text of an integer of a .NET type. */
export function formatInteger(
  value: number | bigint,
  format: string | null,
  conventions: NumberFormat,
  size: IntegerSize,
): string | undefined {
  const standard = readStandardFormat(format ?? '');
  if (!standard) return formatCustom(digitsOfInteger(value), format ?? '', conventions);
  const letter = standard.letter.toUpperCase();
  if (letter === 'D' || (letter === 'G' && standard.precision < 1)) {
    return writeDecimal(value, Math.max(standard.precision, 1), conventions);
  }
  if (letter === 'X') return writeHexadecimal(value, standard, size);
  return formatStandard(digitsOfInteger(value), standard, conventions, { precision: size.digits });
}

function writeDecimal(
  value: number | bigint,
  digits: number,
  { negativeSign }: NumberFormat,
): string {
  if (value >= 0) return String(value).padStart(digits, '0');
  return negativeSign + String(-value).padStart(digits, '0');
}

function writeHexadecimal(
  value: number | bigint,
  { letter, precision }: StandardFormat,
  { bits }: IntegerSize,
): string {
  const digits = BigInt.asUintN(bits, BigInt(value)).toString(16).padStart(precision, '0');
  return letter === 'X' ? digits.toUpperCase() : digits;
}

/** Significant digits of a binary floating-point type, and how many always suffice. */
export interface FloatSize {
  readonly digits: 15 | 7;
  readonly roundTripDigits: 17 | 9;
}

export const doubleSize: FloatSize = { digits: 15, roundTripDigits: 17 };
export const singleSize: FloatSize = { digits: 7, roundTripDigits: 9 };

/** Text of a double, or of a float when `size` is `singleSize`. */
export function formatFloat(
  value: number,
  format: string | null,
  conventions: NumberFormat,
  size: FloatSize = doubleSize,
): string | undefined {
  if (!Number.isFinite(value)) return nonFiniteText(value, conventions);
  if (!format && conventions === invariantNumberFormat && isPlain(value)) {
    const text = String(value);
    if (text.length <= size.digits) return text;
  }
  const standard = readStandardFormat(format ?? '');
  if (!standard) return formatCustom(digitsOfNumber(value, size.digits), format ?? '', conventions);
  if (standard.letter.toUpperCase() === 'R') return formatRoundTrip(value, conventions, size);
  const digits = digitsOfNumber(value, significantDigits(standard, size));
  return formatStandard(digits, standard, conventions, { precision: size.digits });
}

/**
 * Whether JavaScript and .NET agree not to write an exponent. Then they agree in the text, if its
 * shortest form has no more digits than the type.
 */
function isPlain(value: number): boolean {
  const magnitude = Math.abs(value);
  return value === 0 || (magnitude >= 1e-4 && magnitude < 1e7);
}

function nonFiniteText(value: number, conventions: NumberFormat): string {
  if (Number.isNaN(value)) return conventions.nanSymbol;
  return value > 0 ? conventions.positiveInfinitySymbol : conventions.negativeInfinitySymbol;
}

/** `E` and `G` with more digits than the type has are served with all that are meaningful. */
function significantDigits({ letter, precision }: StandardFormat, size: FloatSize): number {
  const upper = letter.toUpperCase();
  const limit = upper === 'E' ? size.digits - 1 : upper === 'G' ? size.digits : Infinity;
  return precision > limit ? size.roundTripDigits : size.digits;
}

function formatRoundTrip(value: number, conventions: NumberFormat, size: FloatSize): string {
  const short = digitsOfNumber(value, size.digits);
  const read = Number(`0.${short.digits || '0'}e${short.scale}`);
  const same = (size === singleSize ? Math.fround(read) : read) === Math.abs(value);
  const digits = same ? short : digitsOfNumber(value, size.roundTripDigits);
  const precision = same ? size.digits : size.roundTripDigits;
  return formatStandard(digits, { letter: 'G', precision }, conventions, { precision })!;
}

const pictures = new Map<string, Picture>();
const maximumPictures = 256;
const longestKept = 64;

/** Writes digits by a custom format. Short formats repeat, so those read last are kept. */
export function formatCustom(number: Digits, format: string, conventions: NumberFormat): string {
  const known = pictures.get(format);
  if (known) return formatPicture(number, known, conventions);
  const picture = readPicture(format);
  if (pictures.size >= maximumPictures) pictures.clear();
  if (format.length <= longestKept) pictures.set(format, picture);
  return formatPicture(number, picture, conventions);
}

/** The text of a double that `double.Parse` reads back to the same value: format "R", invariant. */
export function roundTripText(value: number): string {
  return formatFloat(value, 'R', invariantNumberFormat)!;
}
