/** How Newtonsoft orders the values of tokens: JValue.Compare. Values are boxed. */
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { DotNetUri } from '../../../lib/dotnet-uri/DotNetUri.ts';
import { Box } from '../Box.ts';
import { DateTime } from '../DateTime.ts';
import { DateTimeOffset } from '../DateTimeOffset.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  InvalidCastException,
  NullReferenceException,
} from '../exceptions.ts';
import { Guid } from '../Guid.ts';
import { compareTexts, stringComparisons } from '../textComparison.ts';
import { TimeSpan } from '../TimeSpan.ts';
import { toText } from '../toText.ts';
import { BigInteger } from './BigInteger.ts';
import { tokenTypes } from './tokenTypes.ts';
import { isBytes } from './valueTypeOf.ts';

/** `Convert.ToInt64(value, CultureInfo.InvariantCulture)` and the like, by the TypeCode of the result. */
export type ConvertValue = (value: unknown, typeCode: number) => unknown;

/** Numbers of System.TypeCode. */
const codes = { boolean: 3, int64: 11, double: 14, decimal: 15, dateTime: 16 } as const;

/**
 * Compares two values as values of a token type: negative, zero or positive; null goes first.
 * @throws ArgumentException, FormatException, InvalidCastException, OverflowException
 */
export function compareJsonValues(
  type: number,
  one: unknown,
  other: unknown,
  convert: ConvertValue,
): number {
  if (one === other) return 0;
  if (other === null || other === undefined) return 1;
  if (one === null || one === undefined) return -1;
  switch (type) {
    case tokenTypes.Integer:
    case tokenTypes.Float:
      return compareNumbers(type, one, other, convert);
    case tokenTypes.Comment:
    case tokenTypes.String:
    case tokenTypes.Raw:
      return compareTexts(toText(one), toText(other), stringComparisons.Ordinal);
    case tokenTypes.Boolean:
      return order(Number(convert(one, codes.boolean)), Number(convert(other, codes.boolean)));
    case tokenTypes.Date:
      return compareDates(one, other, convert);
    case tokenTypes.Bytes:
      return compareBytes(one, other);
    case tokenTypes.Guid: {
      const right = as(Guid, other, 'Guid');
      return order(cast(Guid, one).digits, right.digits);
    }
    case tokenTypes.TimeSpan: {
      const right = as(TimeSpan, other, 'TimeSpan');
      return order(cast(TimeSpan, one).ticks, right.ticks);
    }
    case tokenTypes.Uri: {
      const right = as(DotNetUri, other, 'Uri');
      return order(toText(cast(DotNetUri, one)), toText(right));
    }
    default:
      throw new ArgumentOutOfRangeException('valueType', 'Unexpected value type.');
  }
}

function order<T extends string | bigint | number>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** As integers, unless one of both has digits behind the point or is too long for them. */
function compareNumbers(type: number, one: unknown, other: unknown, convert: ConvertValue): number {
  if (one instanceof BigInteger || other instanceof BigInteger)
    return compareLongNumbers(longNumber(one, convert), longNumber(other, convert));
  if (isDecimalOrUInt64(one) || isDecimalOrUInt64(other)) {
    const left = convert(one, codes.decimal) as Decimal;
    return left.compareTo(convert(other, codes.decimal) as Decimal);
  }
  if (type === tokenTypes.Float || isReal(one) || isReal(other)) {
    const left = convert(one, codes.double) as number;
    return compareDoubles(left, convert(other, codes.double) as number);
  }
  const left = convert(one, codes.int64) as bigint;
  return order(left, convert(other, codes.int64) as bigint);
}

function isBoxOf(value: unknown, names: RegExp): boolean {
  return value instanceof Box && names.test(value.type.toString());
}

function isReal(value: unknown): boolean {
  return isBoxOf(value, /\.(?:Double|Single)$/);
}

function isDecimalOrUInt64(value: unknown): boolean {
  return value instanceof Decimal || isBoxOf(value, /\.UInt64$/);
}

/** What is no integer is a double, which is enough beside an integer of that length. */
function longNumber(value: unknown, convert: ConvertValue): bigint | number {
  if (value instanceof BigInteger) return value.value;
  if (value instanceof Decimal || isReal(value)) return convert(value, codes.double) as number;
  if (isBoxOf(value, /\.UInt64$/)) return (value as Box).value as bigint;
  return convert(value, codes.int64) as bigint;
}

function compareLongNumbers(one: bigint | number, other: bigint | number): number {
  if (typeof one === 'bigint' && typeof other === 'bigint') return order(one, other);
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

/** By the moment with an offset, else by what the clocks show. */
function compareDates(one: unknown, other: unknown, convert: ConvertValue): number {
  const ticksOf = (value: unknown): bigint => (convert(value, codes.dateTime) as DateTime).ticks;
  if (one instanceof DateTime)
    return order(one.ticks, other instanceof DateTimeOffset ? other.clock.ticks : ticksOf(other));
  // Local time is UTC, so that a clock without an offset shows UTC.
  const left = cast(DateTimeOffset, one).utcTicks;
  return order(left, other instanceof DateTimeOffset ? other.utcTicks : ticksOf(other));
}

/** By length, then by the first bytes that differ. */
function compareBytes(one: unknown, other: unknown): number {
  if (!isBytes(other)) throw new ArgumentException('Object must be of type byte[].');
  if (!isBytes(one)) throw new NullReferenceException();
  if (one.length !== other.length) return order(one.length, other.length);
  const at = one.items.findIndex((byte, index) => byte !== other.items[index]);
  return at < 0 ? 0 : one.items[at]! - other.items[at]!;
}

function as<T>(constructor: new (...args: never[]) => T, value: unknown, name: string): T {
  if (value instanceof constructor) return value;
  throw new ArgumentException(`Object must be of type ${name}.`);
}

function cast<T>(constructor: new (...args: never[]) => T, value: unknown): T {
  if (value instanceof constructor) return value;
  throw new InvalidCastException();
}
