/** Arithmetic of Decimals. Undefined is .NET's OverflowException; divisors must not be zero. */
import { Decimal, decimalOf, divideToEven, fits, maximumScale, powerOfTen } from './Decimal.ts';

export function add(left: Decimal, right: Decimal): Decimal | undefined {
  const scale = Math.max(left.scale, right.scale);
  const sum = atScale(left, scale) + atScale(right, scale);
  if (sum === 0n) return new Decimal(zeroIsNegative(left, right), 0n, scale);
  return decimalOf(sum < 0n, sum < 0n ? -sum : sum, scale);
}

/** The sign of a sum that is zero, which depends on which side .NET scales up. */
function zeroIsNegative(left: Decimal, right: Decimal): boolean {
  const cancels = left.isNegative !== right.isNegative && !right.isZero;
  return left.isNegative !== (cancels && left.scale > right.scale);
}

export function subtract(left: Decimal, right: Decimal): Decimal | undefined {
  return add(left, right.negate());
}

export function multiply(left: Decimal, right: Decimal): Decimal | undefined {
  const isNegative = left.isNegative !== right.isNegative;
  const product = left.mantissa * right.mantissa;
  const scale = left.scale + right.scale;
  if (isPlainZero(product, scale, left.mantissa | right.mantissa)) return Decimal.zero;
  return decimalOf(isNegative, product, scale);
}

/** Where .NET answers zero without a scale or sign: for a zero times a large number, or far below. */
function isPlainZero(product: bigint, scale: number, factors: bigint): boolean {
  const isLarge = factors >> 32n !== 0n;
  return isLarge ? product === 0n : scale > maximumScale + 19;
}

/**
 * The quotient with as many decimals as needed, at most as many as fit. An exact quotient has the
 * difference of the scales at least (1.00 / 2 is 0.50), an inexact one no trailing zeros.
 */
export function divide(left: Decimal, right: Decimal): Decimal | undefined {
  const isNegative = left.isNegative !== right.isNegative;
  const preferred = left.scale - right.scale;
  const start = Math.max(preferred, 0);
  const numerator = left.mantissa * powerOfTen(start - preferred);
  if (numerator % right.mantissa === 0n) {
    return decimalOf(isNegative, numerator / right.mantissa, start);
  }
  const most = maximumScale - start;
  for (let extra = most; extra >= 0; extra--) {
    const scaled = numerator * powerOfTen(extra);
    if (!fits(scaled / right.mantissa)) continue;
    const quotient = divideToEven(scaled, right.mantissa);
    return decimalOf(isNegative, quotient, start + extra)?.normalized();
  }
  return undefined;
}

/** What remains after a division without decimals; it has the sign of `left`. */
export function remainder(left: Decimal, right: Decimal): Decimal | undefined {
  if (left.absolute().compareTo(right.absolute()) < 0) return left;
  const scale = Math.max(left.scale, right.scale);
  const rest = atScale(left, scale) % atScale(right, scale);
  return decimalOf(left.isNegative, rest < 0n ? -rest : rest, scale);
}

function atScale(value: Decimal, scale: number): bigint {
  return value.signed * powerOfTen(scale - value.scale);
}
