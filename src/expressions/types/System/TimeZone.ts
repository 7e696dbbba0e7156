import { defineType, membersOf } from '../../declare/defineType.ts';
import { kinds } from '../../runtime/DateTime.ts';
import { DaylightTime } from '../../runtime/DaylightTime.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { LocalTimeZone } from '../../runtime/LocalTimeZone.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { TimeZoneInfo } from '../../runtime/TimeZoneInfo.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TimeZone: LocalTimeZone;
  }
}

const member = membersOf<LocalTimeZone>();

const current = 'TimeZone.CurrentTimeZone';
const summer =
  'new DaylightTime(new DateTime(2024, 3, 31, 2, 0, 0), new DateTime(2024, 10, 27, 3, 0, 0), TimeSpan.FromHours(1))';

/**
 * https://learn.microsoft.com/dotnet/api/system.timezone. Its one object is the local zone, which is
 * UTC, as on Azure's gateways.
 */
export const SystemTimeZone = defineType({
  name: 'System.TimeZone',
  kind: 'class',
  represents: LocalTimeZone,
  behaviour: { text: () => 'System.CurrentSystemTimeZone' },
  members: [
    member(
      'static TimeZone CurrentTimeZone { get; }',
      () => LocalTimeZone.current,
      `${current}.GetUtcOffset(DateTime.Now) // TimeSpan.Zero`,
    ),
    member(
      'string StandardName { get; }',
      () => TimeZoneInfo.local.zone.standardName,
      `${current}.StandardName // "Coordinated Universal Time"`,
    ),
    member(
      'string DaylightName { get; }',
      () => TimeZoneInfo.local.daylightName,
      `${current}.DaylightName // "Coordinated Universal Time"`,
    ),
    member(
      'TimeSpan GetUtcOffset(DateTime time)',
      () => TimeSpan.zero,
      `${current}.GetUtcOffset(new DateTime(2024, 7, 1)) // TimeSpan.Zero`,
    ),
    member(
      'System.Globalization.DaylightTime GetDaylightChanges(int year)',
      (_, year) => {
        if (year < 1 || year > 9999) {
          throw new ArgumentOutOfRangeException(
            'year',
            'Valid values are between 1 and 9999, inclusive.',
          );
        }
        return DaylightTime.none;
      },
      `${current}.GetDaylightChanges(2024).Delta // TimeSpan.Zero`,
      `${current}.GetDaylightChanges(0) // throws System.ArgumentOutOfRangeException`,
    ),
    member(
      'bool IsDaylightSavingTime(DateTime time)',
      (_, time) => DaylightTime.none.includes(time),
      `${current}.IsDaylightSavingTime(new DateTime(2024, 7, 1)) // false`,
    ),
    member(
      'static bool IsDaylightSavingTime(DateTime time, System.Globalization.DaylightTime? daylightTimes)',
      (time, daylightTimes) => daylightTimes !== null && daylightTimes.includes(time),
      `TimeZone.IsDaylightSavingTime(new DateTime(2024, 7, 1), ${summer}) // true`,
      `TimeZone.IsDaylightSavingTime(new DateTime(2024, 10, 27, 2, 30, 0), ${summer}) // false`,
      'TimeZone.IsDaylightSavingTime(new DateTime(2024, 7, 1), null) // false',
    ),
    member(
      'DateTime ToLocalTime(DateTime time)',
      (_, time) => time.withKind(kinds.local),
      `${current}.ToLocalTime(new DateTime(2024, 7, 1)).Kind // DateTimeKind.Local`,
    ),
    member(
      'DateTime ToUniversalTime(DateTime time)',
      (_, time) => time.withKind(kinds.utc),
      `${current}.ToUniversalTime(new DateTime(2024, 7, 1)).Kind // DateTimeKind.Utc`,
    ),
  ],
});
