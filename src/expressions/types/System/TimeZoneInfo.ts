import { windowsIds } from '../../../lib/dotnet-time/windowsZones.ts';
import { writeZone } from '../../../lib/dotnet-time/zoneText.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { AdjustmentRule, spanOfMinutes } from '../../runtime/AdjustmentRule.ts';
import { NetList } from '../../runtime/collections/NetList.ts';
import { NetReadOnlyCollection } from '../../runtime/collections/NetReadOnlyCollection.ts';
import { kinds } from '../../runtime/DateTime.ts';
import type { DateTime } from '../../runtime/DateTime.ts';
import { owed } from '../../runtime/Environment.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { TimeZoneInfo } from '../../runtime/TimeZoneInfo.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { timeZoneConversions } from './timeZoneConversions.ts';
import { customZone, timeZoneCreation } from './timeZoneCreation.ts';
import { SystemTimeZoneInfoAdjustmentRule } from './TimeZoneInfoAdjustmentRule.ts';
import { SystemTimeSpan } from './TimeSpan.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TimeZoneInfo: TimeZoneInfo;
  }
}

const member = membersOf<TimeZoneInfo>();

const berlin = 'TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")';
const pacific = 'TimeZoneInfo.FindSystemTimeZoneById("Pacific Standard Time")';

/**
 * https://learn.microsoft.com/dotnet/api/system.timezoneinfo. Zones are found by their Windows and by
 * their IANA names; local time is UTC, as on Azure's gateways.
 */
