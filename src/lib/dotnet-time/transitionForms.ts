import { daysInMonth, partsOf, ticksPerDay } from './ticks.ts';
import { sameTransition } from './zoneRules.ts';
import type { TransitionTime } from './zoneRules.ts';

/** Every way to say a moment as a rule, the likeliest first: the last Sunday, the fourth, the 25th. */
export function transitionForms(clock: bigint): readonly TransitionTime[] {
  const { year, month, day, dayOfWeek } = partsOf(clock);
  const timeOfDay = clock % ticksPerDay;
  const fixed = { isFixedDateRule: true, timeOfDay, month, week: 1, day, dayOfWeek: 0 };
  const floating = { isFixedDateRule: false, timeOfDay, month, day: 1, dayOfWeek };
  const isLast = day + 7 > daysInMonth(year, month);
  const weeks = [...(isLast ? [5] : []), ...(day <= 28 ? [Math.ceil(day / 7)] : [])];
  return [...weeks.map((week) => ({ ...floating, week })), fixed];
}

/** The forms that both have. */
export function commonForms(
  some: readonly TransitionTime[],
  others: readonly TransitionTime[],
): readonly TransitionTime[] {
  return some.filter((form) => others.some((other) => sameTransition(form, other)));
}
