/** How zones are found, made, written and read: members of System.TimeZoneInfo. */
import { ianaOfWindows, windowsOfIana } from '../../../lib/dotnet-time/windowsZones.ts';
import { writeZone } from '../../../lib/dotnet-time/zoneText.ts';
import { membersOf } from '../../declare/defineType.ts';
import { AdjustmentRule } from '../../runtime/AdjustmentRule.ts';
import { createZone, zoneOfText } from '../../runtime/createZone.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { TimeZoneInfo } from '../../runtime/TimeZoneInfo.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { ruleOf2024 } from './TimeZoneInfoAdjustmentRule.ts';

const member = membersOf<TimeZoneInfo>();

const hour = 'TimeSpan.FromHours(1)';

/** A zone with the rule of 2024, as C# writes it; declarations show it. */
export const customZone = `TimeZoneInfo.CreateCustomTimeZone("Sherwood", ${hour}, "Sherwood", "Sherwood Time", "Sherwood Summer", new[] { ${ruleOf2024} })`;

export const timeZoneCreation = [
  member(
    'static TimeZoneInfo FindSystemTimeZoneById(string id)',
    (id) => TimeZoneInfo.find(id),
    'TimeZoneInfo.FindSystemTimeZoneById("Tokyo Standard Time").Id // "Tokyo Standard Time"',
    'TimeZoneInfo.FindSystemTimeZoneById("Nowhere") // throws System.TimeZoneNotFoundException',
    'TimeZoneInfo.FindSystemTimeZoneById("+01:00") // throws System.TimeZoneNotFoundException',
  ),
  member(
    'static bool TryFindSystemTimeZoneById(string id, out TimeZoneInfo? timeZoneInfo)',
    (id, timeZoneInfo: Ref) => {
      const zone = TimeZoneInfo.tryFind(id);
      timeZoneInfo.value = zone ?? null;
      return zone !== undefined;
    },
    'TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Tokyo", out var zone) // true',
    'TimeZoneInfo.TryFindSystemTimeZoneById("Nowhere", out var zone) // false',
  ),
  member(
    'static bool TryConvertIanaIdToWindowsId(string ianaId, out string? windowsId)',
    (ianaId, windowsId: Ref) => {
      const id = windowsOfIana(ianaId);
      windowsId.value = id ?? null;
      return id !== undefined;
    },
    'TimeZoneInfo.TryConvertIanaIdToWindowsId("Europe/Amsterdam", out var id) ? id : "" // "W. Europe Standard Time"',
    'TimeZoneInfo.TryConvertIanaIdToWindowsId("Tokyo Standard Time", out var id) // false',
  ),
  member(
    'static bool TryConvertWindowsIdToIanaId(string windowsId, out string? ianaId)',
    (windowsId, ianaId: Ref) => toIana(windowsId, null, ianaId),
    'TimeZoneInfo.TryConvertWindowsIdToIanaId("Tokyo Standard Time", out var id) ? id : "" // "Asia/Tokyo"',
    'TimeZoneInfo.TryConvertWindowsIdToIanaId("Asia/Tokyo", out var id) // false',
  ),
  member(
    'static bool TryConvertWindowsIdToIanaId(string windowsId, string? region, out string? ianaId)',
    toIana,
    'TimeZoneInfo.TryConvertWindowsIdToIanaId("W. Europe Standard Time", "NL", out var id) ? id : "" // "Europe/Amsterdam"',
    'TimeZoneInfo.TryConvertWindowsIdToIanaId("W. Europe Standard Time", null, out var id) ? id : "" // "Europe/Berlin"',
  ),
  member(
    'static TimeZoneInfo CreateCustomTimeZone(string id, TimeSpan baseUtcOffset, string? displayName, string? standardDisplayName)',
    (id, offset, displayName, standardName) =>
      createZone(id, offset, { displayName, standardName, daylightName: standardName }, []),
    `TimeZoneInfo.CreateCustomTimeZone("Camelot", ${hour}, "Camelot Time", "Camelot").GetUtcOffset(new DateTime(2024, 7, 1)) // ${hour}`,
    'TimeZoneInfo.CreateCustomTimeZone("", TimeSpan.Zero, "", "") // throws System.ArgumentException',
    'TimeZoneInfo.CreateCustomTimeZone("Far", TimeSpan.FromHours(15), "", "") // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static TimeZoneInfo CreateCustomTimeZone(string id, TimeSpan baseUtcOffset, string? displayName, string? standardDisplayName, string? daylightDisplayName, System.TimeZoneInfo.AdjustmentRule[]? adjustmentRules)',
    (
      id,
      offset,
      displayName,
      standardName,
      daylightName,
      rules: NetArray | null,
      _types,
      environment,
    ) =>
      createZone(
        id,
        offset,
        { displayName, standardName, daylightName },
        rulesIn(rules, environment),
      ),
    `${customZone}.GetUtcOffset(new DateTime(2024, 4, 15)).Hours // 2`,
    `${customZone}.GetUtcOffset(new DateTime(2025, 4, 15)).Hours // 1`,
    `TimeZoneInfo.CreateCustomTimeZone("Twice", ${hour}, "", "", "", new[] { ${ruleOf2024}, ${ruleOf2024} }) // throws System.InvalidTimeZoneException`,
  ),
  member(
    'static TimeZoneInfo CreateCustomTimeZone(string id, TimeSpan baseUtcOffset, string? displayName, string? standardDisplayName, string? daylightDisplayName, System.TimeZoneInfo.AdjustmentRule[]? adjustmentRules, bool disableDaylightSavingTime)',
    (
      id,
      offset,
      displayName,
      standardName,
      daylightName,
      rules: NetArray | null,
      isDisabled,
      _types,
      environment,
    ) =>
      createZone(
        id,
        offset,
        { displayName, standardName, daylightName },
        rulesIn(rules, environment),
        isDisabled,
      ),
    `TimeZoneInfo.CreateCustomTimeZone("Never", ${hour}, "", "", "Summer", new[] { ${ruleOf2024} }, true).SupportsDaylightSavingTime // false`,
  ),
  member(
    'string ToSerializedString()',
    serialize,
    `${customZone}.ToSerializedString() // "Sherwood;60;Sherwood;Sherwood Time;Sherwood Summer;[01:01:2024;12:31:2024;60;[0;02:00:00;3;5;0;];[1;02:00:00;5;1;];];"`,
  ),
  member(
    'static TimeZoneInfo FromSerializedString(string source)',
    (source, _types, environment) => {
      environment.spend(1 + (source.length >> 2));
      return zoneOfText(source);
    },
    `TimeZoneInfo.FromSerializedString(${customZone}.ToSerializedString()).Equals(${customZone}) // true`,
    'TimeZoneInfo.FromSerializedString(TimeZoneInfo.FindSystemTimeZoneById("Samoa Standard Time").ToSerializedString()).GetUtcOffset(new DateTime(2011, 12, 1)).Hours // -10',
    'TimeZoneInfo.FromSerializedString("Sherwood") // throws System.Runtime.Serialization.SerializationException',
  ),
];

function toIana(windowsId: string, region: string | null, ianaId: Ref): boolean {
  const id = ianaOfWindows(windowsId, region ?? undefined);
  ianaId.value = id ?? null;
  return id !== undefined;
}

function rulesIn(
  rules: NetArray | null,
  environment: Environment,
): readonly (AdjustmentRule | null)[] {
  environment.spend(rules?.length ?? 0);
  return [...(rules ?? [])].map((rule) => (rule instanceof AdjustmentRule ? rule : null));
}

/** Letters that the text of a rule has at least. */
const leastRule = 60;

function serialize(
  { id, zone, daylightName }: TimeZoneInfo,
  _types: readonly NetType[],
  environment: Environment,
): string {
  const { baseUtcOffset, adjustmentRules, displayName, standardName } = zone;
  const names = { id, displayName, standardName, daylightName };
  const letters = Object.values(names).reduce((sum, name) => sum + name.length, 0);
  environment.allowLength(letters + adjustmentRules.length * leastRule);
  environment.spend(8 * adjustmentRules.length);
  const text = writeZone({ ...names, baseUtcOffset, adjustmentRules });
  environment.allowLength(text.length);
  return text;
}