export const SystemTimeZoneInfo: TypeDefinition = defineType({
  name: 'System.TimeZoneInfo',
  kind: 'class',
  implements: ['IEquatable<TimeZoneInfo>'],
  represents: TimeZoneInfo,
  behaviour: {
    text: ({ zone }: TimeZoneInfo, _format, _culture) => zone.displayName,
    equals: (value: TimeZoneInfo, other) => other instanceof TimeZoneInfo && value.equals(other),
    key: keyOf,
  },
  members: [
    member(
      'static TimeZoneInfo Utc { get; }',
      () => TimeZoneInfo.utc,
      'TimeZoneInfo.Utc.Id // "UTC"',
    ),
    member(
      'static TimeZoneInfo Local { get; }',
      () => TimeZoneInfo.local,
      'TimeZoneInfo.Local.Id // "UTC"',
    ),
    member('string Id { get; }', (self) => self.id, `${berlin}.Id // "Europe/Berlin"`),
    member(
      'bool HasIanaId { get; }',
      (self) => self.hasIanaId,
      `${berlin}.HasIanaId // true`,
      `${pacific}.HasIanaId // false`,
    ),
    member(
      'string DisplayName { get; }',
      ({ zone }) => zone.displayName,
      'TimeZoneInfo.Utc.DisplayName // "(UTC) Coordinated Universal Time"',
      `${pacific}.DisplayName // "(UTC-08:00) Pacific Time (Los Angeles)"`,
    ),
    member(
      'string StandardName { get; }',
      ({ zone }) => zone.standardName,
      `${pacific}.StandardName // "Pacific Standard Time"`,
      `${berlin}.StandardName // "W. Europe Standard Time"`,
      'TimeZoneInfo.FindSystemTimeZoneById("Israel Standard Time").StandardName // "Jerusalem Standard Time"',
    ),
    member(
      'string DaylightName { get; }',
      (self) => self.daylightName,
      `${pacific}.DaylightName // "Pacific Daylight Time"`,
    ),
    member(
      'TimeSpan BaseUtcOffset { get; }',
      ({ zone }) => spanOfMinutes(zone.baseUtcOffset),
      'TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time").BaseUtcOffset.Hours // 1',
    ),
    member(
      'bool SupportsDaylightSavingTime { get; }',
      (self) => self.hasDaylight,
      `${berlin}.SupportsDaylightSavingTime // true`,
      'TimeZoneInfo.Utc.SupportsDaylightSavingTime // false',
    ),
    member(
      'System.TimeZoneInfo.AdjustmentRule[] GetAdjustmentRules()',
      rulesOf,
      `${pacific}.GetAdjustmentRules()[0].DateEnd // new DateTime(2006, 12, 31)`,
      `${pacific}.GetAdjustmentRules()[1].DaylightTransitionStart.Week // 2`,
      'TimeZoneInfo.Utc.GetAdjustmentRules().Length // 0',
    ),
    member(
      'static System.Collections.ObjectModel.ReadOnlyCollection<TimeZoneInfo> GetSystemTimeZones()',
      (_types, environment) => systemZones(environment),
      'TimeZoneInfo.GetSystemTimeZones().Any(zone => zone.Id == "Tokyo Standard Time") // true',
      'TimeZoneInfo.GetSystemTimeZones()[0].BaseUtcOffset.Hours // -12',
    ),
    member(
      'static void ClearCachedData()',
      // What is remembered of zones comes with the runtime and never changes.
      () => undefined,
      '((Func<string>)(() => { TimeZoneInfo.ClearCachedData(); return TimeZoneInfo.Local.Id; }))() // "UTC"',
    ),
    member(
      'TimeSpan GetUtcOffset(DateTime dateTime)',
      (self, dateTime) =>
        spanOfMinutes(
          isMoment(self, dateTime)
            ? self.offsetAtUtc(dateTime.ticks)
            : self.offsetAtClock(dateTime.ticks),
        ),
      `${berlin}.GetUtcOffset(new DateTime(2024, 7, 1)).Hours // 2`,
      `${berlin}.GetUtcOffset(new DateTime(2024, 3, 31, 1, 0, 0, DateTimeKind.Utc)).Hours // 2`,
    ),
    member(
      'TimeSpan GetUtcOffset(DateTimeOffset dateTimeOffset)',
      (self, value) => spanOfMinutes(self.offsetAtUtc(value.utcTicks)),
      `${berlin}.GetUtcOffset(DateTimeOffset.UnixEpoch).Hours // 1`,
    ),
    member(
      'bool IsDaylightSavingTime(DateTime dateTime)',
      (self, dateTime) =>
        isMoment(self, dateTime)
          ? self.isDaylightAtUtc(dateTime.ticks)
          : self.isDaylightAtClock(dateTime.ticks),
      `${berlin}.IsDaylightSavingTime(new DateTime(2024, 7, 1)) // true`,
      'TimeZoneInfo.FindSystemTimeZoneById("AUS Eastern Standard Time").IsDaylightSavingTime(new DateTime(2024, 7, 1)) // false',
    ),
    member(
      'bool IsDaylightSavingTime(DateTimeOffset dateTimeOffset)',
      (self, value) => self.isDaylightAtUtc(value.utcTicks),
      `${berlin}.IsDaylightSavingTime(DateTimeOffset.UnixEpoch) // false`,
    ),
    member(
      'bool IsInvalidTime(DateTime dateTime)',
      (self, { ticks, kind }) =>
        (kind === kinds.unspecified || (kind === kinds.local && self.kind === kind)) &&
        self.isInvalid(ticks),
      `${berlin}.IsInvalidTime(new DateTime(2024, 3, 31, 2, 30, 0)) // true`,
      `${berlin}.IsInvalidTime(new DateTime(2024, 3, 31, 2, 30, 0, DateTimeKind.Utc)) // false`,
    ),
    member(
      'bool IsAmbiguousTime(DateTime dateTime)',
      (self, dateTime) => self.ambiguousOffsets(self.clockOf(dateTime)) !== undefined,
      `${berlin}.IsAmbiguousTime(new DateTime(2024, 10, 27, 2, 30, 0)) // true`,
      `${berlin}.IsAmbiguousTime(new DateTime(2024, 10, 27, 2, 30, 0, DateTimeKind.Utc)) // false`,
    ),
    member(
      'bool IsAmbiguousTime(DateTimeOffset dateTimeOffset)',
      (self, value) => self.ambiguousOffsets(self.fromUtc(value.utcTicks).ticks) !== undefined,
      `${berlin}.IsAmbiguousTime(new DateTimeOffset(2024, 10, 27, 0, 30, 0, TimeSpan.Zero)) // true`,
    ),
    member(
      'TimeSpan[] GetAmbiguousTimeOffsets(DateTime dateTime)',
      (self, dateTime) => offsetsAt(self, self.clockOf(dateTime), 'dateTime', 'DateTime'),
      `${berlin}.GetAmbiguousTimeOffsets(new DateTime(2024, 10, 27, 2, 30, 0))[1].Hours // 2`,
      `${berlin}.GetAmbiguousTimeOffsets(new DateTime(2024, 7, 1)) // throws System.ArgumentException`,
    ),
    member(
      'TimeSpan[] GetAmbiguousTimeOffsets(DateTimeOffset dateTimeOffset)',
      (self, value) =>
        offsetsAt(self, self.fromUtc(value.utcTicks).ticks, 'dateTimeOffset', 'DateTimeOffset'),
      `${berlin}.GetAmbiguousTimeOffsets(new DateTimeOffset(2024, 10, 27, 0, 30, 0, TimeSpan.Zero))[0].Hours // 1`,
    ),
    member(
      'bool HasSameRules(TimeZoneInfo other)',
      (self, other) => self.hasSameRules(other),
      'TimeZoneInfo.Utc.HasSameRules(TimeZoneInfo.Local) // true',
      `${berlin}.HasSameRules(TimeZoneInfo.FindSystemTimeZoneById("Romance Standard Time")) // true`,
    ),
    member(
      'bool Equals(TimeZoneInfo? other)',
      (self, other) => other !== null && self.equals(other),
      'TimeZoneInfo.Utc.Equals(TimeZoneInfo.Local) // true',
      `${berlin}.Equals(TimeZoneInfo.FindSystemTimeZoneById("Romance Standard Time")) // false`,
      `${customZone}.Equals(${customZone}) // true`,
    ),
    ...timeZoneConversions,
    ...timeZoneCreation,
  ],
});

