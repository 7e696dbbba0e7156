/** Printing and reading dates for the date types, with .NET's exceptions. */
import { formatDate } from '../../lib/dotnet-time/formatDate.ts';
import { parseDate } from '../../lib/dotnet-time/parseDate.ts';
import type { ParsedDate } from '../../lib/dotnet-time/parseDate.ts';
import { parseExact } from '../../lib/dotnet-time/parseExact.ts';
import {
  maxTicks,
  partsOf,
  ticksOfUnixMilliseconds,
  ticksPerMinute,
} from '../../lib/dotnet-time/ticks.ts';
import type { Culture } from './Culture.ts';
import { DateTime, kinds } from './DateTime.ts';
import { DateTimeOffset } from './DateTimeOffset.ts';
import type { World } from './Environment.ts';
import { ArgumentException, FormatException } from './exceptions.ts';

/** Bits of `DateTimeStyles`. */
export const dateStyles = {
  noCurrentDateDefault: 8,
  adjustToUniversal: 16,
  assumeLocal: 32,
  assumeUniversal: 64,
  roundtripKind: 128,
} as const;

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

/** What `Parse` and `TryParse` share: undefined when the text is no date. */
export function readDateTime(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTime | undefined {
  checkStyles(styles);
  const parsed = parseDate(text, culture.name, defaultDate(styles, world));
  return typeof parsed === 'string' ? undefined : dateTimeOf(parsed, styles);
}

export function readDateTimeExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTime | undefined {
  checkStyles(styles);
  const parsed = readExact(text, formats, culture, styles, world);
  return parsed && dateTimeOf(parsed, styles);
}

export function readDateTimeOffset(
  text: string,
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset | undefined {
  checkOffsetStyles(styles);
  const parsed = parseDate(text, culture.name, defaultDate(styles, world));
  return typeof parsed === 'string' ? undefined : dateTimeOffsetOf(parsed, styles);
}

export function readDateTimeOffsetExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): DateTimeOffset | undefined {
  checkOffsetStyles(styles);
  const parsed = readExact(text, formats, culture, styles, world);
  return parsed && dateTimeOffsetOf(parsed, styles);
}

function readExact(
  text: string,
  formats: readonly (string | null)[],
  culture: Culture,
  styles: number,
  world: World,
): ParsedDate | undefined {
  for (const format of formats) {
    if (format === null || format === '') return undefined;
    const parsed = parseExact(text, format, culture.name, defaultDate(styles, world), styles);
    if (parsed) return parsed;
  }
  return undefined;
}

/** The date of a text that is only a time. */
function defaultDate(styles: number, world: World): { year: number; month: number; day: number } {
  if (styles & dateStyles.noCurrentDateDefault) return { year: 1, month: 1, day: 1 };
  return partsOf(ticksOfUnixMilliseconds(world.now()));
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

/**
 * A time with a zone becomes local time, unless the styles say otherwise; one without stays
 * unspecified (https://learn.microsoft.com/dotnet/api/system.globalization.datetimestyles).
 */
function dateTimeOf(
  { ticks, offsetMinutes, isUtc }: ParsedDate,
  styles: number,
): DateTime | undefined {
  if (offsetMinutes === undefined) {
    if (styles & dateStyles.assumeUniversal) {
      return new DateTime(ticks, styles & dateStyles.adjustToUniversal ? kinds.utc : kinds.local);
    }
    if (styles & dateStyles.assumeLocal) {
      return new DateTime(ticks, styles & dateStyles.adjustToUniversal ? kinds.utc : kinds.local);
    }
    return new DateTime(ticks);
  }
  const utc = ticks - BigInt(offsetMinutes) * ticksPerMinute;
  if (utc < 0n || utc > maxTicks) return undefined;
  const isRoundTrip = (styles & dateStyles.roundtripKind) !== 0 && isUtc;
  return new DateTime(
    utc,
    isRoundTrip || styles & dateStyles.adjustToUniversal ? kinds.utc : kinds.local,
  );
}

function dateTimeOffsetOf(
  { ticks, offsetMinutes = 0 }: ParsedDate,
  styles: number,
): DateTimeOffset | undefined {
  const utc = ticks - BigInt(offsetMinutes) * ticksPerMinute;
  if (utc < 0n || utc > maxTicks) return undefined;
  return DateTimeOffset.ofUtcTicks(utc, styles & dateStyles.adjustToUniversal ? 0 : offsetMinutes);
}

/** What `Parse` throws where `TryParse` says no. */
export function notADate(text: string): FormatException {
  return new FormatException(`String '${text}' was not recognized as a valid DateTime.`);
}
