/** How Newtonsoft orders the values of tokens: JValue.Compare. Values are boxed. */
import { fromDouble, fromInteger } from '../../../lib/decimal/convert.ts';
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { Box } from '../Box.ts';
import { DateTime } from '../DateTime.ts';
import { DateTimeOffset } from '../DateTimeOffset.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  FormatException,
  InvalidCastException,
  OverflowException,
} from '../exceptions.ts';
import { Guid } from '../Guid.ts';
import { TimeSpan } from '../TimeSpan.ts';
import { toText } from '../toText.ts';
import { BigInteger } from './BigInteger.ts';
import { tokenTypes } from './tokenTypes.ts';
import { isBytes } from './valueTypeOf.ts';

/**
 * Compares two values as values of a token type: negative, zero or positive; null goes first.
 * @throws ArgumentException, FormatException, InvalidCastException
 */
export function compareJsonValues(type: number, one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (other === null || other === undefined) return 1;
  if (one === null || one === undefined) return -1;
  switch (type) {
    case tokenTypes.Integer:
    case tokenTypes.Float:
      return compareNumbers(numberOf(one), numberOf(other));
    case tokenTypes.Comment:
    case tokenTypes.String:
    case tokenTypes.Raw:
      return order(toText(one), toText(other));
    case tokenTypes.Boolean:
      return order(booleanOf(one), booleanOf(other));
    case tokenTypes.Date:
      return compareDates(one, other);
    case tokenTypes.Bytes:
      return compareBytes(one, other);
    case tokenTypes.Guid:
      return order(as(Guid, one, 'Guid').digits, as(Guid, other, 'Guid').digits);
    case tokenTypes.TimeSpan:
      return order(as(TimeSpan, one, 'TimeSpan').ticks, as(TimeSpan, other, 'TimeSpan').ticks);
    case tokenTypes.Uri:
      return compareTexts(one, other, 'Uri');
    default:
      throw new ArgumentOutOfRangeException('valueType', 'Unexpected value type.');
  }
}

function order<T extends string | bigint | number>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** An integer is a bigint, a double or a float a number. */
type Numeric = bigint | number | Decimal;

function compareNumbers(one: Numeric, other: Numeric): number {
  if (typeof one === 'bigint' && typeof other === 'bigint') return order(one, other);
  if (one instanceof Decimal || other instanceof Decimal)
    return decimalOf(one).compareTo(decimalOf(other));
  return compareDoubles(Number(one), Number(other));
}

const epsilon = 2.220446049250313e-16;

/** Newtonsoft takes doubles for equal that differ by what calculations lose. */
function compareDoubles(one: number, other: number): number {
  if (one === other) return 0;
  const tolerance = (Math.abs(one) + Math.abs(other) + 10) * epsilon;
  if (Math.abs(one - other) < tolerance) return 0;
  if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : -1;
  return Number.isNaN(other) || one > other ? 1 : -1;
}

function decimalOf(value: Numeric): Decimal {
  if (value instanceof Decimal) return value;
  const decimal = typeof value === 'bigint' ? fromInteger(value) : fromDouble(value);
  if (decimal) return decimal;
  throw new OverflowException('Value was either too large or too small for a Decimal.');
}

function numberOf(value: NonNullable<unknown>): Numeric {
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value);
  if (value instanceof Decimal) return value;
  if (value instanceof BigInteger) return value.value;
  if (value instanceof Box) {
    const isReal = /\.(Double|Single)$/.test(value.type.toString());
    return isReal ? Number(value.value) : BigInt(value.value);
  }
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value !== 'string') throw new InvalidCastException();
  if (/^\s*[-+]?\d+\s*$/.test(value)) return BigInt(value.trim().replace(/^\+/, ''));
  throw new FormatException('Input string was not in a correct format.');
}

function booleanOf(value: NonNullable<unknown>): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    const word = value.trim().toLowerCase();
    if (word === 'true' || word === 'false') return Number(word === 'true');
    throw new FormatException(`String '${value}' was not recognized as a valid Boolean.`);
  }
  const number = numberOf(value);
  return Number(number instanceof Decimal ? !number.isZero : Number(number) !== 0);
}

/** By the moment with an offset, else by what the clocks show. */
function compareDates(one: unknown, other: unknown): number {
  if (one instanceof DateTimeOffset)
    return order(one.utcTicks, other instanceof DateTimeOffset ? other.utcTicks : ticksOf(other));
  return order(ticksOf(one), other instanceof DateTimeOffset ? other.clock.ticks : ticksOf(other));
}

function ticksOf(value: unknown): bigint {
  if (value instanceof DateTime) return value.ticks;
  throw new InvalidCastException('Object must be of type DateTime.');
}

function compareBytes(one: unknown, other: unknown): number {
  if (!isBytes(one) || !isBytes(other))
    throw new ArgumentException('Object must be of type byte[].');
  return Buffer.compare(one.items, other.items);
}

function compareTexts(
  one: NonNullable<unknown>,
  other: NonNullable<unknown>,
  type: string,
): number {
  if (one.constructor !== other.constructor)
    throw new ArgumentException(`Object must be of type ${type}.`);
  return order(toText(one), toText(other));
}

function as<T>(constructor: new (...args: never[]) => T, value: unknown, name: string): T {
  if (value instanceof constructor) return value;
  throw new ArgumentException(`Object must be of type ${name}.`);
}
