/** How DotLiquid compares: the right side is converted to the type of the left one. */
import { Decimal } from '../decimal/Decimal.ts';
import { compareLinguistically } from '../culture/linguisticOrder.ts';
import {
  notConvertible,
  toBoolean,
  toDecimal,
  toInt64,
  toNumber,
  toText,
  isEmpty,
} from './convert.ts';
import { LiquidError } from './LiquidError.ts';
import { parseLiquidDate } from './dates.ts';
import { Emptiness, isNumber, LiquidDate, scalarOf } from './values.ts';
import type { Rendering } from './Rendering.ts';
import type { LiquidValue } from './values.ts';

export function areEqual(left: LiquidValue, right: LiquidValue, run: Rendering): boolean {
  if (left instanceof Emptiness) return isEmpty(right);
  if (right instanceof Emptiness) return isEmpty(left);
  if (left === null || right === null || left === right) return left === right;
  const value = scalarOf(left);
  try {
    return sameValue(value, converted(scalarOf(right), value, run));
  } catch (error) {
    if (error instanceof LiquidError) return false;
    throw error;
  }
}

/** Equality of two values of one type; collections are only equal to themselves. */
export function sameValue(left: LiquidValue, right: LiquidValue): boolean {
  if (left instanceof Decimal && right instanceof Decimal) return left.compareTo(right) === 0;
  if (left instanceof LiquidDate && right instanceof LiquidDate) return left.ticks === right.ticks;
  return left === right || (Number.isNaN(left) && Number.isNaN(right));
}

/** Whether a list holds a value: numbers of any type may be equal, a text and a number never are. */
export function isElement(item: LiquidValue, wanted: LiquidValue): boolean {
  const [one, other] = [scalarOf(item), scalarOf(wanted)];
  if (isNumber(one) && isNumber(other)) return toNumber(one) === toNumber(other);
  return sameValue(one, other);
}

/** Negative, zero or positive. @throws LiquidError when the two cannot be ordered */
export function order(left: LiquidValue, right: LiquidValue, run: Rendering): number {
  const value = scalarOf(left);
  if (typeof value === 'string') {
    run.spend(value.length >> 6);
    return compareLinguistically(value, toText(right) ?? '', false);
  }
  return orderOfSame(value, converted(scalarOf(right), value, run));
}

/** Of two values of one type that are no texts. @throws LiquidError */
export function orderOfSame(left: LiquidValue, right: LiquidValue): number {
  if (left instanceof Decimal && right instanceof Decimal) return left.compareTo(right);
  if (left instanceof LiquidDate && right instanceof LiquidDate)
    return sign(left.ticks, right.ticks);
  if (typeof left === 'bigint' && typeof right === 'bigint') return sign(left, right);
  if (typeof left === 'number' && typeof right === 'number') return sign(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  throw new LiquidError('At least one object must implement IComparable.');
}

function sign<T extends bigint | number>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Convert.ChangeType of a value to the type of another. @throws LiquidError */
function converted(value: LiquidValue, like: LiquidValue, run: Rendering): LiquidValue {
  if (typeof like === 'string') return toText(value);
  if (typeof like === 'bigint') return toInt64(value);
  if (typeof like === 'number') return toNumber(value);
  if (typeof like === 'boolean') return toBoolean(value);
  if (like instanceof Decimal) return toDecimal(value);
  if (!(like instanceof LiquidDate)) return value;
  if (value instanceof LiquidDate) return value;
  if (typeof value !== 'string') throw notConvertible(value, 'System.DateTime');
  const date = parseLiquidDate(value, run);
  if (!date) throw new LiquidError('String was not recognized as a valid DateTime.');
  return date;
}
