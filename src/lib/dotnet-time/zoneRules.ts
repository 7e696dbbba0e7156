import { daysInMonth, daysOfDate, partsOf, ticksOfDate, ticksPerDay } from './ticks.ts';

/** When, within any year, the clocks of a zone change: what `TimeZoneInfo.TransitionTime` says. */
export interface TransitionTime {
  readonly isFixedDateRule: boolean;
  /** Ticks since midnight, on the clocks as they run before the change. */
  readonly timeOfDay: bigint;
  /** 1 to 12; 0 of `default`. */
  readonly month: number;
  /** 1 to 4, or 5 for the last one of the month. Of a floating date. */
  readonly week: number;
  /** Of a fixed date. */
  readonly day: number;
  /** 0 is Sunday. Of a floating date. */
  readonly dayOfWeek: number;
}

/** How the clocks of a zone run between two dates: what `TimeZoneInfo.AdjustmentRule` says. */
export interface AdjustmentRule {
  /** First day, in ticks of its midnight. */
  readonly dateStart: bigint;
  /** Last day, in ticks of its midnight. */
  readonly dateEnd: bigint;
  /** Minutes that daylight saving time is ahead of standard time. */
  readonly daylightDelta: number;
  readonly daylightTransitionStart: TransitionTime;
  readonly daylightTransitionEnd: TransitionTime;
  /** Minutes that standard time is ahead of that of the zone. */
  readonly baseUtcOffsetDelta: number;
}

/** All that offsets of a zone are computed from. */
export interface ZoneRules {
  /** Minutes that standard time is ahead of UTC. */
  readonly baseUtcOffset: number;
  /** In order of time; gaps have standard time. */
  readonly adjustmentRules: readonly AdjustmentRule[];
}

/** The moment of a transition in a year, in ticks of the clocks before it. */
export function ticksOfTransition(year: number, transition: TransitionTime): bigint {
  // The month of `default(TransitionTime)` is 0, which no calendar has.
  const month = Math.max(1, transition.month);
  const midnight = ticksOfDate(year, month, dayOf(year, month, transition)) ?? 0n;
  return midnight + transition.timeOfDay;
}

function dayOf(year: number, month: number, transition: TransitionTime): number {
  const { isFixedDateRule, week, day, dayOfWeek } = transition;
  const last = daysInMonth(year, month);
  if (isFixedDateRule) return Math.min(day, last);
  // 0001-01-01 is a Monday.
  const first = 1 + ((dayOfWeek - ((daysOfDate(year, month, 1) + 1) % 7) + 7) % 7);
  const wanted = first + 7 * (Math.max(1, week) - 1);
  return wanted > last ? wanted - 7 : wanted;
}

export function sameTransition(one: TransitionTime, other: TransitionTime): boolean {
  if (one.isFixedDateRule !== other.isFixedDateRule) return false;
  if (one.timeOfDay !== other.timeOfDay || one.month !== other.month) return false;
  return one.isFixedDateRule
    ? one.day === other.day
    : one.week === other.week && one.dayOfWeek === other.dayOfWeek;
}

export function sameRule(one: AdjustmentRule, other: AdjustmentRule): boolean {
  return (
    one.dateStart === other.dateStart &&
    one.dateEnd === other.dateEnd &&
    one.daylightDelta === other.daylightDelta &&
    one.baseUtcOffsetDelta === other.baseUtcOffsetDelta &&
    sameTransition(one.daylightTransitionStart, other.daylightTransitionStart) &&
    sameTransition(one.daylightTransitionEnd, other.daylightTransitionEnd)
  );
}

/** The rule of a day; undefined when the zone has none for it. */
export function ruleOfDay(
  { adjustmentRules }: ZoneRules,
  ticks: bigint,
): AdjustmentRule | undefined {
  const day = ticks - (ticks % ticksPerDay);
  // A zone may have a rule for every day there is.
  let [low, high] = [0, adjustmentRules.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (adjustmentRules[middle]!.dateEnd < day) low = middle + 1;
    else high = middle;
  }
  const rule = adjustmentRules[low];
  return rule && rule.dateStart <= day ? rule : undefined;
}

/**
 * Whether the year of a rule begins in daylight saving time: Windows writes that as a transition at
 * the first moment of January, in a rule of a single year.
 */
export function beginsInDaylight(rule: AdjustmentRule): boolean {
  return isFirstMoment(rule.daylightTransitionStart) && isOfOneYear(rule);
}

/** Whether the year of a rule ends in daylight saving time, written in the same way. */
export function endsInDaylight(rule: AdjustmentRule): boolean {
  return isFirstMoment(rule.daylightTransitionEnd) && isOfOneYear(rule);
}

function isFirstMoment({ month, day, timeOfDay }: TransitionTime): boolean {
  return month === 1 && day === 1 && timeOfDay < 10_000_000n;
}

function isOfOneYear({ dateStart, dateEnd }: AdjustmentRule): boolean {
  return partsOf(dateStart).year === partsOf(dateEnd).year;
}

/** Whether a rule knows daylight saving time, which may be no ahead of standard time. */
export function hasDaylight(rule: AdjustmentRule): boolean {
  const { daylightDelta, daylightTransitionStart: start, daylightTransitionEnd: end } = rule;
  return (
    daylightDelta !== 0 ||
    (start.month !== 0 && start.timeOfDay !== 0n) ||
    (end.month !== 0 && end.timeOfDay !== 10_000n)
  );
}
