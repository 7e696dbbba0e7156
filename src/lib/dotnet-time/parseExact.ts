import { calendarNames } from './calendarNames.ts';
import type { CalendarNames } from './calendarNames.ts';
import type { ParsedDate } from './parseDate.ts';
import { daysOfDate, ticksOfDate } from './ticks.ts';

/** Bits of `DateTimeStyles`. */
const allowLeadingWhite = 1;
const allowTrailingWhite = 2;
const allowInnerWhite = 4;

/** What has been read so far. */
interface Found {
  year?: number;
  month?: number;
  day?: number;
  dayOfWeek?: number;
  hour?: number;
  minute?: number;
  second?: number;
  fraction?: number;
  isPm?: boolean;
  offsetMinutes?: number;
  isUtc?: boolean;
}

/** Patterns of the standard formats, as ParseExact reads them. */
function patternOf(format: string, names: CalendarNames): string {
  const { shortDate, longDate, shortTime, longTime, monthDay, yearMonth } = names;
  const patterns: Readonly<Record<string, string>> = {
    d: shortDate,
    D: longDate,
    f: `${longDate} ${shortTime}`,
    F: `${longDate} ${longTime}`,
    g: `${shortDate} ${shortTime}`,
    G: `${shortDate} ${longTime}`,
    m: monthDay,
    M: monthDay,
    o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
    O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
    r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
    R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
    s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    t: shortTime,
    T: longTime,
    u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
    y: yearMonth,
    Y: yearMonth,
  };
  return format.length === 1 ? (patterns[format] ?? format) : format;
}

/** `ParseExact`; undefined when the text is not of the format. */
export function parseExact(
  text: string,
  format: string,
  culture: string,
  today: { readonly year: number; readonly month: number; readonly day: number },
  styles = 0,
): ParsedDate | undefined {
  if (text === '' || format === '') return undefined;
  const names = calendarNames(culture);
  const pattern = spaced(patternOf(format, names), styles);
  const found: Found = {};
  let at = styles & allowLeadingWhite ? afterSpace(text, 0) : 0;
  for (let step = 0; step < pattern.length;) {
    const token = tokenAt(pattern, step);
    if (!token) return undefined;
    step = token.end;
    if (styles & allowInnerWhite) at = afterSpace(text, at);
    const end =
      token.kind === 'literal'
        ? readLiteral(text, at, token.text)
        : readField(text, at, token, names, found);
    if (end === undefined) return undefined;
    at = end;
  }
  if (styles & allowTrailingWhite) at = afterSpace(text, at);
  return at === text.length ? assemble(found, today) : undefined;
}

/** Space in a format stands for nothing where the styles let space stand anywhere. */
function spaced(pattern: string, styles: number): string {
  let trimmed = pattern;
  if (styles & allowLeadingWhite) trimmed = trimmed.trimStart();
  if (styles & allowTrailingWhite) trimmed = trimmed.trimEnd();
  return styles & allowInnerWhite ? trimmed.replaceAll(' ', '') : trimmed;
}

function afterSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text[end]!)) end++;
  return end;
}

type Token =
  | { readonly kind: 'literal'; readonly text: string; readonly end: number }
  | {
      readonly kind: 'field';
      readonly letter: string;
      readonly count: number;
      readonly end: number;
    };

function tokenAt(pattern: string, at: number): Token | undefined {
  const letter = pattern[at]!;
  if (letter === '\\') return { kind: 'literal', text: pattern[at + 1] ?? '', end: at + 2 };
  if (letter === '%') return { kind: 'literal', text: '', end: at + 1 };
  if (letter === "'" || letter === '"') {
    const end = pattern.indexOf(letter, at + 1);
    return end < 0
      ? undefined
      : { kind: 'literal', text: pattern.slice(at + 1, end), end: end + 1 };
  }
  if (!/[dMyhHmsfFtKzg]/.test(letter)) return { kind: 'literal', text: letter, end: at + 1 };
  let end = at + 1;
  while (pattern[end] === letter) end++;
  return { kind: 'field', letter, count: end - at, end };
}

function readLiteral(text: string, at: number, literal: string): number | undefined {
  return text.startsWith(literal, at) ? at + literal.length : undefined;
}

