import {
  maxTicks,
  ticksOfDate,
  ticksPerMillisecond,
  ticksPerMinute,
  unixEpochTicks,
} from '../dotnet-time/ticks.ts';

/** What a date in JSON becomes: a moment in ticks, and the kind of DateTime that it is. */
export interface JsonDate {
  readonly ticks: bigint;
  readonly kind: 'unspecified' | 'utc' | 'local';
}

/**
 * The last part is the zone. Newtonsoft also lets two digits, or a colon and two digits, stand where
 * no sign is, and ignores them: the eighth and ninth digit of a fraction in nanoseconds.
 */
const iso =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?(?:([Zz])|([+-])(\d\d)(?::?(\d\d)|:)?|:(?:\d\d)?|(?<=:\d\d|\.\d{7})\d\d)?$/;
const microsoft = /^\/Date\((-?\d{1,16})([+-]\d{4})?\)\/$/;

/**
 * The date in a string, when it looks like one to Newtonsoft (DateParseHandling.DateTime): ISO 8601
 * with at least seconds, 19 to 40 units long, or `/Date(milliseconds)/`. The local time zone is UTC,
 * so a time with an offset is moved to UTC and called local.
 */
export function readDate(text: string): JsonDate | undefined {
  if (text.charCodeAt(0) === 0x2f) return readMicrosoftDate(text);
  const { length } = text;
  if (length < 19 || length > 40 || text.charCodeAt(10) !== 0x54) return undefined;
  const match = iso.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', utc, sign] = match;
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  const whole = ticksOfDate(Number(year), Number(month), Number(day), time);
  if (whole === undefined) return undefined;
  const clock = whole + BigInt(fraction.padEnd(7, '0'));
  if (utc !== undefined) return { ticks: clock, kind: 'utc' };
  if (sign === undefined) return { ticks: clock, kind: 'unspecified' };
  const size = Number(match[10]) * 60 + Number(match[11] ?? 0);
  const ticks = clock - BigInt(sign === '-' ? -size : size) * ticksPerMinute;
  return { ticks: ticks < 0n ? 0n : ticks > maxTicks ? maxTicks : ticks, kind: 'local' };
}

function readMicrosoftDate(text: string): JsonDate | undefined {
  const match = microsoft.exec(text);
  if (!match) return undefined;
  const ticks = unixEpochTicks + BigInt(match[1]!) * ticksPerMillisecond;
  if (ticks < 0n || ticks > maxTicks) return undefined;
  return { ticks, kind: match[2] === undefined ? 'utc' : 'local' };
}
