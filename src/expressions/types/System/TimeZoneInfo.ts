import { ticksOfUnixMilliseconds, ticksPerMinute } from '../../../lib/dotnet-time/ticks.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { kinds } from '../../runtime/DateTime.ts';
import type { DateTime } from '../../runtime/DateTime.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { TimeZone } from '../../runtime/TimeZone.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TimeZoneInfo: TimeZone;
  }
}

const member = membersOf<TimeZone>();

/**
 * https://learn.microsoft.com/dotnet/api/system.timezoneinfo. Zones are found by their Windows and by
 * their IANA names; local time is UTC, as on Azure's gateways.
 */
export const SystemTimeZoneInfo = defineType({
  name: 'System.TimeZoneInfo',
  kind: 'class',
  implements: ['IEquatable<TimeZoneInfo>'],
  represents: TimeZone,
  behaviour: {
    text: (value: TimeZone, _format, _culture) => value.id,
    equals: (value: TimeZone, other) => other instanceof TimeZone && value.equals(other),
    key: (value: TimeZone) => value.id.toLowerCase(),
  },
  members: [
    member('static TimeZoneInfo Utc { get; }', () => TimeZone.utc, 'TimeZoneInfo.Utc.Id // "UTC"'),
    member(
      'static TimeZoneInfo Local { get; }',
      () => TimeZone.utc,
      'TimeZoneInfo.Local.Id // "UTC"',
    ),
    member(
      'string Id { get; }',
      (self) => self.id,
      'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").Id // "Europe/Berlin"',
    ),
    member(
      'string StandardName { get; }',
      (self) => self.id,
      'TimeZoneInfo.FindSystemTimeZoneById("Eastern Standard Time").StandardName // "Eastern Standard Time"',
    ),
    member(
      'string DaylightName { get; }',
      (self) => self.id.replace('Standard', 'Daylight'),
      'TimeZoneInfo.FindSystemTimeZoneById("Eastern Standard Time").DaylightName // "Eastern Daylight Time"',
    ),
    member(
      'TimeSpan BaseUtcOffset { get; }',
      (self, _types, environment) => spanOf(self.standardOffset(nowTicks(environment))),
      'TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time").BaseUtcOffset.Hours // 1',
    ),
    member(
      'bool SupportsDaylightSavingTime { get; }',
      (self, _types, environment) => self.hasDaylight(nowTicks(environment)),
      'TimeZoneInfo.Utc.SupportsDaylightSavingTime // false',
    ),
    member(
      'static TimeZoneInfo FindSystemTimeZoneById(string id)',
      (id) => TimeZone.find(id),
      'TimeZoneInfo.FindSystemTimeZoneById("Tokyo Standard Time").Id // "Tokyo Standard Time"',
      'TimeZoneInfo.FindSystemTimeZoneById("Nowhere") // throws System.TimeZoneNotFoundException',
    ),
    member(
      'TimeSpan GetUtcOffset(DateTime dateTime)',
      (self, dateTime) => spanOf(offsetAt(self, dateTime)),
      'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(new DateTime(2024, 7, 1)).Hours // 2',
    ),
    member(
      'TimeSpan GetUtcOffset(DateTimeOffset dateTimeOffset)',
      (self, value) => spanOf(self.offsetAtUtc(value.utcTicks)),
      'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(DateTimeOffset.UnixEpoch).Hours // 1',
    ),
    member(
      'bool IsDaylightSavingTime(DateTime dateTime)',
      (self, dateTime) => offsetAt(self, dateTime) !== self.standardOffset(dateTime.ticks),
      'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").IsDaylightSavingTime(new DateTime(2024, 7, 1)) // true',
    ),
    member(
      'bool IsDaylightSavingTime(DateTimeOffset dateTimeOffset)',
      (self, value) => self.offsetAtUtc(value.utcTicks) !== self.standardOffset(value.utcTicks),
      'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").IsDaylightSavingTime(DateTimeOffset.UnixEpoch) // false',
    ),
    member(
      'bool IsInvalidTime(DateTime dateTime)',
      (self, dateTime) => self.isInvalid(dateTime.ticks),
      'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").IsInvalidTime(new DateTime(2024, 3, 31, 2, 30, 0)) // true',
    ),
    member(
      'bool IsAmbiguousTime(DateTime dateTime)',
      (self, dateTime) => self.isAmbiguous(dateTime.ticks),
      'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").IsAmbiguousTime(new DateTime(2024, 10, 27, 2, 30, 0)) // true',
    ),
    member(
      'bool HasSameRules(TimeZoneInfo other)',
      (self, other) => self.equals(other),
      'TimeZoneInfo.Utc.HasSameRules(TimeZoneInfo.Local) // true',
    ),
    member(
      'bool Equals(TimeZoneInfo? other)',
      (self, other: unknown) => other instanceof TimeZone && self.equals(other),
      'TimeZoneInfo.Utc.Equals(TimeZoneInfo.Local) // true',
    ),
    member(
      'static DateTime ConvertTimeToUtc(DateTime dateTime)',
      (dateTime) => dateTime.withKind(kinds.utc),
      'TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 1, 2)).Kind // DateTimeKind.Utc',
    ),
    member(
      'static DateTime ConvertTimeToUtc(DateTime dateTime, TimeZoneInfo sourceTimeZone)',
      (dateTime, source) => convert(dateTime, source, TimeZone.utc),
      'TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 7, 1, 12, 0, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Hour // 10',
      'TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 3, 31, 2, 30, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")) // throws System.ArgumentException',
    ),
    member(
      'static DateTime ConvertTimeFromUtc(DateTime dateTime, TimeZoneInfo destinationTimeZone)',
      fromUtc,
      'TimeZoneInfo.ConvertTimeFromUtc(new DateTime(2024, 7, 1, 10, 0, 0), TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time")).Hour // 12',
    ),
    member(
      'static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo destinationTimeZone)',
      (dateTime, destination) => destination.fromUtc(dateTime.ticks),
      'TimeZoneInfo.ConvertTime(new DateTime(2024, 7, 1), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).Hour // 9',
    ),
    member(
      'static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo sourceTimeZone, TimeZoneInfo destinationTimeZone)',
      convert,
      'TimeZoneInfo.ConvertTime(new DateTime(2024, 7, 1), TimeZoneInfo.Utc, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).Hour // 9',
    ),
    member(
      'static DateTimeOffset ConvertTime(DateTimeOffset dateTimeOffset, TimeZoneInfo destinationTimeZone)',
      (value, destination) =>
        DateTimeOffset.ofUtcTicks(value.utcTicks, destination.offsetAtUtc(value.utcTicks)),
      'TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).Hour // 9',
    ),
    member(
      'static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string destinationTimeZoneId)',
      (dateTime, id) => TimeZone.find(id).fromUtc(dateTime.ticks),
      'TimeZoneInfo.ConvertTimeBySystemTimeZoneId(new DateTime(2024, 7, 1), "Asia/Tokyo").Hour // 9',
    ),
    member(
      'static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)',
      (dateTime, source, destination) =>
        convert(dateTime, TimeZone.find(source), TimeZone.find(destination)),
      'TimeZoneInfo.ConvertTimeBySystemTimeZoneId(new DateTime(2024, 7, 1, 9, 0, 0), "Asia/Tokyo", "UTC").Hour // 0',
    ),
    member(
      'static DateTimeOffset ConvertTimeBySystemTimeZoneId(DateTimeOffset dateTimeOffset, string destinationTimeZoneId)',
      (value, id) =>
        DateTimeOffset.ofUtcTicks(value.utcTicks, TimeZone.find(id).offsetAtUtc(value.utcTicks)),
      'TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UnixEpoch, "Asia/Tokyo").Hour // 9',
    ),
  ],
});

function nowTicks({ world }: Environment): bigint {
  return ticksOfUnixMilliseconds(world.now());
}

function spanOf(minutes: number): TimeSpan {
  return new TimeSpan(BigInt(minutes) * ticksPerMinute);
}

/** A time in UTC or local time is a moment; an unspecified one is what the zone's clocks show. */
function offsetAt(zone: TimeZone, { ticks, kind }: DateTime): number {
  return kind === kinds.unspecified ? zone.offsetAtClock(ticks) : zone.offsetAtUtc(ticks);
}

function convert(dateTime: DateTime, source: TimeZone, destination: TimeZone): DateTime {
  if (dateTime.kind !== kinds.unspecified && !source.isUtc) {
    throw new ArgumentException(
      'The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly. For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.',
      'sourceTimeZone',
    );
  }
  return destination.fromUtc(source.toUtcTicks(dateTime.ticks, 'dateTime'));
}

function fromUtc(dateTime: DateTime, destination: TimeZone): DateTime {
  if (dateTime.kind === kinds.local && !destination.isUtc) {
    throw new ArgumentException(
      'The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly. For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.',
      'sourceTimeZone',
    );
  }
  return destination.fromUtc(dateTime.ticks);
}
