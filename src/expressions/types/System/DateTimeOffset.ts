import {
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
  unixEpochTicks,
} from '../../../lib/dotnet-time/ticks.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import {
  dateTimeOffsetText,
  readDateTimeOffset,
  readDateTimeOffsetExact,
  tryReadDateTimeOffset,
  tryReadDateTimeOffsetExact,
} from '../../runtime/dateTexts.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    DateTimeOffset: DateTimeOffset;
  }
}

const member = membersOf<DateTimeOffset>();

/** https://learn.microsoft.com/dotnet/api/system.datetimeoffset */
export const SystemDateTimeOffset = defineType({
  name: 'System.DateTimeOffset',
  kind: 'struct',
  implements: [
    'IComparable',
    'IComparable<DateTimeOffset>',
    'IEquatable<DateTimeOffset>',
    'IFormattable',
  ],
  represents: DateTimeOffset,
  behaviour: {
    text: (value: DateTimeOffset, format, culture) => dateTimeOffsetText(value, format, culture),
    equals: (value: DateTimeOffset, other) =>
      other instanceof DateTimeOffset && value.utcTicks === other.utcTicks,
    key: (value: DateTimeOffset) => value.utcTicks,
    compare: (value: DateTimeOffset, other: DateTimeOffset) => compare(value, other),
    zero: () => DateTimeOffset.minValue,
  },
  members: [
    member(
      'DateTimeOffset(DateTime dateTime)',
      (dateTime) => DateTimeOffset.of(dateTime, 0),
      'new DateTimeOffset(new DateTime(2024, 1, 2)).Offset.Hours // 0',
    ),
    member(
      'DateTimeOffset(DateTime dateTime, TimeSpan offset)',
      ofDateTime,
      'new DateTimeOffset(new DateTime(2024, 1, 2), TimeSpan.FromHours(2)).UtcDateTime.Hour // 22',
      'new DateTimeOffset(new DateTime(2024, 1, 2), TimeSpan.FromHours(15)) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'DateTimeOffset(long ticks, TimeSpan offset)',
      (ticks, offset) => {
        const minutes = minutesOf(offset);
        return DateTimeOffset.of(DateTime.ofTicks(ticks), minutes);
      },
      'new DateTimeOffset(0L, TimeSpan.Zero).Year // 1',
    ),
    member(
      'DateTimeOffset(int year, int month, int day, int hour, int minute, int second, TimeSpan offset)',
      (year, month, day, hour, minute, second, offset) => {
        const minutes = minutesOf(offset);
        return DateTimeOffset.of(DateTime.of(year, month, day, { hour, minute, second }), minutes);
      },
      'new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)).ToString("o") // "2024-01-02T03:04:05.0000000+01:00"',
    ),
    member(
      'DateTimeOffset(int year, int month, int day, int hour, int minute, int second, int millisecond, TimeSpan offset)',
      (year, month, day, hour, minute, second, millisecond, offset) => {
        const minutes = minutesOf(offset);
        const time = { hour, minute, second, millisecond };
        return DateTimeOffset.of(DateTime.of(year, month, day, time), minutes);
      },
      'new DateTimeOffset(2024, 1, 2, 3, 4, 5, 6, TimeSpan.Zero).Millisecond // 6',
    ),
    member(
      'static readonly DateTimeOffset MinValue',
      DateTimeOffset.minValue,
      'DateTimeOffset.MinValue.Year // 1',
    ),
    member(
      'static readonly DateTimeOffset MaxValue',
      DateTimeOffset.maxValue,
      'DateTimeOffset.MaxValue.Year // 9999',
    ),
    member(
      'static readonly DateTimeOffset UnixEpoch',
      DateTimeOffset.ofUtcTicks(unixEpochTicks),
      'DateTimeOffset.UnixEpoch.Year // 1970',
    ),
    member(
      'static DateTimeOffset Now { get; }',
      (_types, { world }) => DateTimeOffset.now(world),
      'DateTimeOffset.Now.Offset.Ticks // 0L',
    ),
    member(
      'static DateTimeOffset UtcNow { get; }',
      (_types, { world }) => DateTimeOffset.now(world),
      'DateTimeOffset.UtcNow.Offset.Ticks // 0L',
    ),
    member(
      'DateTime Date { get; }',
      (self) => self.clock.date,
      'DateTimeOffset.MaxValue.Date.Hour // 0',
    ),
    member(
      'DateTime DateTime { get; }',
      (self) => self.clock,
      'DateTimeOffset.MinValue.DateTime.Kind // DateTimeKind.Unspecified',
    ),
    member(
      'DateTime UtcDateTime { get; }',
      (self) => new DateTime(self.utcTicks, kinds.utc),
      'DateTimeOffset.MinValue.UtcDateTime.Kind // DateTimeKind.Utc',
    ),
    member(
      'DateTime LocalDateTime { get; }',
      (self) => new DateTime(self.utcTicks, kinds.local),
      'DateTimeOffset.MinValue.LocalDateTime.Kind // DateTimeKind.Local',
    ),
    member(
      'TimeSpan Offset { get; }',
      (self) => new TimeSpan(BigInt(self.offsetMinutes) * ticksPerMinute),
      'DateTimeOffset.MinValue.Offset.Ticks // 0L',
    ),
    member(
      'int Year { get; }',
      (self) => self.clock.parts.year,
      'DateTimeOffset.MaxValue.Year // 9999',
    ),
    member(
      'int Month { get; }',
      (self) => self.clock.parts.month,
      'DateTimeOffset.MaxValue.Month // 12',
    ),
    member('int Day { get; }', (self) => self.clock.parts.day, 'DateTimeOffset.MaxValue.Day // 31'),
    member(
      'int Hour { get; }',
      (self) => self.clock.parts.hour,
      'DateTimeOffset.MaxValue.Hour // 23',
    ),
    member(
      'int Minute { get; }',
      (self) => self.clock.parts.minute,
      'DateTimeOffset.MaxValue.Minute // 59',
    ),
    member(
      'int Second { get; }',
      (self) => self.clock.parts.second,
      'DateTimeOffset.MaxValue.Second // 59',
    ),
    member(
      'int Millisecond { get; }',
      (self) => Math.floor(self.clock.parts.fraction / 10_000),
      'DateTimeOffset.MaxValue.Millisecond // 999',
    ),
    member(
      'DayOfWeek DayOfWeek { get; }',
      (self) => self.clock.parts.dayOfWeek,
      'DateTimeOffset.UnixEpoch.DayOfWeek // DayOfWeek.Thursday',
    ),
    member(
      'int DayOfYear { get; }',
      (self) => self.clock.parts.dayOfYear,
      'DateTimeOffset.UnixEpoch.DayOfYear // 1',
    ),
    member(
      'long Ticks { get; }',
      (self) => self.clock.ticks,
      'DateTimeOffset.MinValue.Ticks // 0L',
    ),
    member(
      'long UtcTicks { get; }',
      (self) => self.utcTicks,
      'DateTimeOffset.MinValue.UtcTicks // 0L',
    ),
    member(
      'TimeSpan TimeOfDay { get; }',
      (self) => new TimeSpan(self.clock.ticks - self.clock.date.ticks),
      'DateTimeOffset.UnixEpoch.TimeOfDay.Ticks // 0L',
    ),
    member(
      'DateTimeOffset Add(TimeSpan timeSpan)',
      (self, timeSpan) => self.with(self.clock.addTicks(timeSpan.ticks)),
      'DateTimeOffset.UnixEpoch.Add(TimeSpan.FromHours(1)).Hour // 1',
    ),
    member(
      'DateTimeOffset AddDays(double days)',
      (self, days) => self.with(self.clock.addUnits(days, 86_400_000)),
      'DateTimeOffset.UnixEpoch.AddDays(1).Day // 2',
    ),
    member(
      'DateTimeOffset AddHours(double hours)',
      (self, hours) => self.with(self.clock.addUnits(hours, 3_600_000)),
      'DateTimeOffset.UnixEpoch.AddHours(1).Hour // 1',
    ),
    member(
      'DateTimeOffset AddMinutes(double minutes)',
      (self, minutes) => self.with(self.clock.addUnits(minutes, 60_000)),
      'DateTimeOffset.UnixEpoch.AddMinutes(1).Minute // 1',
    ),
    member(
      'DateTimeOffset AddSeconds(double seconds)',
      (self, seconds) => self.with(self.clock.addUnits(seconds, 1_000)),
      'DateTimeOffset.UnixEpoch.AddSeconds(1).Second // 1',
    ),
    member(
      'DateTimeOffset AddMilliseconds(double milliseconds)',
      (self, milliseconds) => self.with(self.clock.addUnits(milliseconds, 1)),
      'DateTimeOffset.UnixEpoch.AddMilliseconds(1).Millisecond // 1',
    ),
    member(
      'DateTimeOffset AddMonths(int months)',
      (self, months) => self.with(self.clock.addMonths(months)),
      'DateTimeOffset.UnixEpoch.AddMonths(1).Month // 2',
    ),
    member(
      'DateTimeOffset AddTicks(long ticks)',
      (self, ticks) => self.with(self.clock.addTicks(ticks)),
      'DateTimeOffset.MinValue.AddTicks(5L).Ticks // 5L',
    ),
    member(
      'DateTimeOffset AddYears(int years)',
      (self, years) => self.with(self.clock.addMonths(years * 12)),
      'DateTimeOffset.UnixEpoch.AddYears(1).Year // 1971',
    ),
    member(
      'TimeSpan Subtract(DateTimeOffset value)',
      (self, value) => new TimeSpan(self.utcTicks - value.utcTicks),
      'DateTimeOffset.UnixEpoch.AddDays(1).Subtract(DateTimeOffset.UnixEpoch).TotalDays // 1d',
    ),
    member(
      'DateTimeOffset Subtract(TimeSpan value)',
      (self, value) => self.with(self.clock.addTicks(-value.ticks)),
      'DateTimeOffset.UnixEpoch.Subtract(TimeSpan.FromDays(1)).Day // 31',
    ),
    member(
      'DateTimeOffset ToOffset(TimeSpan offset)',
      (self, offset) => {
        const clock = DateTime.ofTicks(self.utcTicks + offset.ticks);
        return DateTimeOffset.of(clock, minutesOf(offset));
      },
      'DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(2)).Hour // 2',
    ),
    member(
      'DateTimeOffset ToUniversalTime()',
      (self) => DateTimeOffset.ofUtcTicks(self.utcTicks),
      'DateTimeOffset.UnixEpoch.ToUniversalTime().Hour // 0',
    ),
    member(
      'DateTimeOffset ToLocalTime()',
      (self) => DateTimeOffset.ofUtcTicks(self.utcTicks),
      'DateTimeOffset.UnixEpoch.ToLocalTime().Hour // 0',
    ),
    member(
      'long ToUnixTimeSeconds()',
      (self) => floorDivide(self.utcTicks - unixEpochTicks, ticksPerSecond),
      'DateTimeOffset.UnixEpoch.AddSeconds(-1).ToUnixTimeSeconds() // -1L',
    ),
    member(
      'long ToUnixTimeMilliseconds()',
      (self) => floorDivide(self.utcTicks - unixEpochTicks, ticksPerMillisecond),
      'DateTimeOffset.UnixEpoch.AddSeconds(2).ToUnixTimeMilliseconds() // 2000L',
    ),
    member(
      'static DateTimeOffset FromUnixTimeSeconds(long seconds)',
      (seconds) => fromUnix(seconds, ticksPerSecond, 'seconds', -62_135_596_800n, 253_402_300_799n),
      'DateTimeOffset.FromUnixTimeSeconds(86400L).Day // 2',
      'DateTimeOffset.FromUnixTimeSeconds(long.MaxValue) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'static DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)',
      (milliseconds) =>
        fromUnix(
          milliseconds,
          ticksPerMillisecond,
          'milliseconds',
          -62_135_596_800_000n,
          253_402_300_799_999n,
        ),
      'DateTimeOffset.FromUnixTimeMilliseconds(1500L).Millisecond // 500',
    ),
    member(
      'string ToString(string? format)',
      (self, format) => dateTimeOffsetText(self, format, invariantCulture),
      'DateTimeOffset.UnixEpoch.ToString("r") // "Thu, 01 Jan 1970 00:00:00 GMT"',
    ),
    member(
      'string ToString(IFormatProvider? formatProvider)',
      (self, provider: unknown) => dateTimeOffsetText(self, null, providerCulture(provider)),
      'DateTimeOffset.UnixEpoch.ToString((IFormatProvider)null) // "01/01/1970 00:00:00 +00:00"',
    ),
    member(
      'string ToString(string? format, IFormatProvider? formatProvider)',
      (self, format, provider: unknown) =>
        dateTimeOffsetText(self, format, providerCulture(provider)),
      'DateTimeOffset.UnixEpoch.ToString("yyyy", null) // "1970"',
    ),
    member(
      'static DateTimeOffset Parse(string input)',
      (input, _types, { world }) => readDateTimeOffset(input, invariantCulture, 0, world),
      'DateTimeOffset.Parse("2024-01-02T03:04:05+02:00").Offset.Hours // 2',
      'DateTimeOffset.Parse("x") // throws System.FormatException',
    ),
    member(
      'static DateTimeOffset Parse(string input, IFormatProvider? formatProvider)',
      (input, provider: unknown, _types, { world }) =>
        readDateTimeOffset(input, providerCulture(provider), 0, world),
      'DateTimeOffset.Parse("2024-01-02", null).Day // 2',
    ),
    member(
      'static DateTimeOffset Parse(string input, IFormatProvider? formatProvider, DateTimeStyles styles)',
      (input, provider: unknown, styles, _types, { world }) =>
        readDateTimeOffset(input, providerCulture(provider), styles, world),
      'DateTimeOffset.Parse("2024-01-02T00:00:00+02:00", null, System.Globalization.DateTimeStyles.AdjustToUniversal).Day // 1',
    ),
    member(
      'static bool TryParse(string? input, out DateTimeOffset result)',
      (input, result, _types, { world }) =>
        give(
          result,
          input === null ? undefined : tryReadDateTimeOffset(input, invariantCulture, 0, world),
        ),
      'DateTimeOffset.TryParse("x", out var date) // false',
    ),
    member(
      'static bool TryParse(string? input, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result)',
      (input, provider: unknown, styles, result, _types, { world }) =>
        give(
          result,
          input === null
            ? undefined
            : tryReadDateTimeOffset(input, providerCulture(provider), styles, world),
        ),
      'DateTimeOffset.TryParse("2024-01-02", null, System.Globalization.DateTimeStyles.None, out var date) // true',
    ),
    member(
      'static DateTimeOffset ParseExact(string input, string format, IFormatProvider? formatProvider)',
      (input, format, provider: unknown, _types, { world }) =>
        readDateTimeOffsetExact(input, [format], providerCulture(provider), 0, world),
      'DateTimeOffset.ParseExact("2024", "yyyy", null).Year // 2024',
    ),
    member(
      'static DateTimeOffset ParseExact(string input, string format, IFormatProvider? formatProvider, DateTimeStyles styles)',
      (input, format, provider: unknown, styles, _types, { world }) =>
        readDateTimeOffsetExact(input, [format], providerCulture(provider), styles, world),
      'DateTimeOffset.ParseExact("2024", "yyyy", null, System.Globalization.DateTimeStyles.None).Year // 2024',
    ),
    member(
      'static DateTimeOffset ParseExact(string input, string[] formats, IFormatProvider? formatProvider, DateTimeStyles styles)',
      (input, formats, provider: unknown, styles, _types, { world }) =>
        readDateTimeOffsetExact(input, textsIn(formats), providerCulture(provider), styles, world),
      'DateTimeOffset.ParseExact("2024", new[] { "yyyy" }, null, System.Globalization.DateTimeStyles.None).Year // 2024',
    ),
    member(
      'static bool TryParseExact(string? input, string? format, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result)',
      (input, format, provider: unknown, styles, result, _types, { world }) =>
        give(
          result,
          input === null || format === null
            ? undefined
            : tryReadDateTimeOffsetExact(input, [format], providerCulture(provider), styles, world),
        ),
      'DateTimeOffset.TryParseExact("x", "yyyy", null, System.Globalization.DateTimeStyles.None, out var date) // false',
    ),
    member(
      'int CompareTo(DateTimeOffset other)',
      compare,
      'DateTimeOffset.MinValue.CompareTo(DateTimeOffset.MaxValue) // -1',
    ),
    member(
      'static int Compare(DateTimeOffset first, DateTimeOffset second)',
      compare,
      'DateTimeOffset.Compare(DateTimeOffset.MaxValue, DateTimeOffset.MinValue) // 1',
    ),
    member(
      'bool Equals(DateTimeOffset other)',
      (self, other) => self.utcTicks === other.utcTicks,
      'DateTimeOffset.MinValue.Equals(DateTimeOffset.MinValue) // true',
    ),
    member(
      'bool EqualsExact(DateTimeOffset other)',
      (self, other) =>
        self.utcTicks === other.utcTicks && self.offsetMinutes === other.offsetMinutes,
      'DateTimeOffset.UnixEpoch.EqualsExact(DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(1))) // false',
    ),
    member(
      'static bool Equals(DateTimeOffset first, DateTimeOffset second)',
      (first, second) => first.utcTicks === second.utcTicks,
      'DateTimeOffset.Equals(DateTimeOffset.MinValue, DateTimeOffset.MaxValue) // false',
    ),
    member(
      'static implicit operator DateTimeOffset(DateTime dateTime)',
      (dateTime) => DateTimeOffset.of(dateTime, 0),
      '((DateTimeOffset)new DateTime(2024, 1, 2)).Day // 2',
    ),
    member(
      'static DateTimeOffset operator +(DateTimeOffset dateTimeOffset, TimeSpan timeSpan)',
      (value, timeSpan) => value.with(value.clock.addTicks(timeSpan.ticks)),
      '(DateTimeOffset.UnixEpoch + TimeSpan.FromDays(1)).Day // 2',
    ),
    member(
      'static DateTimeOffset operator -(DateTimeOffset dateTimeOffset, TimeSpan timeSpan)',
      (value, timeSpan) => value.with(value.clock.addTicks(-timeSpan.ticks)),
      '(DateTimeOffset.UnixEpoch - TimeSpan.FromDays(1)).Day // 31',
    ),
    member(
      'static TimeSpan operator -(DateTimeOffset left, DateTimeOffset right)',
      (left, right) => new TimeSpan(left.utcTicks - right.utcTicks),
      '(DateTimeOffset.UnixEpoch.AddDays(1) - DateTimeOffset.UnixEpoch).TotalDays // 1d',
    ),
    member(
      'static bool operator ==(DateTimeOffset left, DateTimeOffset right)',
      (left, right) => left.utcTicks === right.utcTicks,
      'DateTimeOffset.MinValue == DateTimeOffset.MinValue // true',
    ),
    member(
      'static bool operator !=(DateTimeOffset left, DateTimeOffset right)',
      (left, right) => left.utcTicks !== right.utcTicks,
      'DateTimeOffset.MinValue != DateTimeOffset.MinValue // false',
    ),
    member(
      'static bool operator <(DateTimeOffset left, DateTimeOffset right)',
      (left, right) => left.utcTicks < right.utcTicks,
      'DateTimeOffset.MinValue < DateTimeOffset.MaxValue // true',
    ),
    member(
      'static bool operator <=(DateTimeOffset left, DateTimeOffset right)',
      (left, right) => left.utcTicks <= right.utcTicks,
      'DateTimeOffset.MinValue <= DateTimeOffset.MaxValue // true',
    ),
    member(
      'static bool operator >(DateTimeOffset left, DateTimeOffset right)',
      (left, right) => left.utcTicks > right.utcTicks,
      'DateTimeOffset.MinValue > DateTimeOffset.MaxValue // false',
    ),
    member(
      'static bool operator >=(DateTimeOffset left, DateTimeOffset right)',
      (left, right) => left.utcTicks >= right.utcTicks,
      'DateTimeOffset.MinValue >= DateTimeOffset.MaxValue // false',
    ),
  ],
});

