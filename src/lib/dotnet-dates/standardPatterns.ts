import { calendarNames } from '../dotnet-time/calendarNames.ts';
import type { CalendarNames } from '../dotnet-time/calendarNames.ts';

/** A format of more than one letter, and the names that its fields have. */
export interface ExactPattern {
  readonly pattern: string;
  readonly names: CalendarNames;
  /** The pattern tells a moment of UTC, whether its text says so or not. */
  readonly isUtc?: boolean;
  /** Quoted words that mean UTC to a DateTimeOffset. */
  readonly zoneWord?: string;
}

/**
 * The pattern of a format. Undefined when it is a letter that is no standard format
 * (https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings).
 */
export function exactPattern(format: string, culture: string): ExactPattern | undefined {
  const names = calendarNames(culture);
  if (format.length !== 1) return { pattern: format, names };
  const invariant = calendarNames('');
  const { shortDate, longDate, shortTime, longTime, monthDay, yearMonth } = names;
  const own: Readonly<Record<string, string>> = {
    d: shortDate,
    D: longDate,
    f: `${longDate} ${shortTime}`,
    F: `${longDate} ${longTime}`,
    g: `${shortDate} ${shortTime}`,
    G: `${shortDate} ${longTime}`,
    m: monthDay,
    M: monthDay,
    t: shortTime,
    T: longTime,
    y: yearMonth,
    Y: yearMonth,
  };
  const pattern = own[format];
  if (pattern !== undefined) return { pattern, names };
  switch (format) {
    case 'o':
    case 'O':
      return { pattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK", names: invariant };
    case 'r':
    case 'R':
      return {
        pattern: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
        names: invariant,
        zoneWord: 'GMT',
      };
    case 's':
      return { pattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss", names: invariant };
    case 'u':
      return { pattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'", names: invariant, zoneWord: 'Z' };
    case 'U':
      return { pattern: `${longDate} ${longTime}`, names, isUtc: true };
    default:
      return undefined;
  }
}
