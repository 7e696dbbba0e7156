import { defineType, membersOf } from '../../declare/defineType.ts';
import { DateTime } from '../../runtime/DateTime.ts';
import { TransitionTime } from '../../runtime/TransitionTime.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    'System.TimeZoneInfo.TransitionTime': TransitionTime;
  }
}

const member = membersOf<TransitionTime>();

const type = 'TimeZoneInfo.TransitionTime';
const two = 'new DateTime(1, 1, 1, 2, 0, 0)';

/** Of the last Sunday of March, and of the first of May, as C# writes them; declarations show them. */
export const lastSundayOfMarch = `${type}.CreateFloatingDateRule(${two}, 3, 5, DayOfWeek.Sunday)`;
export const firstOfMay = `${type}.CreateFixedDateRule(${two}, 5, 1)`;

/** https://learn.microsoft.com/dotnet/api/system.timezoneinfo.transitiontime */
export const SystemTimeZoneInfoTransitionTime = defineType({
  name: 'System.TimeZoneInfo.TransitionTime',
  kind: 'struct',
  implements: ['IEquatable<System.TimeZoneInfo.TransitionTime>'],
  represents: TransitionTime,
  behaviour: {
    equals: (value: TransitionTime, other) =>
      other instanceof TransitionTime && value.equals(other),
    key: keyOf,
    zero: () => TransitionTime.zero,
  },
  members: [
    member(
      'static System.TimeZoneInfo.TransitionTime CreateFixedDateRule(DateTime timeOfDay, int month, int day)',
      (timeOfDay, month, day) => TransitionTime.fixed(timeOfDay, month, day),
      `${firstOfMay}.Day // 1`,
      `${type}.CreateFixedDateRule(${two}, 13, 1) // throws System.ArgumentOutOfRangeException`,
      `${type}.CreateFixedDateRule(new DateTime(2024, 5, 1), 5, 1) // throws System.ArgumentException`,
    ),
    member(
      'static System.TimeZoneInfo.TransitionTime CreateFloatingDateRule(DateTime timeOfDay, int month, int week, DayOfWeek dayOfWeek)',
      (timeOfDay, month, week, dayOfWeek) =>
        TransitionTime.floating(timeOfDay, month, week, dayOfWeek),
      `${lastSundayOfMarch}.Week // 5`,
      `${type}.CreateFloatingDateRule(${two}, 3, 6, DayOfWeek.Sunday) // throws System.ArgumentOutOfRangeException`,
    ),
    member(
      'DateTime TimeOfDay { get; }',
      ({ transition }) => new DateTime(transition.timeOfDay),
      `${lastSundayOfMarch}.TimeOfDay // ${two}`,
    ),
    member(
      'int Month { get; }',
      ({ transition }) => transition.month,
      `${lastSundayOfMarch}.Month // 3`,
    ),
    member(
      'int Week { get; }',
      ({ transition }) => transition.week,
      `${lastSundayOfMarch}.Week // 5`,
      `${firstOfMay}.Week // 1`,
    ),
    member(
      'int Day { get; }',
      ({ transition }) => transition.day,
      `${firstOfMay}.Day // 1`,
      `${lastSundayOfMarch}.Day // 1`,
    ),
    member(
      'DayOfWeek DayOfWeek { get; }',
      ({ transition }) => transition.dayOfWeek,
      `${lastSundayOfMarch}.DayOfWeek // DayOfWeek.Sunday`,
    ),
    member(
      'bool IsFixedDateRule { get; }',
      ({ transition }) => transition.isFixedDateRule,
      `${firstOfMay}.IsFixedDateRule // true`,
      `${lastSundayOfMarch}.IsFixedDateRule // false`,
    ),
    member(
      'bool Equals(System.TimeZoneInfo.TransitionTime other)',
      (self, other) => self.equals(other),
      `${firstOfMay}.Equals(${firstOfMay}) // true`,
      `${firstOfMay}.Equals(${lastSundayOfMarch}) // false`,
    ),
    member(
      'static bool operator ==(System.TimeZoneInfo.TransitionTime t1, System.TimeZoneInfo.TransitionTime t2)',
      (t1, t2) => t1.equals(t2),
      `${firstOfMay} == ${firstOfMay} // true`,
      `${firstOfMay} == default(${type}) // false`,
    ),
    member(
      'static bool operator !=(System.TimeZoneInfo.TransitionTime t1, System.TimeZoneInfo.TransitionTime t2)',
      (t1, t2) => !t1.equals(t2),
      `${firstOfMay} != ${lastSundayOfMarch} // true`,
    ),
  ],
});

function keyOf({ transition }: TransitionTime): string {
  const { isFixedDateRule, timeOfDay, month, week, day, dayOfWeek } = transition;
  const date = isFixedDateRule ? `${day}` : `${week} ${dayOfWeek}`;
  return `${isFixedDateRule} ${timeOfDay} ${month} ${date}`;
}
