import { ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from './ticks.ts';

const minTimeSpan = -(2n ** 63n);
const maxTimeSpan = 2n ** 63n - 1n;

interface SpanParts {
  readonly isNegative: boolean;
  readonly days: bigint;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly fraction: number;
}

function partsOf(ticks: bigint): SpanParts {
  const isNegative = ticks < 0n;
  const size = isNegative ? -ticks : ticks;
  return {
    isNegative,
    days: size / ticksPerDay,
    hours: Number((size / ticksPerHour) % 24n),
    minutes: Number((size / ticksPerMinute) % 60n),
    seconds: Number((size / ticksPerSecond) % 60n),
    fraction: Number(size % ticksPerSecond),
  };
}

/**
 * `TimeSpan.ToString(format)`; undefined when the format is malformed
 * (https://learn.microsoft.com/dotnet/standard/base-types/standard-timespan-format-strings).
 */
export function formatTimeSpan(ticks: bigint, format: string): string | undefined {
  const parts = partsOf(ticks);
  switch (format) {
    case '':
    case 'c':
    case 't':
    case 'T':
      return constant(parts);
    case 'g':
      return general(parts, false);
    case 'G':
      return general(parts, true);
    default:
      return format.length === 1 ? undefined : custom(parts, format);
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function seven(value: number): string {
  return String(value).padStart(7, '0');
}

/** `[-][d.]hh:mm:ss[.fffffff]` */
function constant({ isNegative, days, hours, minutes, seconds, fraction }: SpanParts): string {
  const sign = isNegative ? '-' : '';
  const day = days === 0n ? '' : `${days}.`;
  const rest = fraction === 0 ? '' : `.${seven(fraction)}`;
  return `${sign}${day}${two(hours)}:${two(minutes)}:${two(seconds)}${rest}`;
}

/** `g`: `[-][d:]h:mm:ss[.FFFFFFF]`; `G`: `[-]d:hh:mm:ss.fffffff`. */
function general(parts: SpanParts, isLong: boolean): string {
  const { isNegative, days, hours, minutes, seconds, fraction } = parts;
  const sign = isNegative ? '-' : '';
  if (isLong)
    return `${sign}${days}:${two(hours)}:${two(minutes)}:${two(seconds)}.${seven(fraction)}`;
  const day = days === 0n ? '' : `${days}:`;
  const rest = fraction === 0 ? '' : `.${seven(fraction).replace(/0+$/, '')}`;
  return `${sign}${day}${hours}:${two(minutes)}:${two(seconds)}${rest}`;
}

/** Custom formats print no sign and no separators of their own. */
function custom(parts: SpanParts, format: string): string | undefined {
  const pattern = format.length === 2 && format.startsWith('%') ? format.slice(1) : format;
  let text = '';
  for (let at = 0; at < pattern.length;) {
    const letter = pattern[at]!;
    if (letter === '\\') {
      if (at + 1 >= pattern.length) return undefined;
      text += pattern[at + 1]!;
      at += 2;
    } else if (letter === "'" || letter === '"') {
      const end = pattern.indexOf(letter, at + 1);
      if (end < 0) return undefined;
      text += pattern.slice(at + 1, end);
      at = end + 1;
    } else {
      let end = at + 1;
      while (pattern[end] === letter) end++;
      const written = specifier(letter, end - at, parts);
      if (written === undefined) return undefined;
      text += written;
      at = end;
    }
  }
  return text;
}

function specifier(letter: string, count: number, parts: SpanParts): string | undefined {
  const padded = (value: number): string | undefined =>
    count > 2 ? undefined : String(value).padStart(count, '0');
  switch (letter) {
    case 'd':
      return count > 8 ? undefined : String(parts.days).padStart(count, '0');
    case 'h':
      return padded(parts.hours);
    case 'm':
      return padded(parts.minutes);
    case 's':
      return padded(parts.seconds);
    case 'f':
      return count > 7 ? undefined : seven(parts.fraction).slice(0, count);
    case 'F':
      return count > 7 ? undefined : seven(parts.fraction).slice(0, count).replace(/0+$/, '');
    case '%':
      return count === 1 ? '' : undefined;
    default:
      return undefined;
  }
}

const pattern =
  /^\s*(-)?(?:(\d{1,8})|(?:(\d{1,8})(?:\.|:(?=\d{1,2}:\d{1,2}:)))?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?)\s*$/;

/**
 * `TimeSpan.Parse`: `[-]d`, `[-][d.]hh:mm[:ss[.ff]]`, `[-]d:hh:mm:ss[.ff]`. A string says whether the
 * text is malformed or a part of it too large.
 */
export function parseTimeSpan(text: string): bigint | 'malformed' | 'overflow' {
  const match = pattern.exec(text);
  if (!match) return hasLargeNumber(text) ? 'overflow' : 'malformed';
  const [, sign, onlyDays, days, hours, minutes, seconds, fraction] = match;
  if (Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59)
    return 'overflow';
  const size =
    BigInt(onlyDays ?? days ?? 0) * ticksPerDay +
    BigInt(hours ?? 0) * ticksPerHour +
    BigInt(minutes ?? 0) * ticksPerMinute +
    BigInt(seconds ?? 0) * ticksPerSecond +
    BigInt((fraction ?? '').padEnd(7, '0'));
  const ticks = sign === '-' ? -size : size;
  return ticks < minTimeSpan || ticks > maxTimeSpan ? 'overflow' : ticks;
}

/** Most that one number in a text can be: .NET reads them into 28 bits. */
const maxNumber = 0x0fff_ffff;

/** Whether a number is too large, and nothing in front of it is wrong. */
function hasLargeNumber(text: string): boolean {
  const parts = /^\s*-?((?:\d+[:.]){0,4})(\d+)/.exec(text);
  if (!parts) return false;
  const numbers = [...parts[1]!.split(/[:.]/), parts[2]!];
  const isLongFraction = /^\s*-?(?:\d+\.)?\d+:\d+:\d+\.\d{8,}\s*$/.test(text);
  return isLongFraction || numbers.some((digits) => Number(digits) > maxNumber);
}

export const timeSpanRange = { min: minTimeSpan, max: maxTimeSpan } as const;
