/** Arithmetic of decimals with .NET's exceptions: for the operators, Math and LINQ. */
import * as exact from '../../../lib/decimal/arithmetic.ts';
import { fromDouble, fromSingle } from '../../../lib/decimal/convert.ts';
import type { Decimal } from '../../../lib/decimal/Decimal.ts';
import { DivideByZeroException } from '../../runtime/exceptions.ts';
import { tooLarge } from './numberTexts.ts';

const called = 'a Decimal';

/** @throws OverflowException when there is no value */
export function inRange(value: Decimal | undefined): Decimal {
  if (!value) throw tooLarge(called);
  return value;
}

/** @throws OverflowException */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  return inRange(exact.add(left, right));
}

/** @throws OverflowException */
export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return inRange(exact.subtract(left, right));
}

/** @throws OverflowException */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return inRange(exact.multiply(left, right));
}

/** @throws OverflowException, DivideByZeroException */
export function divideDecimals(left: Decimal, right: Decimal): Decimal {
  if (right.isZero) throw new DivideByZeroException();
  return inRange(exact.divide(left, right));
}

/** @throws OverflowException, DivideByZeroException */
export function remainderOfDecimals(left: Decimal, right: Decimal): Decimal {
  if (right.isZero) throw new DivideByZeroException();
  return inRange(exact.remainder(left, right));
}

/** @throws OverflowException */
export function decimalOfDouble(value: number): Decimal {
  return inRange(fromDouble(value));
}

/** @throws OverflowException */
export function decimalOfSingle(value: number): Decimal {
  return inRange(fromSingle(value));
}
