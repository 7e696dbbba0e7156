import { defineType, membersOf } from '../../declare/defineType.ts';
import { AdjustmentRule } from '../../runtime/AdjustmentRule.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { firstOfMay, lastSundayOfMarch } from './TimeZoneInfoTransitionTime.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    'System.TimeZoneInfo.AdjustmentRule': AdjustmentRule;
  }
}

const member = membersOf<AdjustmentRule>();

const create = 'TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule';
const year = 'new DateTime(2024, 1, 1), new DateTime(2024, 12, 31)';
const hour = 'TimeSpan.FromHours(1)';

/** Of the year 2024, as C# writes it; declarations show it. */
export const ruleOf2024 = `${create}(${year}, ${hour}, ${lastSundayOfMarch}, ${firstOfMay})`;

/** https://learn.microsoft.com/dotnet/api/system.timezoneinfo.adjustmentrule */
export const SystemTimeZoneInfoAdjustmentRule = defineType({
  name: 'System.TimeZoneInfo.AdjustmentRule',
  kind: 'class',
  implements: ['IEquatable<System.TimeZoneInfo.AdjustmentRule>'],
  represents: AdjustmentRule,
  behaviour: {
    equals: (value: AdjustmentRule, other) =>
      other instanceof AdjustmentRule && value.equals(other),
    key: keyOf,
  },
  members: [
    member(
      'static System.TimeZoneInfo.AdjustmentRule CreateAdjustmentRule(DateTime dateStart, DateTime dateEnd, TimeSpan daylightDelta, System.TimeZoneInfo.TransitionTime daylightTransitionStart, System.TimeZoneInfo.TransitionTime daylightTransitionEnd)',
      (dateStart, dateEnd, delta, start, end) =>
        AdjustmentRule.of(dateStart, dateEnd, delta, start, end, TimeSpan.zero),
      `${ruleOf2024}.DaylightDelta // ${hour}`,
      `${create}(${year}, ${hour}, ${firstOfMay}, ${firstOfMay}) // throws System.ArgumentException`,
      `${create}(${year}, TimeSpan.FromHours(15), ${lastSundayOfMarch}, ${firstOfMay}) // throws System.ArgumentOutOfRangeException`,
    ),
    member(
      'static System.TimeZoneInfo.AdjustmentRule CreateAdjustmentRule(DateTime dateStart, DateTime dateEnd, TimeSpan daylightDelta, System.TimeZoneInfo.TransitionTime daylightTransitionStart, System.TimeZoneInfo.TransitionTime daylightTransitionEnd, TimeSpan baseUtcOffsetDelta)',
      (dateStart, dateEnd, delta, start, end, baseDelta) =>
        AdjustmentRule.of(dateStart, dateEnd, delta, start, end, baseDelta),
      `${create}(${year}, ${hour}, ${lastSundayOfMarch}, ${firstOfMay}, TimeSpan.FromMinutes(30)).BaseUtcOffsetDelta // TimeSpan.FromMinutes(30)`,
    ),
    member(
      'DateTime DateStart { get; }',
      (self) => self.dateStart,
      `${ruleOf2024}.DateStart // new DateTime(2024, 1, 1)`,
    ),
    member(
      'DateTime DateEnd { get; }',
      (self) => self.dateEnd,
      `${ruleOf2024}.DateEnd // new DateTime(2024, 12, 31)`,
    ),
    member(
      'TimeSpan DaylightDelta { get; }',
      (self) => self.daylightDelta,
      `${ruleOf2024}.DaylightDelta // ${hour}`,
    ),
    member(
      'System.TimeZoneInfo.TransitionTime DaylightTransitionStart { get; }',
      (self) => self.daylightTransitionStart,
      `${ruleOf2024}.DaylightTransitionStart.Month // 3`,
    ),
    member(
      'System.TimeZoneInfo.TransitionTime DaylightTransitionEnd { get; }',
      (self) => self.daylightTransitionEnd,
      `${ruleOf2024}.DaylightTransitionEnd.Month // 5`,
    ),
    member(
      'TimeSpan BaseUtcOffsetDelta { get; }',
      (self) => self.baseUtcOffsetDelta,
      `${ruleOf2024}.BaseUtcOffsetDelta // TimeSpan.Zero`,
    ),
    member(
      'bool Equals(System.TimeZoneInfo.AdjustmentRule? other)',
      (self, other) => other !== null && self.equals(other),
      `${ruleOf2024}.Equals(${ruleOf2024}) // true`,
      `${ruleOf2024}.Equals(null) // false`,
    ),
  ],
});

/** Rules that differ may share the day that they start; the rest of them tells them apart. */
function keyOf(rule: AdjustmentRule): string {
  return JSON.stringify(rule.rule, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
