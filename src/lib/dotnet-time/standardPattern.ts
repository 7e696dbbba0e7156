import { calendarNames } from './calendarNames.ts';
import type { CalendarNames } from './calendarNames.ts';

/** What a standard format stands for: a format of fields, and the names that its fields have. */
export interface StandardPattern {
  readonly pattern: string;
  readonly names: CalendarNames;
}

/**
 * The pattern of a standard format by its letter, with `names` of a culture; undefined when there is no
 * such format (https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings).
 */
export function standardPattern(letter: string, names: CalendarNames): StandardPattern | undefined {
  const pattern = patternIn(letter, names);
  if (pattern !== undefined) return { pattern, names };
  const fixed = Object.hasOwn(invariantPatterns, letter) ? invariantPatterns[letter] : undefined;
  return fixed === undefined ? undefined : { pattern: fixed, names: calendarNames('') };
}

const roundTrip = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK";
const rfc1123 = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";

/** The same in all cultures. */
const invariantPatterns: Readonly<Record<string, string>> = {
  o: roundTrip,
  O: roundTrip,
  r: rfc1123,
  R: rfc1123,
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
};

function patternIn(letter: string, names: CalendarNames): string | undefined {
  const { shortDate, longDate, shortTime, longTime, monthDay, yearMonth } = names;
  switch (letter) {
    case 'd':
      return shortDate;
    case 'D':
      return longDate;
    case 'f':
      return `${longDate} ${shortTime}`;
    case 'F':
    case 'U':
      return `${longDate} ${longTime}`;
    case 'g':
      return `${shortDate} ${shortTime}`;
    case 'G':
      return `${shortDate} ${longTime}`;
    case 'm':
    case 'M':
      return monthDay;
    case 't':
      return shortTime;
    case 'T':
      return longTime;
    case 'y':
    case 'Y':
      return yearMonth;
    default:
      return undefined;
  }
}
