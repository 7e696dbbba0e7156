/** Printing and reading dates for the date types, with .NET's exceptions. */
import { isProblem } from '../../lib/dotnet-dates/DateProblem.ts';
import type { DateProblem } from '../../lib/dotnet-dates/DateProblem.ts';
import type { DateRequest, ParsedDate } from '../../lib/dotnet-dates/DateReading.ts';
import { dateStyles } from '../../lib/dotnet-dates/dateStyles.ts';
import { parseDate } from '../../lib/dotnet-dates/parseDate.ts';
import { parseExact } from '../../lib/dotnet-dates/parseExact.ts';
import { settleDateTime, settleOffset } from '../../lib/dotnet-dates/settleZone.ts';
import { formatDate } from '../../lib/dotnet-time/formatDate.ts';
import { ticksOfUnixMilliseconds } from '../../lib/dotnet-time/ticks.ts';
import type { Culture } from './Culture.ts';
import { DateTime, kinds } from './DateTime.ts';
import { DateTimeOffset } from './DateTimeOffset.ts';
import type { World } from './Environment.ts';
import { ArgumentException, FormatException } from './exceptions.ts';

/** @throws FormatException */
export function dateTimeText(value: DateTime, format: string | null, { name }: Culture): string {
  const moment = {
    ticks: value.ticks,
    offsetMinutes: value.kind === kinds.unspecified ? undefined : 0,
    isUtc: value.kind === kinds.utc,
    isOffset: false,
  };
  return printed(formatDate(moment, format ?? '', name));
}

/** @throws FormatException */
export function dateTimeOffsetText(
  value: DateTimeOffset,
  format: string | null,
  { name }: Culture,
): string {
  const { clock, offsetMinutes } = value;
  return printed(
    formatDate(
      { ticks: clock.ticks, offsetMinutes, isUtc: false, isOffset: true },
      format ?? '',
      name,
    ),
  );
}

function printed(text: string | undefined): string {
  if (text === undefined) throw new FormatException('Input string was not in a correct format.');
  return text;
}

