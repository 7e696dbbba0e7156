/** Values as content: XContainer.GetStringValue, with the forms of XmlConvert. */
import { formatFloat, doubleSize, singleSize } from '../../../lib/dotnet-format/formatNumber.ts';
import type { FloatSize } from '../../../lib/dotnet-format/formatNumber.ts';
import {
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
} from '../../../lib/dotnet-time/ticks.ts';
import { Box } from '../../runtime/Box.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { toText } from '../../runtime/toText.ts';
import { XObject } from '../../runtime/xml/XObject.ts';

/** @throws ArgumentException for a node or an attribute */
export function valueText(value: NonNullable<unknown>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Box) return boxText(value);
  if (value instanceof DateTime) return dateText(value, zoneOf(value));
  if (value instanceof DateTimeOffset) {
    return dateText(value.clock, zoneText(value.offsetMinutes));
  }
  if (value instanceof TimeSpan) return durationText(value.ticks);
  if (value instanceof XObject) {
    throw new ArgumentException('An XObject cannot be used as a value.');
  }
  return toText(value);
}

const sizes: Readonly<Record<string, FloatSize>> = {
  'System.Double': doubleSize,
  'System.Single': singleSize,
};

function boxText(box: Box): string {
  const size = sizes[box.type.toString()];
  if (!size || typeof box.value !== 'number') return toText(box);
  if (Object.is(box.value, -0)) return '-0';
  if (Math.abs(box.value) === Infinity) return box.value > 0 ? 'INF' : '-INF';
  return formatFloat(box.value, 'R', invariantCulture.numberFormat, size) ?? '';
}

/** XML Schema's dateTime (https://www.w3.org/TR/xmlschema-2/#dateTime). */
function dateText({ parts }: DateTime, zone: string): string {
  const { year, month, day, hour, minute, second, fraction } = parts;
  const date = [digits(year, 4), digits(month, 2), digits(day, 2)].join('-');
  const time = [hour, minute, second].map((part) => digits(part, 2)).join(':');
  return `${date}T${time}${fractionText(fraction)}${zone}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

/** Ticks within a second, without zeros at the end. */
function fractionText(fraction: number): string {
  return fraction === 0 ? '' : `.${digits(fraction, 7).replace(/0+$/, '')}`;
}

function zoneOf({ kind }: DateTime): string {
  if (kind === kinds.utc) return 'Z';
  // The local time zone of a gateway is UTC.
  return kind === kinds.local ? '+00:00' : '';
}

function zoneText(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'Z';
  const size = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${sign}${digits(Math.floor(size / 60), 2)}:${digits(size % 60, 2)}`;
}

/** XML Schema's duration (https://www.w3.org/TR/xmlschema-2/#duration), of days and less. */
function durationText(ticks: bigint): string {
  if (ticks === 0n) return 'PT0S';
  const size = ticks < 0n ? -ticks : ticks;
  const days = size / ticksPerDay;
  const hours = (size / ticksPerHour) % 24n;
  const minutes = (size / ticksPerMinute) % 60n;
  const seconds = (size / ticksPerSecond) % 60n;
  const fraction = fractionText(Number(size % ticksPerSecond));
  const time = [
    hours ? `${hours}H` : '',
    minutes ? `${minutes}M` : '',
    seconds || fraction ? `${seconds}${fraction}S` : '',
  ].join('');
  return `${ticks < 0n ? '-' : ''}P${days ? `${days}D` : ''}${time && `T${time}`}`;
}
