/**
 * A finite decimal number as formats and parsers see it: 0.d₁d₂d₃… × 10^scale. `digits` has no
 * leading zero; zero is the empty text.
 */
export interface Digits {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/**
 * Rounds half away from zero to the first `count` digits and drops trailing zeros. What becomes
 * zero loses its sign, as .NET Framework does it: (-0.001).ToString("F2") is "0.00".
 */
export function roundDigits(number: Digits, count: number): Digits {
  const kept = Math.max(count, 0);
  const roundsUp = count >= 0 && kept < number.digits.length && number.digits[kept]! >= '5';
  const digits = roundsUp
    ? withoutTrailing('9', number.digits.slice(0, kept))
    : withoutTrailing('0', number.digits.slice(0, kept));
  if (!roundsUp) return digits === '' ? zeroDigits : { ...number, digits };
  if (digits === '') return { ...number, digits: '1', scale: number.scale + 1 };
  const last = Number(digits.at(-1)) + 1;
  return { ...number, digits: digits.slice(0, -1) + String(last) };
}

export const zeroDigits: Digits = { isNegative: false, digits: '', scale: 0 };

/** Drops a letter from the end (a regular expression would try every run of it). */
export function withoutTrailing(letter: '0' | '9', digits: string): string {
  let length = digits.length;
  while (length > 0 && digits[length - 1] === letter) length--;
  return digits.slice(0, length);
}

/** The digits of an integer. */
export function digitsOfInteger(value: number | bigint): Digits {
  const isNegative = value < 0;
  const text = String(value);
  const digits = isNegative ? text.slice(1) : text;
  return digits === '0' ? zeroDigits : { isNegative, digits, scale: digits.length };
}

/**
 * The `precision` most significant digits of a finite number, correctly rounded, without trailing
 * zeros. Zero has no sign.
 */
export function digitsOfNumber(value: number, precision: number): Digits {
  if (value === 0) return zeroDigits;
  const text = Math.abs(value).toExponential(precision - 1);
  const e = text.indexOf('e');
  const digits = withoutTrailing('0', text.slice(0, e).replace('.', ''));
  return { isNegative: value < 0, digits, scale: Number(text.slice(e + 1)) + 1 };
}