function readField(
  text: string,
  at: number,
  { letter, count }: Extract<Token, { kind: 'field' }>,
  names: CalendarNames,
  found: Found,
): number | undefined {
  const number = (key: keyof Found, least: number, most: number): number | undefined => {
    const digits = new RegExp(`^\\d{${least},${most}}`).exec(text.slice(at))?.[0];
    if (digits === undefined) return undefined;
    Object.assign(found, { [key]: Number(digits) });
    return at + digits.length;
  };
  const two = count >= 2 ? 2 : 1;
  switch (letter) {
    case 'y':
      return readYear(text, at, count, found);
    case 'M':
      if (count > 2)
        return readName(
          text,
          at,
          count === 3 ? names.shortMonths : names.months,
          (i) => (found.month = i + 1),
        );
      return number('month', two, 2);
    case 'd':
      if (count > 2)
        return readName(
          text,
          at,
          count === 3 ? names.shortDays : names.days,
          (i) => (found.dayOfWeek = i),
        );
      return number('day', two, 2);
    case 'h':
    case 'H':
      return number('hour', two, 2);
    case 'm':
      return number('minute', two, 2);
    case 's':
      return number('second', two, 2);
    case 'f':
    case 'F':
      return readFraction(text, at, letter, count, found);
    case 't':
      return readName(
        text,
        at,
        [names.am, names.pm].map((word) => word.slice(0, count === 1 ? 1 : undefined)),
        (i) => (found.isPm = i === 1),
      );
    case 'K':
    case 'z':
      return readZone(text, at, letter, found);
    default:
      return at;
  }
}

function readYear(text: string, at: number, count: number, found: Found): number | undefined {
  const digits = new RegExp(count <= 2 ? `^\\d{${count},2}` : `^\\d{${Math.min(count, 4)}}`).exec(
    text.slice(at),
  )?.[0];
  if (digits === undefined) return undefined;
  const year = Number(digits);
  found.year = count > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
  return at + digits.length;
}

function readName(
  text: string,
  at: number,
  names: readonly string[],
  take: (index: number) => void,
): number | undefined {
  const rest = text.slice(at).toLowerCase();
  let best = -1;
  for (const [index, name] of names.entries()) {
    const isLonger = best < 0 || name.length > names[best]!.length;
    if (name !== '' && rest.startsWith(name.toLowerCase()) && isLonger) best = index;
  }
  if (best < 0) return undefined;
  take(best);
  return at + names[best]!.length;
}

function readFraction(
  text: string,
  at: number,
  letter: string,
  count: number,
  found: Found,
): number | undefined {
  const least = letter === 'f' ? count : 0;
  const digits = new RegExp(`^\\d{${least},${count}}`).exec(text.slice(at))?.[0];
  if (digits === undefined) return undefined;
  found.fraction = Number(digits.padEnd(7, '0').slice(0, 7));
  return at + digits.length;
}

function readZone(text: string, at: number, letter: string, found: Found): number | undefined {
  const zone = /^(?:Z|[+-]\d{1,2}(?::?\d{2})?)/.exec(text.slice(at))?.[0];
  if (zone === undefined) return letter === 'K' ? at : undefined;
  if (zone === 'Z') {
    found.offsetMinutes = 0;
    found.isUtc = true;
  } else {
    const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)!;
    const total = Number(hours) * 60 + Number(minutes ?? 0);
    found.offsetMinutes = sign === '-' ? -total : total;
  }
  return at + zone.length;
}

function assemble(
  found: Found,
  today: { year: number; month: number; day: number },
): ParsedDate | undefined {
  const hasDate = found.year !== undefined || found.month !== undefined || found.day !== undefined;
  const { year, month, day } = hasDate
    ? { year: found.year ?? today.year, month: found.month ?? 1, day: found.day ?? 1 }
    : today;
  const { hour = 0, minute = 0, second = 0, isPm } = found;
  const hour24 = isPm === undefined ? hour : (hour % 12) + (isPm ? 12 : 0);
  const ticks = ticksOfDate(year, month, day, { hour: hour24, minute, second });
  if (ticks === undefined) return undefined;
  const { dayOfWeek } = found;
  if (dayOfWeek !== undefined && (daysOfDate(year, month, day) + 1) % 7 !== dayOfWeek)
    return undefined;
  return {
    ticks: ticks + BigInt(found.fraction ?? 0),
    offsetMinutes: found.offsetMinutes,
    isUtc: found.isUtc ?? false,
  };
}
