/** Rounding with .NET's checks, for Math and Decimal. */
import type { Decimal } from '../../../lib/decimal/Decimal.ts';
import { maximumScale } from '../../../lib/decimal/Decimal.ts';
import { MidpointRounding, round } from '../../../lib/decimal/round.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';

const lastMode = MidpointRounding.ToPositiveInfinity;

/** @throws ArgumentException */
function checkMode(mode: number): void {
  if (mode >= 0 && mode <= lastMode) return;
  const message = `The value '${mode}' is not valid for this usage of the type MidpointRounding.`;
  throw new ArgumentException(message, 'mode');
}

/** @throws ArgumentOutOfRangeException, ArgumentException */
export function roundDecimal(value: Decimal, decimals = 0, mode = 0): Decimal {
  if (decimals < 0 || decimals > maximumScale) {
    const message = 'Decimal can only round to between 0 and 28 digits of precision.';
    throw new ArgumentOutOfRangeException('decimals', message);
  }
  checkMode(mode);
  return round(value, decimals, mode);
}

/** Doubles beyond this have no decimals. */
const roundingLimit = 1e16;
const maximumDigits = 15;

/**
 * `Math.Round` of a double: scaled by a power of ten, rounded and scaled back in double arithmetic,
 * with its small surprises (2.135 becomes 2.13 or 2.14 as the product comes out).
 * @throws ArgumentOutOfRangeException, ArgumentException
 */
export function roundDouble(value: number, digits = 0, mode = 0): number {
  if (digits < 0 || digits > maximumDigits) {
    const message = 'Rounding digits must be between 0 and 15, inclusive.';
    throw new ArgumentOutOfRangeException('digits', message);
  }
  checkMode(mode);
  if (!(Math.abs(value) < roundingLimit)) return value;
  const power = 10 ** digits;
  return integerOf(value * power, mode) / power;
}

function integerOf(value: number, mode: number): number {
  switch (mode) {
    case MidpointRounding.AwayFromZero:
      return awayFromZero(value);
    case MidpointRounding.ToZero:
      return Math.trunc(value);
    case MidpointRounding.ToNegativeInfinity:
      return Math.floor(value);
    case MidpointRounding.ToPositiveInfinity:
      return Math.ceil(value);
    default:
      return toEven(value);
  }
}

function awayFromZero(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

/** The nearest integer, of two the even one; keeps the sign of zero. */
export function toEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest < 0.5 || (rest === 0.5 && down % 2 === 0)) return down;
  return value < 0 && down === -1 ? -0 : down + 1;
}
