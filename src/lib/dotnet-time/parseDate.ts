import { calendarNames } from './calendarNames.ts';
import type { CalendarNames } from './calendarNames.ts';
import { daysOfDate, ticksOfDate } from './ticks.ts';

/** What a text says of a moment. */
export interface ParsedDate {
  /** On the clock that the text shows. */
  readonly ticks: bigint;
  /** Minutes ahead of UTC, if the text says. */
  readonly offsetMinutes: number | undefined;
  /** The text says so with `Z` or `GMT`, not with an offset. */
  readonly isUtc: boolean;
}

export type DateProblem = 'malformed' | 'wrong day of week' | 'out of range';

/** Longest text that is looked at; no date is longer. */
const maxLength = 128;

interface Reading {
  readonly names: CalendarNames;
  /** Whether a short date has the day in front of the month. */
  readonly dayFirst: boolean;
  readonly yearFirst: boolean;
  /** Today, for texts that hold only a time or leave out the year. */
  readonly today: { readonly year: number; readonly month: number; readonly day: number };
}

/**
 * `DateTime.Parse` without a format: the forms of ISO 8601, RFC 1123 and the culture's own order
 * (https://learn.microsoft.com/dotnet/api/system.datetime.parse).
 */
export function parseDate(
  text: string,
  culture: string,
  today: Reading['today'],
): ParsedDate | DateProblem {
  if (text.length > maxLength) return 'malformed';
  const trimmed = text.trim();
  const names = calendarNames(culture);
  const order = names.shortDate;
  const reading = {
    names,
    today,
    dayFirst: order.startsWith('d'),
    yearFirst: order.startsWith('y'),
  };
  return parseIso(trimmed) ?? parseLoose(trimmed, reading);
}

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,16}))?)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?$/i;

function parseIso(text: string): ParsedDate | DateProblem | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  return assemble(
    { year: Number(year), month: Number(month), day: Number(day) },
    { hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0), fraction },
    zone,
  );
}

