import { BigInteger } from '../../expressions/runtime/json/BigInteger.ts';
import { DateTime, kinds } from '../../expressions/runtime/DateTime.ts';
import { DateTimeOffset } from '../../expressions/runtime/DateTimeOffset.ts';
import { DBNull } from '../../expressions/runtime/DBNull.ts';
import { Guid } from '../../expressions/runtime/Guid.ts';
import { TimeSpan } from '../../expressions/runtime/TimeSpan.ts';
import { Decimal } from '../../lib/decimal/Decimal.ts';
import type { Parts } from './Parts.ts';

/** A struct as parts, and back. The parts are all that it is. */
interface Scalar {
  /** The parts of a value that is one; undefined of others. */
  readonly take: (value: object) => readonly unknown[] | undefined;
  readonly make: (parts: Parts) => object;
}

/** Structs and what is like them, each with its tag. */
export const scalars: Readonly<Record<string, Scalar>> = {
  BigInteger: {
    take: (value) => (value instanceof BigInteger ? [value.value] : undefined),
    make: (parts) => new BigInteger(parts.bigint()),
  },
  DateTime: {
    take: (value) => (value instanceof DateTime ? [value.ticks, value.kind] : undefined),
    make: (parts) => dateTime(parts),
  },
  DateTimeOffset: {
    take: (value) =>
      value instanceof DateTimeOffset
        ? [value.clock.ticks, value.clock.kind, value.offsetMinutes]
        : undefined,
    make: (parts) => new DateTimeOffset(dateTime(parts), parts.number()),
  },
  DBNull: {
    take: (value) => (value === DBNull.value ? [] : undefined),
    make: () => DBNull.value,
  },
  Decimal: {
    take: (value) =>
      value instanceof Decimal ? [value.isNegative, value.mantissa, value.scale] : undefined,
    make: (parts) => new Decimal(parts.boolean(), parts.bigint(), parts.number()),
  },
  Guid: {
    take: (value) => (value instanceof Guid ? [value.digits] : undefined),
    make: (parts) => new Guid(parts.string()),
  },
  TimeSpan: {
    take: (value) => (value instanceof TimeSpan ? [value.ticks] : undefined),
    make: (parts) => new TimeSpan(parts.bigint()),
  },
};

function dateTime(parts: Parts): DateTime {
  const ticks = parts.bigint();
  const kind = parts.number();
  const known = Object.values(kinds).find((each) => each === kind);
  return new DateTime(ticks, known ?? kinds.unspecified);
}
