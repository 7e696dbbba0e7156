/** Binary floating-point numbers (IEEE 754) by their bits. */
const view = new DataView(new ArrayBuffer(8));

/** The 64 bits of a double. */
export function bitsOf(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

/** The double with these 64 bits. */
export function ofBits(bits: bigint): number {
  view.setBigUint64(0, BigInt.asUintN(64, bits));
  return view.getFloat64(0);
}

/** The smallest double above a value. */
export function bitIncrement(value: number): number {
  if (Number.isNaN(value) || value === Infinity) return value;
  if (value === 0) return Number.MIN_VALUE;
  return ofBits(bitsOf(value) + (value > 0 ? 1n : -1n));
}

/** The largest double below a value. */
export function bitDecrement(value: number): number {
  return -bitIncrement(-value);
}

/** The exponent of the leading binary digit, as C's ilogb: int limits for zero and non-numbers. */
export function exponentOf(value: number): number {
  if (value === 0) return -2147483648;
  if (!Number.isFinite(value)) return 2147483647;
  const biased = Number((bitsOf(value) >> 52n) & 0x7ffn);
  return biased === 0 ? exponentOf(value * 2 ** 54) - 54 : biased - 1023;
}

const largestStep = 1000;

/** value × 2^n, with one rounding at most. */
export function scale(value: number, n: number): number {
  if (n > largestStep) return scale(value * 2 ** largestStep, Math.min(n, 4000) - largestStep);
  if (n >= -largestStep) return value * 2 ** n;
  // Small results are reached from a number that still has all its digits.
  const exponent = exponentOf(value);
  if (Math.abs(exponent) > 4000) return value;
  return value * 2 ** -exponent * 2 ** Math.max(exponent + n, -1074 - 1);
}
