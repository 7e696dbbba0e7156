/** How times are converted between zones: members of System.TimeZoneInfo. */
import { membersOf } from '../../declare/defineType.ts';
import { ticksPerMinute } from '../../../lib/dotnet-time/ticks.ts';
import { kinds } from '../../runtime/DateTime.ts';
import type { DateTime } from '../../runtime/DateTime.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { TimeZoneInfo } from '../../runtime/TimeZoneInfo.ts';

const member = membersOf<TimeZoneInfo>();

const berlin = 'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")';
const tokyo = 'TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")';

export const timeZoneConversions = [
  member(
    'static DateTime ConvertTimeToUtc(DateTime dateTime)',
    (dateTime) =>
      dateTime.kind === kinds.utc
        ? dateTime
        : convert(dateTime, TimeZoneInfo.local, TimeZoneInfo.utc),
    'TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 1, 2)).Kind // DateTimeKind.Utc',
  ),
  member(
    'static DateTime ConvertTimeToUtc(DateTime dateTime, TimeZoneInfo sourceTimeZone)',
    (dateTime, source) => convert(dateTime, source, TimeZoneInfo.utc),
    `TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 7, 1, 12, 0, 0), ${berlin}).Hour // 10`,
    `TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 3, 31, 2, 30, 0), ${berlin}) // throws System.ArgumentException`,
    `TimeZoneInfo.ConvertTimeToUtc(DateTime.UtcNow, ${berlin}) // throws System.ArgumentException`,
  ),
  member(
    'static DateTime ConvertTimeFromUtc(DateTime dateTime, TimeZoneInfo destinationTimeZone)',
    (dateTime, destination) => convert(dateTime, TimeZoneInfo.utc, destination),
    'TimeZoneInfo.ConvertTimeFromUtc(new DateTime(2024, 7, 1, 10, 0, 0), TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time")).Hour // 12',
    `TimeZoneInfo.ConvertTimeFromUtc(DateTime.MaxValue, ${tokyo}) // DateTime.MaxValue`,
    'TimeZoneInfo.ConvertTimeFromUtc(DateTime.Now, TimeZoneInfo.Utc) // throws System.ArgumentException',
  ),
  member(
    'static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo destinationTimeZone)',
    convertOwn,
    `TimeZoneInfo.ConvertTime(new DateTime(2024, 7, 1), ${tokyo}).Hour // 9`,
    'TimeZoneInfo.ConvertTime(DateTime.UtcNow, TimeZoneInfo.Local).Kind // DateTimeKind.Local',
  ),
  member(
    'static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo sourceTimeZone, TimeZoneInfo destinationTimeZone)',
    convert,
    `TimeZoneInfo.ConvertTime(new DateTime(2024, 7, 1), TimeZoneInfo.Utc, ${tokyo}).Hour // 9`,
  ),
  member(
    'static DateTimeOffset ConvertTime(DateTimeOffset dateTimeOffset, TimeZoneInfo destinationTimeZone)',
    (value, destination) => destination.offsetTimeFromUtc(value.utcTicks),
    `TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch, ${tokyo}).Hour // 9`,
    `TimeZoneInfo.ConvertTime(DateTimeOffset.MaxValue, ${tokyo}) // DateTimeOffset.MaxValue`,
  ),
  member(
    'static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string destinationTimeZoneId)',
    (dateTime, id) => convertOwn(dateTime, TimeZoneInfo.find(id)),
    'TimeZoneInfo.ConvertTimeBySystemTimeZoneId(new DateTime(2024, 7, 1), "Asia/Tokyo").Hour // 9',
  ),
  member(
    'static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)',
    (dateTime, sourceId, destinationId) => {
      // A local time is in the zone of this machine, which its name finds as another object.
      const isLocal = dateTime.kind === kinds.local && sourceId.toUpperCase() === 'UTC';
      const source = isLocal ? TimeZoneInfo.local : TimeZoneInfo.find(sourceId);
      return convert(dateTime, source, TimeZoneInfo.find(destinationId));
    },
    'TimeZoneInfo.ConvertTimeBySystemTimeZoneId(new DateTime(2024, 7, 1, 9, 0, 0), "Asia/Tokyo", "UTC").Hour // 0',
    'TimeZoneInfo.ConvertTimeBySystemTimeZoneId(new DateTime(2024, 7, 1, 9, 0, 0, DateTimeKind.Local), "UTC", "Asia/Tokyo").Hour // 18',
  ),
  member(
    'static DateTimeOffset ConvertTimeBySystemTimeZoneId(DateTimeOffset dateTimeOffset, string destinationTimeZoneId)',
    (value, id) => TimeZoneInfo.find(id).offsetTimeFromUtc(value.utcTicks),
    'TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UnixEpoch, "Asia/Tokyo").Hour // 9',
  ),
];

/** What does not say that it is UTC is local time. */
function convertOwn(dateTime: DateTime, destination: TimeZoneInfo): DateTime {
  const source = dateTime.kind === kinds.utc ? TimeZoneInfo.utc : TimeZoneInfo.local;
  return convert(dateTime, source, destination);
}

function convert(dateTime: DateTime, source: TimeZoneInfo, destination: TimeZoneInfo): DateTime {
  const { ticks, kind } = dateTime;
  if (kind !== kinds.unspecified && kind !== source.kind) {
    throw new ArgumentException(
      'The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly.  For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.',
      'sourceTimeZone',
    );
  }
  if (source.isInvalid(ticks)) {
    throw new ArgumentException(
      'The supplied DateTime represents an invalid time.  For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.',
      'dateTime',
    );
  }
  if (kind !== kinds.unspecified && kind === destination.kind) return dateTime;
  return destination.fromUtc(ticks - BigInt(source.offsetAtClock(ticks)) * ticksPerMinute);
}
