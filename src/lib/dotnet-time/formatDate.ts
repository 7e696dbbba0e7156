import type { CalendarNames } from './calendarNames.ts';
import { calendarNames } from './calendarNames.ts';
import { standardPattern } from './standardPattern.ts';
import { partsOf, ticksPerMinute } from './ticks.ts';
import type { Parts } from './ticks.ts';

/** A moment to be written. */
export interface Moment {
  /** Of the local clock that is shown. */
  readonly ticks: bigint;
  /** Minutes ahead of UTC; undefined of a DateTime that does not say (Kind Unspecified). */
  readonly offsetMinutes: number | undefined;
  /** What `K` prints for a DateTime in UTC: `Z`; a DateTimeOffset prints `+00:00`. */
  readonly isUtc: boolean;
  /** Whether `o`, `r` and `u` follow the rules of DateTimeOffset. */
  readonly isOffset: boolean;
}

/**
 * `ToString(format, culture)` of DateTime and DateTimeOffset; undefined when the format is malformed
 * (https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings).
 */
export function formatDate(moment: Moment, format: string, culture: string): string | undefined {
  const names = calendarNames(culture);
  if (format === '') return custom(moment, generalPattern(moment, names), names);
  if (format.length > 1) return custom(moment, format, names);
  return standard(moment, format, names);
}

/** Plain `ToString()`: short date and long time, with the offset where there is one. */
function generalPattern({ isOffset }: Moment, { shortDate, longTime }: CalendarNames): string {
  return `${shortDate} ${longTime}${isOffset ? ' zzz' : ''}`;
}

function standard(moment: Moment, format: string, names: CalendarNames): string | undefined {
  // DateTimeOffset has no full pattern in UTC.
  const found = format === 'U' && moment.isOffset ? undefined : standardPattern(format, names);
  if (!found) return undefined;
  const isInUtc = format === 'U' || (moment.isOffset && 'rRu'.includes(format));
  return custom(isInUtc ? inUtc(moment) : moment, found.pattern, found.names);
}

function inUtc(moment: Moment): Moment {
  const { ticks, offsetMinutes = 0 } = moment;
  return { ...moment, ticks: ticks - BigInt(offsetMinutes) * ticksPerMinute, offsetMinutes: 0 };
}

/** Custom format strings; undefined when the format is malformed. */
function custom(moment: Moment, format: string, names: CalendarNames): string | undefined {
  const parts = partsOf(moment.ticks);
  const pattern = format;
  let text = '';
  for (let at = 0; at < pattern.length;) {
    const letter = pattern[at]!;
    if (letter === '%') {
      // One letter as a custom format of its own, whatever follows.
      const single = pattern[at + 1];
      const printed =
        single === undefined || single === '%' ? undefined : custom(moment, single, names);
      if (printed === undefined) return undefined;
      text += printed;
      at += 2;
      continue;
    }
    const literal = literalAt(pattern, at);
    if (literal === 'malformed') return undefined;
    if (literal) {
      text += literal.text;
      at = literal.end;
      continue;
    }
    let end = at + 1;
    while (end < pattern.length && pattern[end] === letter) end++;
    const written = specifier(letter, end - at, { moment, parts, names, text });
    if (written === undefined) return undefined;
    // `.FFF` drops the point with the digits.
    text = typeof written === 'string' ? text + written : text.slice(0, -written.drop);
    at = end;
  }
  return text;
}

interface Writing {
  readonly moment: Moment;
  readonly parts: Parts;
  readonly names: CalendarNames;
  readonly text: string;
}

type Literal = { readonly text: string; readonly end: number };

function literalAt(pattern: string, at: number): Literal | 'malformed' | undefined {
  const letter = pattern[at]!;
  if (letter === '\\') {
    return at + 1 < pattern.length ? { text: pattern[at + 1]!, end: at + 2 } : 'malformed';
  }
  if (letter !== "'" && letter !== '"') return undefined;
  let text = '';
  for (let end = at + 1; end < pattern.length; end++) {
    if (pattern[end] === letter) return { text, end: end + 1 };
    if (pattern[end] === '\\') end++;
    text += pattern[end] ?? '';
  }
  return 'malformed';
}

function specifier(
  letter: string,
  count: number,
  writing: Writing,
): string | { readonly drop: number } | undefined {
  const { parts, names, moment } = writing;
  const number = (value: number): string => String(value).padStart(Math.min(count, 2), '0');
  switch (letter) {
    case 'd':
      if (count <= 2) return number(parts.day);
      return (count === 3 ? names.shortDays : names.days)[parts.dayOfWeek];
    case 'M':
      if (count <= 2) return number(parts.month);
      return (count === 3 ? names.shortMonths : names.months)[parts.month - 1];
    case 'y':
      return count <= 2 ? number(parts.year % 100) : String(parts.year).padStart(count, '0');
    case 'h':
      return number(parts.hour % 12 === 0 ? 12 : parts.hour % 12);
    case 'H':
      return number(parts.hour);
    case 'm':
      return number(parts.minute);
    case 's':
      return number(parts.second);
    case 'f':
      return count > 7 ? undefined : fraction(parts, count);
    case 'F':
      return count > 7 ? undefined : shortFraction(writing, count);
    case 't':
      return half(parts, names).slice(0, count === 1 ? 1 : undefined);
    case 'g':
      return 'A.D.';
    case 'K':
      return count > 1 ? zone(moment).repeat(count) : zone(moment);
    case 'z':
      return offsetText(moment.offsetMinutes ?? 0, count);
    case ':':
      return names.timeSeparator.repeat(count);
    case '/':
      return names.dateSeparator.repeat(count);
    default:
      return letter.repeat(count);
  }
}

function half({ hour }: Parts, { am, pm }: CalendarNames): string {
  return hour < 12 ? am : pm;
}

function fraction({ fraction: ticks }: Parts, digits: number): string {
  return String(ticks).padStart(7, '0').slice(0, digits);
}

function shortFraction(
  { parts, text }: Writing,
  digits: number,
): string | { readonly drop: number } {
  const short = fraction(parts, digits).replace(/0+$/, '');
  return short === '' && text.endsWith('.') ? { drop: 1 } : short;
}

/** `K`: `Z`, the offset, or nothing when the moment does not say. */
function zone({ isUtc, offsetMinutes }: Moment): string {
  if (isUtc) return 'Z';
  return offsetMinutes === undefined ? '' : offsetText(offsetMinutes, 3);
}

/** `z` is `+1`, `zz` is `+01`, `zzz` is `+01:00`. */
function offsetText(minutes: number, count: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  if (count === 1) return `${sign}${hours}`;
  const two = String(hours).padStart(2, '0');
  return count === 2
    ? `${sign}${two}`
    : `${sign}${two}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}
