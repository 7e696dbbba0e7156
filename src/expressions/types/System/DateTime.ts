import {
  daysInMonth,
  isLeapYear,
  maxTicks,
  ticksPerDay,
  ticksPerMillisecond,
} from '../../../lib/dotnet-time/ticks.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  dateTimeText,
  readDateTime,
  readDateTimeExact,
  tryReadDateTime,
  tryReadDateTimeExact,
} from '../../runtime/dateTexts.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import type { Kind } from '../../runtime/DateTime.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    DateTime: DateTime;
    DateTimeKind: number;
    DayOfWeek: number;
    DateTimeStyles: number;
  }
}

const member = membersOf<DateTime>();

const day = 86_400_000;
const hour = 3_600_000;
const minute = 60_000;
const second = 1_000;
const epochOfOADate = DateTime.of(1899, 12, 30).ticks;

/**
 * https://learn.microsoft.com/dotnet/api/system.datetime. Local time is UTC, as on Azure's gateways.
 */
export const SystemDateTime = defineType({
  name: 'System.DateTime',
  kind: 'struct',
  implements: [
    'IComparable',
    'IComparable<DateTime>',
    'IConvertible',
    'IEquatable<DateTime>',
    'IFormattable',
  ],
  represents: DateTime,
  behaviour: {
    text: (value: DateTime, format, culture) => dateTimeText(value, format, culture),
    equals: (value: DateTime, other) => other instanceof DateTime && value.ticks === other.ticks,
    key: (value: DateTime) => value.ticks,
    compare: (value: DateTime, other: DateTime) => compare(value, other),
    zero: () => DateTime.minValue,
  },
  members: [
    member(
      'DateTime(long ticks)',
      (ticks) => ofTicks(ticks, 0),
      'new DateTime(0L).Year // 1',
      'new DateTime(-1L) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'DateTime(long ticks, DateTimeKind kind)',
      ofTicks,
      'new DateTime(0L, DateTimeKind.Utc).Kind // DateTimeKind.Utc',
    ),
    member(
      'DateTime(int year, int month, int day)',
      (y, m, d) => DateTime.of(y, m, d),
      'new DateTime(2024, 2, 29).DayOfYear // 60',
      'new DateTime(2023, 2, 29) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'DateTime(int year, int month, int day, int hour, int minute, int second)',
      (y, m, d, h, min, s) => DateTime.of(y, m, d, time(h, min, s)),
      'new DateTime(2024, 1, 2, 3, 4, 5).Second // 5',
    ),
    member(
      'DateTime(int year, int month, int day, int hour, int minute, int second, DateTimeKind kind)',
      (y, m, d, h, min, s, kind) => DateTime.of(y, m, d, time(h, min, s), knownKind(kind)),
      'new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc).ToString("o") // "2024-01-02T03:04:05.0000000Z"',
    ),
    member(
      'DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)',
      (y, m, d, h, min, s, ms) => DateTime.of(y, m, d, time(h, min, s, ms)),
      'new DateTime(2024, 1, 2, 3, 4, 5, 6).Millisecond // 6',
    ),
    member(
      'DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, DateTimeKind kind)',
      (y, m, d, h, min, s, ms, kind) => {
        if (ms < 0 || ms > 999) throw new ArgumentOutOfRangeException('millisecond');
        return DateTime.of(y, m, d, time(h, min, s, ms), knownKind(kind));
      },
      'new DateTime(2024, 1, 2, 3, 4, 5, 6, DateTimeKind.Utc).Kind // DateTimeKind.Utc',
    ),
    member('static readonly DateTime MinValue', DateTime.minValue, 'DateTime.MinValue.Ticks // 0L'),
    member(
      'static readonly DateTime MaxValue',
      DateTime.maxValue,
      'DateTime.MaxValue.Year // 9999',
    ),
    member(
      'static readonly DateTime UnixEpoch',
      DateTime.of(1970, 1, 1, {}, kinds.utc),
      'DateTime.UnixEpoch.Year // 1970',
    ),
    member(
      'static DateTime Now { get; }',
      (_types, { world }) => DateTime.now(world, kinds.local),
      'DateTime.Now.Kind // DateTimeKind.Local',
    ),
    member(
      'static DateTime UtcNow { get; }',
      (_types, { world }) => DateTime.now(world, kinds.utc),
      'DateTime.UtcNow.Kind // DateTimeKind.Utc',
    ),
    member(
      'static DateTime Today { get; }',
      (_types, { world }) => DateTime.now(world, kinds.local).date,
      'DateTime.Today.Hour // 0',
    ),
    member(
      'DateTime Date { get; }',
      (self) => self.date,
      'new DateTime(2024, 1, 2, 3, 4, 5).Date.Hour // 0',
    ),
    member('int Year { get; }', (self) => self.parts.year, 'new DateTime(2024, 1, 2).Year // 2024'),
    member('int Month { get; }', (self) => self.parts.month, 'new DateTime(2024, 1, 2).Month // 1'),
    member('int Day { get; }', (self) => self.parts.day, 'new DateTime(2024, 1, 2).Day // 2'),
    member(
      'int Hour { get; }',
      (self) => self.parts.hour,
      'new DateTime(2024, 1, 2, 3, 4, 5).Hour // 3',
    ),
    member(
      'int Minute { get; }',
      (self) => self.parts.minute,
      'new DateTime(2024, 1, 2, 3, 4, 5).Minute // 4',
    ),
    member(
      'int Second { get; }',
      (self) => self.parts.second,
      'new DateTime(2024, 1, 2, 3, 4, 5).Second // 5',
    ),
    member(
      'int Millisecond { get; }',
      (self) => Math.floor(self.parts.fraction / 10_000),
      'new DateTime(2024, 1, 2, 3, 4, 5, 6).Millisecond // 6',
    ),
    member(
      'DayOfWeek DayOfWeek { get; }',
      (self) => self.parts.dayOfWeek,
      'new DateTime(2024, 1, 2).DayOfWeek // DayOfWeek.Tuesday',
    ),
    member(
      'int DayOfYear { get; }',
      (self) => self.parts.dayOfYear,
      'new DateTime(2024, 12, 31).DayOfYear // 366',
    ),
    member(
      'DateTimeKind Kind { get; }',
      (self) => self.kind,
      'new DateTime(2024, 1, 2).Kind // DateTimeKind.Unspecified',
    ),
    member(
      'long Ticks { get; }',
      (self) => self.ticks,
      'new DateTime(1970, 1, 1).Ticks // 621355968000000000L',
    ),
    member(
      'TimeSpan TimeOfDay { get; }',
      (self) => new TimeSpan(self.ticks - self.date.ticks),
      'new DateTime(2024, 1, 2, 3, 4, 5).TimeOfDay.ToString() // "03:04:05"',
    ),
    member(
      'DateTime Add(TimeSpan value)',
      (self, value) => self.addTicks(value.ticks),
      'new DateTime(2024, 1, 1).Add(TimeSpan.FromHours(1)).Hour // 1',
    ),
    member(
      'DateTime AddDays(double value)',
      (self, value) => self.addUnits(value, day),
      'new DateTime(2024, 2, 28).AddDays(2).Month // 3',
      'DateTime.MaxValue.AddDays(1) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'DateTime AddHours(double value)',
      (self, value) => self.addUnits(value, hour),
      'new DateTime(2024, 1, 1).AddHours(-1).Day // 31',
    ),
    member(
      'DateTime AddMinutes(double value)',
      (self, value) => self.addUnits(value, minute),
      'new DateTime(2024, 1, 1).AddMinutes(90).Hour // 1',
    ),
    member(
      'DateTime AddSeconds(double value)',
      (self, value) => self.addUnits(value, second),
      'new DateTime(2024, 1, 1).AddSeconds(61).Minute // 1',
    ),
    member(
      'DateTime AddMilliseconds(double value)',
      (self, value) => self.addUnits(value, 1),
      'new DateTime(2024, 1, 1).AddMilliseconds(1500).Second // 1',
    ),
    member(
      'DateTime AddMonths(int months)',
      (self, months) => self.addMonths(months),
      'new DateTime(2024, 1, 31).AddMonths(1).Day // 29',
    ),
    member(
      'DateTime AddTicks(long value)',
      (self, value) => self.addTicks(value),
      'new DateTime(0L).AddTicks(5L).Ticks // 5L',
    ),
    member(
      'DateTime AddYears(int value)',
      (self, value) => addYears(self, value),
      'new DateTime(2024, 2, 29).AddYears(1).Day // 28',
    ),
    member(
      'TimeSpan Subtract(DateTime value)',
      (self, value) => new TimeSpan(self.ticks - value.ticks),
      'new DateTime(2024, 1, 2).Subtract(new DateTime(2024, 1, 1)).TotalHours // 24d',
    ),
    member(
      'DateTime Subtract(TimeSpan value)',
      (self, value) => self.addTicks(-value.ticks),
      'new DateTime(2024, 1, 2).Subtract(TimeSpan.FromDays(1)).Day // 1',
    ),
    member(
      'static int DaysInMonth(int year, int month)',
      (year, month) => {
        if (month < 1 || month > 12)
          throw new ArgumentOutOfRangeException('month', 'Month must be between one and twelve.');
        checkYear(year);
        return daysInMonth(year, month);
      },
      'DateTime.DaysInMonth(2024, 2) // 29',
      'DateTime.DaysInMonth(2024, 13) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'static bool IsLeapYear(int year)',
      (year) => {
        checkYear(year);
        return isLeapYear(year);
      },
      'DateTime.IsLeapYear(1900) // false',
    ),
    member(
      'bool IsDaylightSavingTime()',
      () => false,
      'new DateTime(2024, 7, 1).IsDaylightSavingTime() // false',
    ),
    member(
      'DateTime ToUniversalTime()',
      (self) => self.withKind(kinds.utc),
      'new DateTime(2024, 1, 2).ToUniversalTime().Kind // DateTimeKind.Utc',
    ),
    member(
      'DateTime ToLocalTime()',
      (self) => self.withKind(kinds.local),
      'new DateTime(2024, 1, 2).ToLocalTime().Kind // DateTimeKind.Local',
    ),
    member(
      'static DateTime SpecifyKind(DateTime value, DateTimeKind kind)',
      (value, kind) => value.withKind(knownKind(kind)),
      'DateTime.SpecifyKind(new DateTime(2024, 1, 2), DateTimeKind.Utc).Kind // DateTimeKind.Utc',
    ),
    member(
      'static DateTime FromFileTimeUtc(long fileTime)',
      ofFileTime,
      'DateTime.FromFileTimeUtc(0L).Year // 1601',
    ),
    member('long ToFileTimeUtc()', toFileTime, 'new DateTime(1601, 1, 1).ToFileTimeUtc() // 0L'),
    member('long ToBinary()', toBinary, 'new DateTime(5L).ToBinary() // 5L'),
    member(
      'static DateTime FromBinary(long dateData)',
      fromBinary,
      'DateTime.FromBinary(5L).Ticks // 5L',
    ),
    member('double ToOADate()', toOADate, 'new DateTime(1900, 1, 1).ToOADate() // 2d'),
    member(
      'static DateTime FromOADate(double d)',
      ofOADate,
      'DateTime.FromOADate(double.NaN) // throws System.ArgumentException',
      'DateTime.FromOADate(2).Year // 1900',
    ),
    member(
      'string ToString(string? format)',
      (self, format) => dateTimeText(self, format, invariantCulture),
      'new DateTime(2024, 1, 2, 3, 4, 5).ToString("yyyy-MM-dd HH:mm") // "2024-01-02 03:04"',
      'new DateTime(2024, 1, 2).ToString("q") // throws System.FormatException',
    ),
    member(
      'string ToString(IFormatProvider? provider)',
      (self, provider: unknown) => dateTimeText(self, null, providerCulture(provider)),
      'new DateTime(2024, 1, 2).ToString((IFormatProvider)null) // "01/02/2024 00:00:00"',
    ),
    member(
      'string ToString(string? format, IFormatProvider? provider)',
      (self, format, provider: unknown) => dateTimeText(self, format, providerCulture(provider)),
      'new DateTime(2024, 1, 2).ToString("d", null) // "01/02/2024"',
    ),
    member(
      'string ToLongDateString()',
      (self) => dateTimeText(self, 'D', invariantCulture),
      'new DateTime(2024, 1, 2).ToLongDateString() // "Tuesday, 02 January 2024"',
    ),
    member(
      'string ToShortDateString()',
      (self) => dateTimeText(self, 'd', invariantCulture),
      'new DateTime(2024, 1, 2).ToShortDateString() // "01/02/2024"',
    ),
    member(
      'string ToLongTimeString()',
      (self) => dateTimeText(self, 'T', invariantCulture),
      'new DateTime(2024, 1, 2, 3, 4, 5).ToLongTimeString() // "03:04:05"',
    ),
    member(
      'string ToShortTimeString()',
      (self) => dateTimeText(self, 't', invariantCulture),
      'new DateTime(2024, 1, 2, 3, 4, 5).ToShortTimeString() // "03:04"',
    ),
    member(
      'static DateTime Parse(string s)',
      (s, _types, { world }) => readDateTime(s, invariantCulture, 0, world),
      'DateTime.Parse("2024-01-02T03:04:05").Second // 5',
      'DateTime.Parse("x") // throws System.FormatException',
    ),
    member(
      'static DateTime Parse(string s, IFormatProvider? provider)',
      (s, provider: unknown, _types, { world }) =>
        readDateTime(s, providerCulture(provider), 0, world),
      'DateTime.Parse("01/02/2024", null).Day // 2',
    ),
    member(
      'static DateTime Parse(string s, IFormatProvider? provider, DateTimeStyles styles)',
      (s, provider: unknown, styles, _types, { world }) =>
        readDateTime(s, providerCulture(provider), styles, world),
      'DateTime.Parse("2024-01-02T03:04:05Z", null, System.Globalization.DateTimeStyles.RoundtripKind).Kind // DateTimeKind.Utc',
    ),
    member(
      'static bool TryParse(string? s, out DateTime result)',
      (s, result, _types, { world }) =>
        give(result, s === null ? undefined : tryReadDateTime(s, invariantCulture, 0, world)),
      'DateTime.TryParse("x", out var date) // false',
    ),
    member(
      'static bool TryParse(string? s, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)',
      (s, provider: unknown, styles, result, _types, { world }) =>
        give(
          result,
          s === null ? undefined : tryReadDateTime(s, providerCulture(provider), styles, world),
        ),
      'DateTime.TryParse("2024-01-02", null, System.Globalization.DateTimeStyles.None, out var date) // true',
    ),
    member(
      'static DateTime ParseExact(string s, string format, IFormatProvider? provider)',
      (s, format, provider: unknown, _types, { world }) =>
        readDateTimeExact(s, [format], providerCulture(provider), 0, world),
      'DateTime.ParseExact("20240102", "yyyyMMdd", null).Day // 2',
      'DateTime.ParseExact("2024", "yyyyMMdd", null) // throws System.FormatException',
    ),
    member(
      'static DateTime ParseExact(string s, string format, IFormatProvider? provider, DateTimeStyles style)',
      (s, format, provider: unknown, style, _types, { world }) =>
        readDateTimeExact(s, [format], providerCulture(provider), style, world),
      'DateTime.ParseExact("2024", "yyyy", null, System.Globalization.DateTimeStyles.None).Month // 1',
    ),
    member(
      'static DateTime ParseExact(string s, string[] formats, IFormatProvider? provider, DateTimeStyles style)',
      (s, formats, provider: unknown, style, _types, { world }) =>
        readDateTimeExact(s, textsIn(formats), providerCulture(provider), style, world),
      'DateTime.ParseExact("2024", new[] { "MM", "yyyy" }, null, System.Globalization.DateTimeStyles.None).Year // 2024',
    ),
    member(
      'static bool TryParseExact(string? s, string? format, IFormatProvider? provider, DateTimeStyles style, out DateTime result)',
      (s, format, provider: unknown, style, result, _types, { world }) =>
        give(
          result,
          s === null || format === null
            ? undefined
            : tryReadDateTimeExact(s, [format], providerCulture(provider), style, world),
        ),
      'DateTime.TryParseExact("x", "yyyy", null, System.Globalization.DateTimeStyles.None, out var date) // false',
    ),
    member(
      'int CompareTo(DateTime value)',
      compare,
      'new DateTime(2L).CompareTo(new DateTime(1L)) // 1',
    ),
    member(
      'int CompareTo(object? value)',
      compareToObject,
      'new DateTime(2L).CompareTo(null) // 1',
    ),
    member(
      'bool Equals(DateTime value)',
      (self, value) => self.ticks === value.ticks,
      'new DateTime(2L).Equals(new DateTime(2L)) // true',
    ),
    member(
      'static int Compare(DateTime t1, DateTime t2)',
      compare,
      'DateTime.Compare(new DateTime(1L), new DateTime(2L)) // -1',
    ),
    member(
      'static bool Equals(DateTime t1, DateTime t2)',
      (t1, t2) => t1.ticks === t2.ticks,
      'DateTime.Equals(new DateTime(1L), new DateTime(2L)) // false',
    ),
    member(
      'static DateTime operator +(DateTime d, TimeSpan t)',
      (d, t) => d.addTicks(t.ticks),
      '(new DateTime(2024, 1, 1) + TimeSpan.FromDays(1)).Day // 2',
    ),
    member(
      'static DateTime operator -(DateTime d, TimeSpan t)',
      (d, t) => d.addTicks(-t.ticks),
      '(new DateTime(2024, 1, 2) - TimeSpan.FromDays(1)).Day // 1',
    ),
    member(
      'static TimeSpan operator -(DateTime d1, DateTime d2)',
      (d1, d2) => new TimeSpan(d1.ticks - d2.ticks),
      '(new DateTime(2024, 1, 2) - new DateTime(2024, 1, 1)).TotalDays // 1d',
    ),
    member(
      'static bool operator ==(DateTime d1, DateTime d2)',
      (d1, d2) => d1.ticks === d2.ticks,
      'new DateTime(1L) == new DateTime(1L) // true',
    ),
    member(
      'static bool operator !=(DateTime d1, DateTime d2)',
      (d1, d2) => d1.ticks !== d2.ticks,
      'new DateTime(1L) != new DateTime(1L) // false',
    ),
    member(
      'static bool operator <(DateTime t1, DateTime t2)',
      (t1, t2) => t1.ticks < t2.ticks,
      'new DateTime(1L) < new DateTime(2L) // true',
    ),
    member(
      'static bool operator <=(DateTime t1, DateTime t2)',
      (t1, t2) => t1.ticks <= t2.ticks,
      'new DateTime(1L) <= new DateTime(1L) // true',
    ),
    member(
      'static bool operator >(DateTime t1, DateTime t2)',
      (t1, t2) => t1.ticks > t2.ticks,
      'new DateTime(1L) > new DateTime(2L) // false',
    ),
    member(
      'static bool operator >=(DateTime t1, DateTime t2)',
      (t1, t2) => t1.ticks >= t2.ticks,
      'new DateTime(1L) >= new DateTime(1L) // true',
    ),
  ],
});