/** Whether a time says what moment it is, for a zone that is not of its kind itself. */
function isMoment(zone: TimeZoneInfo, { kind }: DateTime): boolean {
  return kind !== kinds.unspecified && kind !== zone.kind;
}

function rulesOf(
  { adjustmentRules }: TimeZoneInfo,
  _types: readonly NetType[],
  environment: Environment,
): NetArray {
  environment.spend(adjustmentRules.length);
  return newArray(
    SystemTimeZoneInfoAdjustmentRule.construct(),
    adjustmentRules.map((rule) => new AdjustmentRule(rule)),
  );
}

/** @throws ArgumentException for a time that comes but once */
function offsetsAt(zone: TimeZoneInfo, clock: bigint, paramName: string, type: string): NetArray {
  const offsets = zone.ambiguousOffsets(clock);
  if (!offsets) {
    throw new ArgumentException(
      `The supplied ${type} is not in an ambiguous time range.`,
      paramName,
    );
  }
  return newArray(SystemTimeSpan.construct(), offsets.map(spanOfMinutes));
}

/** Windows' zones, as Windows sorts them. */
function systemZones(environment: Environment): NetReadOnlyCollection {
  environment.spend(windowsIds().length);
  const zones = windowsIds().map((id) => TimeZoneInfo.find(id));
  zones.sort(
    ({ zone: one }, { zone: other }) =>
      one.baseUtcOffset - other.baseUtcOffset || (one.displayName < other.displayName ? -1 : 1),
  );
  const type = SystemTimeZoneInfo.construct();
  return new NetReadOnlyCollection(type, new NetList(type, zones));
}

/** Zones are equal when their names (but for case) and rules are. */
function keyOf({ id, zone, hasDaylight }: TimeZoneInfo): string {
  const { baseUtcOffset, adjustmentRules } = zone;
  owed.steps += 8 * adjustmentRules.length;
  const names = { displayName: '', standardName: '', daylightName: '' };
  const text = writeZone({ id: id.toLowerCase(), baseUtcOffset, adjustmentRules, ...names });
  return `${hasDaylight} ${text}`;
}