interface DateOf {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface TimeOf {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: string | undefined;
}

const midnight: TimeOf = { hour: 0, minute: 0, second: 0, fraction: undefined };

function assemble(date: DateOf, time: TimeOf, zone: string | undefined): ParsedDate | DateProblem {
  const { hour, minute, second } = time;
  const ticks = ticksOfDate(date.year, date.month, date.day, { hour, minute, second });
  if (ticks === undefined) return 'malformed';
  const offsetMinutes = zone === undefined ? undefined : offsetOf(zone);
  if (offsetMinutes === null) return 'malformed';
  const whole = ticks + fractionTicks(time.fraction);
  return { ticks: whole, offsetMinutes, isUtc: zone !== undefined && /^[a-z]/i.test(zone) };
}

/** Digits after the seventh round. */
function fractionTicks(digits: string | undefined): bigint {
  return digits === undefined ? 0n : BigInt(Math.round(Number(`0.${digits}`) * 1e7));
}

/** Null when it is no offset that a clock can have. */
function offsetOf(zone: string): number | null {
  if (/^[a-z]/i.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (hours === undefined) return null;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  if (total > 14 * 60 || Number(minutes ?? 0) > 59) return null;
  return sign === '-' ? -total : total;
}

const timePattern =
  /(?:^|[\sT])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?)?\s*(AM|PM|A|P)?(?=$|[\sZ+-])/i;
const yearFirstDate = /^\d{3,4}[-/. ]\d{1,2}[-/. ]\d{1,2}$/;
const zonePattern = /\s*(?:(Z|GMT|UTC)|(?<=:\d{1,2}(?:\.\d+)?\s*)([+-]\d{1,2}(?::?\d{2})?))$/i;

/** Everything else: a time, a zone, a day of the week, numbers and a month's name, in many orders. */
function parseLoose(text: string, reading: Reading): ParsedDate | DateProblem {
  let rest = text;
  const zone = zonePattern.exec(rest);
  if (zone) rest = rest.slice(0, zone.index);
  const time = takeTime(rest, reading.names);
  if (time === 'malformed') return 'malformed';
  if (time) rest = time.rest;
  const date = takeDate(rest, reading, time !== undefined);
  if (typeof date === 'string') return date;
  const parsed = assemble(date, time?.time ?? midnight, zone?.[1] ?? zone?.[2]);
  if (typeof parsed === 'string') return parsed;
  const isRightDay =
    date.dayOfWeek === undefined ||
    (daysOfDate(date.year, date.month, date.day) + 1) % 7 === date.dayOfWeek;
  return isRightDay ? parsed : 'wrong day of week';
}

function takeTime(
  text: string,
  { am, pm }: CalendarNames,
): { readonly time: TimeOf; readonly rest: string } | 'malformed' | undefined {
  const designators = [am, pm, 'AM', 'PM']
    .filter((word) => word !== '')
    .map((word) => RegExp.escape(word));
  const pattern = new RegExp(
    timePattern.source.replace('AM|PM|A|P', [...designators, 'A', 'P'].join('|')),
    'gi',
  );
  for (const match of text.matchAll(pattern)) {
    const [whole, hours, minutes, seconds, fraction, designator] = match;
    if (minutes === undefined && designator === undefined) continue;
    // A T in front of the time is for dates that start with the year.
    if (/^t/i.test(whole) && !yearFirstDate.test(text.slice(0, match.index))) return 'malformed';
    const hour = hourOf(Number(hours), designator, pm);
    if (hour === undefined || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59)
      return 'malformed';
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`;
    return {
      time: { hour, minute: Number(minutes ?? 0), second: Number(seconds ?? 0), fraction },
      rest: rest.trim(),
    };
  }
  return undefined;
}

function hourOf(hour: number, designator: string | undefined, pm: string): number | undefined {
  if (designator === undefined) return hour < 24 ? hour : undefined;
  if (hour > 12) return undefined;
  const isPm = /^p/i.test(designator) || designator.toLowerCase() === pm.toLowerCase();
  return (hour % 12) + (isPm ? 12 : 0);
}

function takeDate(
  text: string,
  reading: Reading,
  hasTime: boolean,
): (DateOf & { readonly dayOfWeek: number | undefined }) | DateProblem {
  const words = text.split(/[\s,/.-]+/).filter((word) => word !== '');
  const numbers: string[] = [];
  let month: number | undefined;
  let dayOfWeek: number | undefined;
  let monthAt = 0;
  for (const word of words) {
    if (/^\d+$/.test(word)) numbers.push(word);
    else {
      const asMonth = nameIndex(word, reading.names.months, reading.names.shortMonths);
      const asDay = nameIndex(word, reading.names.days, reading.names.shortDays);
      if (asMonth !== undefined && month === undefined) {
        month = asMonth + 1;
        monthAt = numbers.length;
      } else if (asDay !== undefined && dayOfWeek === undefined) dayOfWeek = asDay;
      else return 'malformed';
    }
  }
  if (numbers.some((number) => number.length > 4)) return 'malformed';
  const date =
    month === undefined
      ? numericDate(numbers, reading, hasTime)
      : namedDate(numbers, month, monthAt, reading);
  return date ? { ...date, dayOfWeek } : 'malformed';
}

function nameIndex(word: string, ...lists: readonly (readonly string[])[]): number | undefined {
  for (const list of lists) {
    const at = list.findIndex(
      (name) => name.replace(/\.$/, '').toLowerCase() === word.toLowerCase(),
    );
    if (at >= 0) return at;
  }
  return undefined;
}

function numericDate(
  numbers: readonly string[],
  { dayFirst, yearFirst, today }: Reading,
  hasTime: boolean,
): DateOf | undefined {
  const [a, b, c] = numbers;
  if (a === undefined) return hasTime ? today : undefined;
  if (b === undefined || numbers.length > 3) return undefined;
  if (c === undefined) {
    if (a.length > 2) return { year: Number(a), month: Number(b), day: 1 };
    if (b.length > 2) return { year: Number(b), month: Number(a), day: 1 };
    const [month, day] = dayFirst ? [b, a] : [a, b];
    return { year: today.year, month: Number(month), day: Number(day) };
  }
  // A year in the middle stands behind the month.
  if (b.length > 2 && !yearFirst) return { year: Number(b), month: Number(a), day: Number(c) };
  if (a.length > 2 || yearFirst) return { year: yearOf(a), month: Number(b), day: Number(c) };
  const [month, day] = dayFirst ? [b, a] : [a, b];
  return { year: yearOf(c), month: Number(month), day: Number(day) };
}

function namedDate(
  numbers: readonly string[],
  month: number,
  monthAt: number,
  { today, names: { monthDay, yearMonth } }: Reading,
): DateOf | undefined {
  const [a, b] = numbers;
  // `5 Mar` and `Mar 5`: what the culture does not write as month and day is month and year.
  const single = {
    isYearInFront: monthDay.startsWith('M') && yearMonth.startsWith('y'),
    isYearBehind: monthDay.startsWith('d') && yearMonth.startsWith('M'),
  };
  if (numbers.length > 2) return undefined;
  if (a === undefined) return { year: today.year, month, day: 1 };
  if (b === undefined) {
    if (a.length > 2) return { year: Number(a), month, day: 1 };
    const isYear = monthAt === 1 ? single.isYearInFront : single.isYearBehind;
    return isYear
      ? { year: yearOf(a), month, day: 1 }
      : { year: today.year, month, day: Number(a) };
  }
  // `2024 March 5`, otherwise the day comes first, with the month before or behind it.
  if (a.length > 2 && monthAt <= 1) return { year: Number(a), month, day: Number(b) };
  return { year: yearOf(b), month, day: Number(a) };
}

/** Two digits are of the century that ends with 2049 (GregorianCalendar.TwoDigitYearMax). */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