/** 1601-01-01 in ticks. */
const fileTimeOffset = 504_911_232_000_000_000n;

function time(h: number, m: number, s: number, millisecond = 0): Parameters<typeof DateTime.of>[3] {
  return { hour: h, minute: m, second: s, millisecond };
}

function ofTicks(ticks: bigint, kind: number): DateTime {
  if (ticks < 0n || ticks > maxTicks) {
    throw new ArgumentOutOfRangeException(
      'ticks',
      'Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.',
    );
  }
  return new DateTime(ticks, knownKind(kind));
}

/** @throws ArgumentException */
function knownKind(kind: number): Kind {
  const known = Object.values(kinds).find((each) => each === kind);
  if (known !== undefined) return known;
  throw new ArgumentException('Invalid DateTimeKind value.', 'kind');
}

function addYears(self: DateTime, years: number): DateTime {
  if (Math.abs(years) > 10_000)
    throw new ArgumentOutOfRangeException('years', 'Years value must be between +/-10000.');
  return self.addMonths(years * 12);
}

function checkYear(year: number): void {
  if (year < 1 || year > 9999)
    throw new ArgumentOutOfRangeException('year', 'Year must be between 1 and 9999.');
}

function compare(a: DateTime, b: DateTime): number {
  return a.ticks < b.ticks ? -1 : a.ticks > b.ticks ? 1 : 0;
}

