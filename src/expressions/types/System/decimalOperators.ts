import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import {
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
} from './decimalArithmetic.ts';

const member = membersOf<Decimal>();

/** The operators of System.Decimal. */
export const decimalOperators: readonly MemberDeclaration[] = [
  member(
    'static decimal operator +(decimal d1, decimal d2)',
    addDecimals,
    '(0.1m + 0.2m).ToString() // "0.3"',
    'decimal.MaxValue + decimal.Parse("1") // throws System.OverflowException',
  ),
  member(
    'static decimal operator -(decimal d1, decimal d2)',
    subtractDecimals,
    '1m - 0.9m // 0.1m',
  ),
  member(
    'static decimal operator *(decimal d1, decimal d2)',
    multiplyDecimals,
    '(1.10m * 2.0m).ToString() // "2.200"',
  ),
  member(
    'static decimal operator /(decimal d1, decimal d2)',
    divideDecimals,
    '1m / 3m // 0.3333333333333333333333333333m',
    '1m / decimal.Parse("0") // throws System.DivideByZeroException',
  ),
  member(
    'static decimal operator %(decimal d1, decimal d2)',
    remainderOfDecimals,
    '7.5m % 2m // 1.5m',
  ),
  member('static decimal operator +(decimal d)', (d) => d, '+1.5m // 1.5m'),
  member('static decimal operator -(decimal d)', (d) => d.negate(), '-(1.5m) // -1.5m'),
  member(
    'static decimal operator ++(decimal d)',
    (d) => addDecimals(d, Decimal.one),
    'decimal.Add(1.5m, decimal.One) // 2.5m',
  ),
  member(
    'static decimal operator --(decimal d)',
    (d) => subtractDecimals(d, Decimal.one),
    'decimal.Subtract(1.5m, decimal.One) // 0.5m',
  ),
  member(
    'static bool operator ==(decimal d1, decimal d2)',
    (d1, d2) => d1.equals(d2),
    '1.0m == 1m // true',
  ),
  member(
    'static bool operator !=(decimal d1, decimal d2)',
    (d1, d2) => !d1.equals(d2),
    '1.0m != 1m // false',
  ),
  member(
    'static bool operator <(decimal d1, decimal d2)',
    (d1, d2) => d1.compareTo(d2) < 0,
    '1m < 1.5m // true',
  ),
  member(
    'static bool operator >(decimal d1, decimal d2)',
    (d1, d2) => d1.compareTo(d2) > 0,
    '1m > 1.5m // false',
  ),
  member(
    'static bool operator <=(decimal d1, decimal d2)',
    (d1, d2) => d1.compareTo(d2) <= 0,
    '1m <= 1.0m // true',
  ),
  member(
    'static bool operator >=(decimal d1, decimal d2)',
    (d1, d2) => d1.compareTo(d2) >= 0,
    '1m >= 1.5m // false',
  ),
];
