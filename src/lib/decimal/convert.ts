/** Decimals from and to other numbers. Undefined is .NET's OverflowException. */
import { Decimal, decimalOf, fits, maximumScale, powerOfTen } from './Decimal.ts';
import { truncate } from './round.ts';

export function fromInteger(value: number | bigint): Decimal {
  const integer = BigInt(value);
  return new Decimal(integer < 0n, integer < 0n ? -integer : integer, 0);
}

/** A double counts for 15 significant digits: `(decimal)0.1` is 0.1. */
export function fromDouble(value: number): Decimal | undefined {
  return fromFloat(value, 15);
}

/** A float counts for 7 significant digits. */
export function fromSingle(value: number): Decimal | undefined {
  return fromFloat(value, 7);
}

/**
 * Scales the number to an integer of `digits` digits in double arithmetic, as .NET does it, so
 * that the same last digit comes out; a half goes to the even neighbour.
 */
function fromFloat(value: number, digits: number): Decimal | undefined {
  const magnitude = Math.abs(value);
  if (!(magnitude < 2 ** 96)) return undefined;
  const [integer, scale] = scaleToInteger(magnitude, digits);
  if (integer === 0n) return Decimal.zero;
  const isNegative = value < 0;
  if (scale < 0) return decimalOf(isNegative, integer * powerOfTen(-scale), 0);
  return new Decimal(isNegative, integer, scale).normalized();
}

function scaleToInteger(magnitude: number, digits: number): [integer: bigint, scale: number] {
  const limit = doublePowers[digits]!;
  // 19728 / 65536 is the logarithm of 2 to the base 10.
  let scale = Math.min(digits - 1 - ((binaryExponent(magnitude) * 19728) >> 16), maximumScale);
  if (scale === -1 && magnitude < limit) scale = 0;
  let scaled =
    scale >= 0 ? magnitude * doublePowers[scale]! : magnitude / (doublePowers[-scale] ?? Infinity);
  if (scaled < limit / 10 && scale < maximumScale) {
    scaled *= 10;
    scale++;
  }
  return [roundToEven(scaled), scale];
}

/** The exponent e of a magnitude in [2^(e-1), 2^e). */
function binaryExponent(magnitude: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, magnitude);
  return (view.getUint16(0) >> 4) - 1022;
}

function roundToEven(value: number): bigint {
  const down = Math.floor(value);
  const rest = value - down;
  const integer = BigInt(down);
  return rest > 0.5 || (rest === 0.5 && (integer & 1n) === 1n) ? integer + 1n : integer;
}

const lowMask = (1n << 64n) - 1n;
const highUnit = 2 ** 64;
const doublePowers = Array.from({ length: maximumScale + 1 }, (_, n) => Number(`1e${n}`));

/** Computed as .NET does it, so that the last bit agrees: mantissa as a double, then divided. */
export function toDouble(value: Decimal): number {
  const high = Number(value.mantissa >> 64n) * highUnit;
  const magnitude = (Number(value.mantissa & lowMask) + high) / doublePowers[value.scale]!;
  return value.isNegative ? -magnitude : magnitude;
}

/** The integer part. */
export function toInteger(value: Decimal): bigint {
  return truncate(value).signed;
}

/** Four 32-bit integers: low, middle and high part of the mantissa, then scale and sign. */
export function toBits(value: Decimal): readonly [number, number, number, number] {
  const part = (shift: bigint): number => Number(BigInt.asIntN(32, value.mantissa >> shift));
  const flags = (value.scale << 16) | (value.isNegative ? 1 << 31 : 0);
  return [part(0n), part(32n), part(64n), flags];
}

/** From the parts of the mantissa. Undefined when the scale is out of range. */
export function fromParts(
  [low, middle, high]: readonly [number, number, number],
  isNegative: boolean,
  scale: number,
): Decimal | undefined {
  const part = (value: number): bigint => BigInt.asUintN(32, BigInt(value));
  const mantissa = (part(high) << 64n) | (part(middle) << 32n) | part(low);
  if (scale > maximumScale || !fits(mantissa)) return undefined;
  return new Decimal(isNegative, mantissa, scale);
}