function compareToObject(self: DateTime, value: unknown): number {
  if (value === null) return 1;
  if (!(value instanceof DateTime)) throw new ArgumentException('Object must be of type DateTime.');
  return compare(self, value);
}

/** The kind stands in the two highest bits. */
function toBinary({ ticks, kind }: DateTime): bigint {
  return BigInt.asIntN(64, ticks | (BigInt(kind) << 62n));
}

/** Local times are kept in UTC, which is local time here; a little before year 1 wraps around. */
function fromBinary(data: bigint): DateTime {
  const kind = Math.min(Number((BigInt.asUintN(64, data) >> 62n) & 3n), 2) as Kind;
  const ceiling = 1n << 62n;
  let ticks = data & (ceiling - 1n);
  if (kind === kinds.local && ticks > ceiling - ticksPerDay) ticks += ticksPerDay - ceiling;
  if (ticks > maxTicks) {
    throw new ArgumentException(
      'The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.',
      'dateData',
    );
  }
  return new DateTime(ticks, kind);
}

function ofFileTime(fileTime: bigint): DateTime {
  if (fileTime < 0n || fileTime > maxTicks - fileTimeOffset) throw noFileTime('fileTime');
  return DateTime.ofTicks(fileTime + fileTimeOffset, kinds.utc);
}