function compare(a: DateTimeOffset, b: DateTimeOffset): number {
  return a.utcTicks < b.utcTicks ? -1 : a.utcTicks > b.utcTicks ? 1 : 0;
}

/** Looked at in front of everything else. @throws ArgumentException, ArgumentOutOfRangeException */
function minutesOf({ ticks }: TimeSpan): number {
  const minutes = Number(ticks) / Number(ticksPerMinute);
  DateTimeOffset.checkOffset(minutes);
  return minutes;
}

/** A time in UTC or local time knows its offset, which is zero here. */
function ofDateTime(dateTime: DateTime, offset: TimeSpan): DateTimeOffset {
  if (dateTime.kind !== kinds.unspecified && offset.ticks !== 0n) {
    throw new ArgumentException('The UTC Offset for Utc DateTime instances must be 0.', 'offset');
  }
  return DateTimeOffset.of(dateTime, minutesOf(offset));
}

function floorDivide(value: bigint, by: bigint): bigint {
  return value >= 0n || value % by === 0n ? value / by : value / by - 1n;
}

function fromUnix(
  value: bigint,
  ticksPerUnit: bigint,
  name: string,
  min: bigint,
  max: bigint,
): DateTimeOffset {
  if (value < min || value > max) {
    throw new ArgumentOutOfRangeException(
      name,
      `Valid values are between ${min} and ${max}, inclusive.`,
    );
  }
  return DateTimeOffset.ofUtcTicks(unixEpochTicks + value * ticksPerUnit);
}

function give(result: Ref, value: DateTimeOffset | undefined): boolean {
  result.value = value ?? DateTimeOffset.minValue;
  return value !== undefined;
}

function textsIn(formats: NetArray): (string | null)[] {
  return [...formats] as (string | null)[];
}
