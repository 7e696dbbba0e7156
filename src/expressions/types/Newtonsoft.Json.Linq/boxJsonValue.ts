import { JsonToken } from '../../../lib/newtonsoft/JsonToken.ts';
import type { JsonDate } from '../../../lib/newtonsoft/readDate.ts';
import { Box } from '../../runtime/Box.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import { BigInteger } from '../../runtime/json/BigInteger.ts';
import { SystemDouble } from '../System/Double.ts';

const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

/** The value of a reader's token as a boxed .NET value; what is one already stays. */
export function boxJsonValue(token: number, value: unknown): unknown {
  switch (token) {
    case JsonToken.Float:
      return typeof value === 'number' ? new Box(SystemDouble.construct(), value) : value;
    case JsonToken.Integer:
      return typeof value === 'bigint' && !fitsInt64(value) ? new BigInteger(value) : value;
    case JsonToken.Date:
      return isJsonDate(value) ? new DateTime(value.ticks, kinds[value.kind]) : value;
    default:
      return value;
  }
}

function fitsInt64(value: bigint): boolean {
  return value >= minInt64 && value <= maxInt64;
}

function isJsonDate(value: unknown): value is JsonDate {
  return (
    typeof value === 'object' && value !== null && !(value instanceof DateTime) && isDated(value)
  );
}

function isDated(value: object): boolean {
  return 'kind' in value && typeof value.kind === 'string';
}
