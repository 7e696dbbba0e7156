import type { LiteralValue } from './ast.ts';
import type { ScanCursor } from './scanCursor.ts';
import type { Token } from './tokens.ts';

const radixDigits = /0(?:[xX][\da-fA-F_]+|[bB][01_]+)/y;
const decimalDigits = /(?:\d[\d_]*)?(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?/y;
const radixSuffix = /[uU][lL]?|[lL][uU]?/y;
const suffixes = /[uU][lL]?|[lL][uU]?|[fFdDmM]/y;
const nameRest = /[\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}]+/uy;

const maxUint = 0xffff_ffffn;
const maxLong = 0x7fff_ffff_ffff_ffffn;
const maxUlong = 0xffff_ffff_ffff_ffffn;
const maxDecimal = 79_228_162_514_264_337_593_543_950_335n;

/** Scans a number (C# 6.4.5.3, 6.4.5.4), at whose first digit or point the cursor stands. */
export function scanNumber(cursor: ScanCursor): Token {
  const start = cursor.offset;
  const radix = cursor.match(radixDigits);
  const written = radix || cursor.match(decimalDigits);
  const suffix = cursor.match(radix ? radixSuffix : suffixes).toLowerCase();
  // `0x`, `12abc`, `1_`: C# splits such text in two and complains about the second half.
  const misplaced = cursor.match(nameRest) !== '' || /_(?![\da-fA-F_])/.test(written);
  if (misplaced) cursor.report('CS1013', start, [cursor.text.slice(start, cursor.offset)]);
  const digits = written.replaceAll('_', '');
  const real = /[fdm]/.test(suffix) || (!radix && /[.e]/i.test(digits));
  const literal = real
    ? realValue(cursor, start, digits, suffix)
    : integer(cursor, start, digits, suffix);
  return { kind: 'literal', span: cursor.spanFrom(start), literal };
}

/** The first of int, uint, long, ulong that holds the value and agrees with the suffix. */
function integer(cursor: ScanCursor, start: number, digits: string, suffix: string): LiteralValue {
  const value = digits.length > 70 ? bigInteger(digits) : BigInt(digits);
  if (value > maxUlong) {
    cursor.report(
      'CS1021',
      start,
      [],
      'the largest integer is 18446744073709551615; with suffix m it is a decimal',
    );
    return { type: 'int', value: 0 };
  }
  const unsigned = suffix.includes('u');
  if (!suffix.includes('l')) {
    if (!unsigned && value <= maxUint >> 1n) return { type: 'int', value: Number(value) };
    if (value <= maxUint) return { type: 'uint', value: Number(value) };
  }
  return { type: !unsigned && value <= maxLong ? 'long' : 'ulong', value };
}

/** Turning text into a BigInt is not linear, so long text is cut to what still decides its size. */
function bigInteger(digits: string): bigint {
  const [prefix, rest] = /^0[xXbB]/.test(digits)
    ? [digits.slice(0, 2), digits.slice(2)]
    : ['', digits];
  return BigInt(prefix + (rest.replace(/^0+/, '').slice(0, 70) || '0'));
}

function realValue(
  cursor: ScanCursor,
  start: number,
  digits: string,
  suffix: string,
): LiteralValue {
  if (suffix === 'm') {
    const value = plainDecimal(digits);
    if (BigInt(value.split('.', 1)[0]!) <= maxDecimal) return { type: 'decimal', value };
    cursor.report('CS0594', start, ['decimal']);
    return { type: 'decimal', value: '0' };
  }
  const type = suffix === 'f' ? 'float' : 'double';
  const value = suffix === 'f' ? Math.fround(Number(digits)) : Number(digits);
  if (Number.isFinite(value)) return { type, value };
  cursor.report('CS0594', start, [type]);
  return { type, value: 0 };
}

/** Writes digits without an exponent; places beyond any decimal's precision are left out. */
function plainDecimal(digits: string): string {
  const [mantissa = '', exponentText = '0'] = digits.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const exponent = Math.max(-10_000, Math.min(Number(exponentText), 10_000));
  const point = whole.length + exponent;
  const leading = point <= 0 ? '0' : all.slice(0, point).padEnd(Math.min(point, 60), '0');
  const wholePart = leading.replace(/^0+(?=\d)/, '').slice(0, 60);
  const places =
    (point < 0 ? '0'.repeat(Math.min(-point, 60)) : '') + all.slice(Math.max(point, 0));
  return places === '' ? wholePart : `${wholePart}.${places.slice(0, 60)}`;
}