function toFileTime({ ticks }: DateTime): bigint {
  if (ticks < fileTimeOffset) throw noFileTime();
  return ticks - fileTimeOffset;
}

function noFileTime(parameter?: string): ArgumentOutOfRangeException {
  return new ArgumentOutOfRangeException(parameter, 'Not a valid Win32 FileTime.');
}

/** Days since 1899-12-30; of the time of day the sign is not read. @throws ArgumentException */
function ofOADate(days: number): DateTime {
  if (!(days < 2958466 && days > -657435)) {
    throw new ArgumentException('Not a legal OleAut date.');
  }
  let milliseconds = Math.trunc(days * day + (days >= 0 ? 0.5 : -0.5));
  if (milliseconds < 0) milliseconds -= (milliseconds % day) * 2;
  return DateTime.ofTicks(epochOfOADate + BigInt(milliseconds) * ticksPerMillisecond);
}

/** @throws OverflowException before the year 100 */
function toOADate({ ticks }: DateTime): number {
  if (ticks === 0n) return 0;
  const since = ticks < ticksPerDay ? ticks + epochOfOADate : ticks;
  if (since < DateTime.of(100, 1, 1).ticks) throw new OverflowException('Not a legal OleAut date.');
  let milliseconds = Number((since - epochOfOADate) / ticksPerMillisecond);
  const fraction = milliseconds % day;
  if (milliseconds < 0 && fraction !== 0) milliseconds -= (day + fraction) * 2;
  return milliseconds / day;
}

function give(result: Ref, value: DateTime | undefined): boolean {
  result.value = value ?? DateTime.minValue;
  return value !== undefined;
}

function textsIn(formats: NetArray): (string | null)[] {
  return [...formats] as (string | null)[];
}