/** `DateTime.Parse`. @throws ArgumentException, FormatException */
export function readDateTime(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTime {
  return orThrow(attemptDateTime(text, culture, styles, world), text);
}

/** `DateTime.TryParse`: undefined when the text is no date. @throws ArgumentException */
export function tryReadDateTime(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTime | undefined {
  return orNothing(attemptDateTime(text, culture, styles, world));
}

/** `DateTime.ParseExact`. @throws ArgumentException, FormatException */
export function readDateTimeExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTime {
  return orThrow(attemptDateTimeExact(text, formats, culture, styles, world), text);
}

/** `DateTime.TryParseExact`. @throws ArgumentException, FormatException */
export function tryReadDateTimeExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTime | undefined {
  return orNothing(attemptDateTimeExact(text, formats, culture, styles, world));
}

function attemptDateTime(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTime | DateProblem {
  checkStyles(styles);
  return dateTimeOf(parseDate(text, requestOf(culture, styles, world, false)), styles);
}

function attemptDateTimeExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTime | DateProblem {
  checkStyles(styles);
  const request = requestOf(culture, styles, world, false);
  return firstOf(formats, (format) => dateTimeOf(parseExact(text, format, request), styles));
}

/** `DateTimeOffset.Parse`. @throws ArgumentException, FormatException */
export function readDateTimeOffset(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset {
  return orThrow(attemptDateTimeOffset(text, culture, styles, world), text);
}

/** `DateTimeOffset.TryParse`: undefined when the text is no date. @throws ArgumentException */
export function tryReadDateTimeOffset(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset | undefined {
  return orNothing(attemptDateTimeOffset(text, culture, styles, world));
}

/** `DateTimeOffset.ParseExact`. @throws ArgumentException, FormatException */
export function readDateTimeOffsetExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset {
  return orThrow(attemptDateTimeOffsetExact(text, formats, culture, styles, world), text);
}

/** `DateTimeOffset.TryParseExact`. @throws ArgumentException, FormatException */
export function tryReadDateTimeOffsetExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset | undefined {
  return orNothing(attemptDateTimeOffsetExact(text, formats, culture, styles, world));
}

function attemptDateTimeOffset(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset | DateProblem {
  checkOffsetStyles(styles);
  return dateTimeOffsetOf(parseDate(text, requestOf(culture, styles, world, true)), styles);
}

function attemptDateTimeOffsetExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset | DateProblem {
  checkOffsetStyles(styles);
  const request = requestOf(culture, styles, world, true);
  return firstOf(formats, (format) => dateTimeOffsetOf(parseExact(text, format, request), styles));
}

/** The first format that the text is of; one that says nothing ends the search. */
function firstOf<T extends object>(
  formats: readonly (string | null)[],
  read: (format: string) => T | DateProblem,
): T | DateProblem {
  let result: T | DateProblem = { problem: 'bad format' };
  for (const format of formats) {
    result = read(format ?? '');
    if (!isProblem(result) || result.problem === 'bad format') return result;
    // Even TryParseExact throws for a letter that is no format.
    if (result.problem === 'no standard format') throw unreadable(result, '');
  }
  return result;
}

function requestOf(
  culture: Culture,
  styles: number,
  world: World,
  keepsOffset: boolean,
): DateRequest {
  return { culture: culture.name, styles, now: ticksOfUnixMilliseconds(world.now()), keepsOffset };
}

/** @throws ArgumentException for styles that contradict each other */
function checkStyles(styles: number): void {
  const { adjustToUniversal, assumeLocal, assumeUniversal, roundtripKind } = dateStyles;
  checkAssumptions(styles);
  if (styles & roundtripKind && styles & (adjustToUniversal | assumeLocal | assumeUniversal)) {
    throw new ArgumentException(
      'The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or AdjustToUniversal.',
      'styles',
    );
  }
}

/** @throws ArgumentException for styles that contradict each other */
function checkOffsetStyles(styles: number): void {
  checkAssumptions(styles);
  if (styles & dateStyles.noCurrentDateDefault) {
    throw new ArgumentException(
      "The DateTimeStyles value 'NoCurrentDateDefault' is not allowed when parsing DateTimeOffset.",
      'styles',
    );
  }
}

function checkAssumptions(styles: number): void {
  if ((styles & ~0xff) !== 0) {
    throw new ArgumentException('An undefined DateTimeStyles value is being used.', 'styles');
  }
  const both = dateStyles.assumeLocal | dateStyles.assumeUniversal;
  if ((styles & both) === both) {
    throw new ArgumentException(
      'The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.',
      'styles',
    );
  }
}

function dateTimeOf(parsed: ParsedDate | DateProblem, styles: number): DateTime | DateProblem {
  const settled = isProblem(parsed) ? parsed : settleDateTime(parsed, styles);
  return isProblem(settled) ? settled : new DateTime(settled.ticks, kinds[settled.kind]);
}

function dateTimeOffsetOf(
  parsed: ParsedDate | DateProblem,
  styles: number,
): DateTimeOffset | DateProblem {
  const settled = isProblem(parsed) ? parsed : settleOffset(parsed, styles);
  if (isProblem(settled)) return settled;
  return new DateTimeOffset(new DateTime(settled.ticks), settled.offsetMinutes);
}

function orThrow<T extends object>(result: T | DateProblem, text: string): T {
  if (isProblem(result)) throw unreadable(result, text);
  return result;
}

function orNothing<T extends object>(result: T | DateProblem): T | undefined {
  return isProblem(result) ? undefined : result;
}

/** What `Parse` throws where `TryParse` says no, in the words of .NET. */
function unreadable(problem: DateProblem, text: string): FormatException {
  return new FormatException(messageOf(problem, text));
}

function messageOf(problem: DateProblem, text: string): string {
  switch (problem.problem) {
    case 'malformed':
      return `String '${text}' was not recognized as a valid DateTime.`;
    case 'unknown word':
      return `The string '${text}' was not recognized as a valid DateTime. There is an unknown word starting at index '${problem.at}'.`;
    case 'wrong day of week':
      return `String '${text}' was not recognized as a valid DateTime because the day of week was incorrect.`;
    case 'unsupported':
      return `The DateTime represented by the string '${text}' is not supported in calendar 'System.Globalization.GregorianCalendar'.`;
    case 'offset out of range':
      return `The time zone offset of string '${text}' must be within plus or minus 14 hours.`;
    case 'out of range':
      return `The DateTime represented by the string '${text}' is out of range.`;
    case 'UTC out of range':
      return `The UTC representation of the date '${text}' falls outside the year range 1-9999.`;
    case 'incomplete':
      return `There must be at least a partial date with a year present in the input string '${text}'.`;
    case 'contradiction':
      return `DateTime pattern '${problem.field}' appears more than once with different values.`;
    case 'open quote':
      return `Cannot find a matching quote character for the character '${problem.quote}'.`;
    case 'bad format':
      return `Format specifier was invalid.`;
    case 'no standard format':
      return 'Input string was not in a correct format.';
  }
}
