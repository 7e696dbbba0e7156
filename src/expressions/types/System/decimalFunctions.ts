/** The static functions that .NET 7 gave System.Decimal. */
import type { Decimal } from '../../../lib/decimal/Decimal.ts';
import { truncate } from '../../../lib/decimal/round.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';

const member = membersOf<Decimal>();

export function maxDecimal(x: Decimal, y: Decimal): Decimal {
  return x.compareTo(y) >= 0 ? x : y;
}

export function minDecimal(x: Decimal, y: Decimal): Decimal {
  return x.compareTo(y) < 0 ? x : y;
}

/** @throws ArgumentException */
export function clampDecimal(value: Decimal, min: Decimal, max: Decimal): Decimal {
  if (min.compareTo(max) > 0) {
    throw new ArgumentException(`'${min.toString()}' cannot be greater than ${max.toString()}.`);
  }
  if (value.compareTo(min) < 0) return min;
  return value.compareTo(max) > 0 ? max : value;
}

export function signOfDecimal(value: Decimal): number {
  if (value.isZero) return 0;
  return value.isNegative ? -1 : 1;
}

function isInteger(value: Decimal): boolean {
  return truncate(value).equals(value);
}

function isEven(value: Decimal): boolean {
  return (truncate(value).mantissa & 1n) === 0n;
}

function hasLargerMagnitude(x: Decimal, y: Decimal): boolean {
  const order = x.absolute().compareTo(y.absolute());
  return order === 0 ? !x.isNegative : order > 0;
}

export const decimalFunctions: readonly MemberDeclaration[] = [
  member(
    'static decimal Abs(decimal value)',
    (value) => value.absolute(),
    'decimal.Abs(-1.5m) // 1.5m',
  ),
  member('static decimal Max(decimal x, decimal y)', maxDecimal, 'decimal.Max(1m, 2m) // 2m'),
  member('static decimal Min(decimal x, decimal y)', minDecimal, 'decimal.Min(1m, 2m) // 1m'),
  member(
    'static decimal MaxMagnitude(decimal x, decimal y)',
    (x, y) => (hasLargerMagnitude(x, y) ? x : y),
    'decimal.MaxMagnitude(-3m, 2m) // -3m',
  ),
  member(
    'static decimal MinMagnitude(decimal x, decimal y)',
    (x, y) => (hasLargerMagnitude(x, y) ? y : x),
    'decimal.MinMagnitude(-3m, 2m) // 2m',
  ),
  member(
    'static decimal Clamp(decimal value, decimal min, decimal max)',
    clampDecimal,
    'decimal.Clamp(9m, 1m, 5m) // 5m',
  ),
  member(
    'static decimal CopySign(decimal value, decimal sign)',
    (value, sign) => (value.isNegative === sign.isNegative ? value : value.negate()),
    'decimal.CopySign(3m, -1m) // -3m',
  ),
  member('static int Sign(decimal d)', signOfDecimal, 'decimal.Sign(-3m) // -1'),
  member('static bool IsInteger(decimal value)', isInteger, 'decimal.IsInteger(1.00m) // true'),
  member(
    'static bool IsEvenInteger(decimal value)',
    (value) => isInteger(value) && isEven(value),
    'decimal.IsEvenInteger(2.0m) // true',
  ),
  member(
    'static bool IsOddInteger(decimal value)',
    (value) => isInteger(value) && !isEven(value),
    'decimal.IsOddInteger(2.0m) // false',
  ),
  member(
    'static bool IsNegative(decimal value)',
    (value) => value.isNegative,
    'decimal.IsNegative(-1m) // true',
  ),
  member(
    'static bool IsPositive(decimal value)',
    (value) => !value.isNegative,
    'decimal.IsPositive(1m) // true',
  ),
  member(
    'static bool IsCanonical(decimal value)',
    (value) => value.normalized().scale === value.scale,
    'decimal.IsCanonical(1.50m) // false',
  ),
];
