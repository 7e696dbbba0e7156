/** Integers in base 2, 8, 10 and 16 as System.Convert writes and reads them. */
export type Radix = 2 | 8 | 10 | 16;

export function isRadix(base: number): base is Radix {
  return base === 2 || base === 8 || base === 10 || base === 16;
}

/** Text of an integer; in other bases than 10 a negative one is two's complement of its type. */
export function formatRadix(value: bigint, base: Radix, bits: number): string {
  return (base === 10 ? value : BigInt.asUintN(bits, value)).toString(base);
}

/**
 * Why a text is no integer in a base: it has no digits, something behind them, a minus sign where
 * none may be, is empty, or too large.
 */
export type RadixFailure =
  | 'empty'
  | 'noDigits'
  | 'trailing'
  | 'minus'
  | 'unsignedMinus'
  | 'overflow';

export interface RadixTarget {
  readonly bits: number;
  readonly isSigned: boolean;
}

/**
 * Reads an integer. Only base 10 has a minus sign; in the others the digits are the bits of the
 * type, so that `ff` is -1 as a signed byte. Base 16 may begin with `0x`.
 */
export function parseRadix(
  text: string,
  base: Radix,
  { bits, isSigned }: RadixTarget,
): bigint | RadixFailure {
  if (text === '') return 'empty';
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  if (sign === '-' && base !== 10) return 'minus';
  if (sign === '-' && !isSigned) return 'unsignedMinus';
  const prefix = base === 16 && /^[-+]?0[xX]/.test(text) ? 2 : 0;
  const digits = text.slice(sign.length + prefix);
  const length = digitCount(digits, base);
  if (length === 0) return 'noDigits';
  const magnitude = BigInt(
    (prefixes[base] ?? '') + digits.slice(0, Math.min(length, maximumDigits)),
  );
  const integer = sign === '-' ? -magnitude : magnitude;
  // .NET reads small types as 32 bits, so that junk behind the digits is found before the overflow.
  const isTooWide = inRange(integer, base, Math.max(bits, 32), isSigned) === undefined;
  if (isTooWide || length > maximumDigits) return 'overflow';
  if (length < digits.length) return 'trailing';
  return inRange(integer, base, bits, isSigned) ?? 'overflow';
}

/** More digits than this cannot fit, zeros in front apart. */
const maximumDigits = 4096;

const prefixes: Readonly<Partial<Record<Radix, string>>> = { 2: '0b', 8: '0o', 16: '0x' };

const digitPatterns: Readonly<Record<Radix, RegExp>> = {
  2: /^[01]*/,
  8: /^[0-7]*/,
  10: /^[0-9]*/,
  16: /^[0-9A-Fa-f]*/,
};

function digitCount(digits: string, base: Radix): number {
  return digitPatterns[base].exec(digits)![0].length;
}

function inRange(value: bigint, base: Radix, bits: number, isSigned: boolean): bigint | undefined {
  if (base !== 10) {
    if (value >= 1n << BigInt(bits)) return undefined;
    return isSigned ? BigInt.asIntN(bits, value) : value;
  }
  const fits = isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  return fits === value ? value : undefined;
}
