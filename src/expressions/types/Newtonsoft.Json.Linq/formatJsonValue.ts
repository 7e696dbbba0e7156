import { encodeBase64 } from '../../../lib/base64/base64.ts';
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { singleSize } from '../../../lib/dotnet-format/formatNumber.ts';
import { quoteString } from '../../../lib/newtonsoft/escapeString.ts';
import {
  formatIsoDate,
  formatOffset,
  formatReal,
  withPoint,
} from '../../../lib/newtonsoft/formatValue.ts';
import { Box } from '../../runtime/Box.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import { BigInteger } from '../../runtime/json/BigInteger.ts';
import { isBytes } from '../../runtime/json/valueTypeOf.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { toText } from '../../runtime/toText.ts';

const zones = { [kinds.unspecified]: '', [kinds.utc]: 'Z', [kinds.local]: '+00:00' } as const;

/**
 * A boxed value that is neither object nor array, as Newtonsoft writes it: JsonWriter.WriteValue.
 * Undefined of a value that it does not write as one.
 */
export function formatJsonValue(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return quoteString(value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return formatObject(value);
  }
}

function formatObject(value: unknown): string | undefined {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Box) return formatBox(value);
  if (value instanceof Decimal) return withPoint(value.toString());
  if (value instanceof BigInteger) return String(value.value);
  if (value instanceof DateTime) return `"${formatIsoDate(value.ticks, zones[value.kind])}"`;
  if (value instanceof DateTimeOffset) {
    return `"${formatIsoDate(value.clock.ticks, formatOffset(value.offsetMinutes))}"`;
  }
  if (value instanceof TimeSpan) return `"${toText(value)}"`;
  if (isBytes(value)) return `"${encodeBase64(value.items)}"`;
  return undefined;
}

function formatBox({ type, value }: Box): string {
  switch (type.toString()) {
    case 'System.Double':
      return formatReal(Number(value));
    case 'System.Single':
      return formatReal(Number(value), singleSize);
    case 'System.Char':
      return quoteString(String.fromCharCode(Number(value)));
    default:
      return String(value);
  }
}
