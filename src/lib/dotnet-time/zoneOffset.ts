import { partsOf, ticksOfDate, ticksPerMinute, ticksPerSecond, unixEpochTicks } from './ticks.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Minutes that a zone is ahead of UTC at a moment, given in ticks of UTC. */
export function offsetAtUtc(zone: string, utcTicks: bigint): number {
  const milliseconds = Number((utcTicks - unixEpochTicks) / 10_000n);
  const values: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(milliseconds))
    values[type] = Number(value);
  const { year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = values;
  const clock = ticksOfDate(year, month, day, { hour, minute, second });
  if (clock === undefined) return 0;
  const whole = utcTicks - (utcTicks % ticksPerSecond);
  return Math.round(Number(clock - whole) / Number(ticksPerMinute));
}

/** The offsets that a zone has at a time of its clocks: two when the time comes twice, none when it never comes. */
export function offsetsAtClock(zone: string, clockTicks: bigint): number[] {
  const around = [-24n, 24n].map((hours) =>
    offsetAtUtc(zone, clockTicks + hours * 60n * ticksPerMinute),
  );
  return [...new Set(around)].filter(
    (offset) => offsetAtUtc(zone, clockTicks - BigInt(offset) * ticksPerMinute) === offset,
  );
}

/** Offsets of winter and summer of a year, the smaller first: daylight saving is ahead of standard. */
export function offsetsOfYear(
  zone: string,
  clockTicks: bigint,
): { readonly standard: number; readonly daylight: number } {
  const { year } = partsOf(clockTicks);
  const offsets = [1, 7].map((month) => offsetAtUtc(zone, ticksOfDate(year, month, 1)!));
  return { standard: Math.min(...offsets), daylight: Math.max(...offsets) };
}
