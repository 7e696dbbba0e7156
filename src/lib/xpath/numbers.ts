import type { NumberFormat } from './Context.ts';

/** Optional space, an optional minus sign, and a Number [30] of §3.7. */
const numeral = /^[ \t\r\n]*(-?(?:\d+(?:\.\d*)?|\.\d+))[ \t\r\n]*$/;
const scientific = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/;

/** Numbers as §4.2 and §4.4 have them. */
export const standardNumbers: NumberFormat = {
  write(value) {
    if (value === 0) return '0';
    const text = String(value);
    const parts = scientific.exec(text);
    return parts ? withoutExponent(parts) : text;
  },
  read(text) {
    const digits = numeral.exec(text)?.[1];
    return digits === undefined ? NaN : Number(digits);
  },
};

/** "No more digits than are needed to distinguish the number", and never an exponent. */
function withoutExponent([, sign = '', whole = '', fraction = '', power]: RegExpExecArray): string {
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
