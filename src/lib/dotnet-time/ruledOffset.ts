/**
 * Offsets of a zone as .NET computes them: from the rule of the day, with one change into daylight
 * saving time and one out of it a year.
 */
import {
  daysInMonth,
  maxTicks,
  partsOf,
  ticksOfDate,
  ticksPerDay,
  ticksPerMinute,
} from './ticks.ts';
import {
  beginsInDaylight,
  endsInDaylight,
  hasDaylight,
  ruleOfDay,
  ticksOfTransition,
} from './zoneRules.ts';
import type { AdjustmentRule, ZoneRules } from './zoneRules.ts';

/** From the first tick to the one before the last. */
interface Span {
  readonly start: bigint;
  readonly end: bigint;
}

/** What a zone's clocks do at a moment. */
export interface ClockState {
  /** Minutes ahead of UTC. */
  readonly offset: number;
  readonly isDaylight: boolean;
}

/** When the clocks of the zone show that: standard time when they show it twice or never. */
export function stateAtClock(zone: ZoneRules, clock: bigint): ClockState {
  const rule = ruleOfDay(zone, clock);
  return stateOf(zone, rule, rule !== undefined && isDaylightAtClock(rule, clock));
}

/** At a moment in ticks of UTC. */
export function stateAtUtc(zone: ZoneRules, utc: bigint): ClockState {
  const clock = clampTicks(utc + BigInt(zone.baseUtcOffset) * ticksPerMinute);
  const rule = ruleOfDay(zone, clock);
  return stateOf(zone, rule, rule !== undefined && isDaylightAtUtc(zone, rule, utc, yearOf(clock)));
}

/** Whether the clocks never show that. */
export function isInvalidClock(zone: ZoneRules, clock: bigint): boolean {
  const rule = ruleOfDay(zone, clock);
  return rule !== undefined && hasDaylight(rule) && isIn(invalidSpan(rule, yearOf(clock)), clock);
}

/** The offsets when the clocks show that twice, the smaller first; undefined when they do not. */
export function ambiguousOffsets(zone: ZoneRules, clock: bigint): [number, number] | undefined {
  const rule = ruleOfDay(zone, clock);
  if (!rule || !hasDaylight(rule)) return undefined;
  if (!isIn(ambiguousSpan(rule, yearOf(clock)), clock)) return undefined;
  const standard = zone.baseUtcOffset + rule.baseUtcOffsetDelta;
  const daylight = standard + rule.daylightDelta;
  return [Math.min(standard, daylight), Math.max(standard, daylight)];
}

export function clampTicks(ticks: bigint): bigint {
  if (ticks < 0n) return 0n;
  return ticks > maxTicks ? maxTicks : ticks;
}

function stateOf(
  { baseUtcOffset }: ZoneRules,
  rule: AdjustmentRule | undefined,
  isDaylight: boolean,
): ClockState {
  const standard = baseUtcOffset + (rule?.baseUtcOffsetDelta ?? 0);
  return { offset: standard + (rule && isDaylight ? rule.daylightDelta : 0), isDaylight };
}

function isDaylightAtClock(rule: AdjustmentRule, clock: bigint): boolean {
  if (!hasDaylight(rule)) return false;
  const year = yearOf(clock);
  const { start, end } = changesOf(rule, year);
  // Neither what the clocks skip nor what they show twice counts as daylight saving time.
  const margin = rule.daylightDelta > 0 ? deltaOf(rule) : 0n;
  return isDaylight(
    {
      start: beginsInDaylight(rule) ? startOfYear(year) : start + margin,
      end: endsInDaylight(rule) ? endOfYear(year) : end - margin,
    },
    clock,
  );
}

function isDaylightAtUtc(
  zone: ZoneRules,
  rule: AdjustmentRule,
  utc: bigint,
  year: number,
): boolean {
  if (!hasDaylight(rule)) return false;
  const { start, end } = changesOf(rule, year);
  const standard = standardOf(zone, rule);
  const daylight = standard + deltaOf(rule);
  // Nothing is before the first year and after the last.
  const begins = year > 1 && beginsInDaylight(rule);
  const ends = year < 9999 && endsInDaylight(rule);
  const before = begins ? startBefore(zone, year) : undefined;
  const after = ends ? endAfter(zone, year) : undefined;
  const span = {
    start: before ?? (begins ? startOfYear(year) : start) - standard,
    end: after ?? (ends ? endOfYear(year) : end) - daylight,
  };
  // What reaches into another year is compared as it stands.
  if (before !== undefined || after !== undefined) return contains(span, utc);
  return isDaylight(span, utc);
}

/** When daylight saving time began that the year began with, in ticks of UTC. */
function startBefore(zone: ZoneRules, year: number): bigint | undefined {
  const rule = ruleOfDay(zone, endOfYear(year - 1));
  if (!rule || !endsInDaylight(rule)) return undefined;
  return changesOf(rule, year - 1).start - standardOf(zone, rule);
}

/** When daylight saving time ends that the year ended with, in ticks of UTC. */
function endAfter(zone: ZoneRules, year: number): bigint | undefined {
  const rule = ruleOfDay(zone, startOfYear(year + 1));
  if (!rule || !beginsInDaylight(rule)) return undefined;
  const end = endsInDaylight(rule) ? endOfYear(year + 1) : changesOf(rule, year + 1).end;
  return end - standardOf(zone, rule) - deltaOf(rule);
}

/** Both in ticks of the clocks before they change. */
function changesOf(rule: AdjustmentRule, year: number): Span {
  return {
    start: ticksOfTransition(year, rule.daylightTransitionStart),
    end: ticksOfTransition(year, rule.daylightTransitionEnd),
  };
}

/** What the clocks skip: an hour in spring, or in autumn when daylight saving is behind. */
function invalidSpan(rule: AdjustmentRule, year: number): Span | undefined {
  const { start, end } = changesOf(rule, year);
  const delta = deltaOf(rule);
  if (delta < 0n) return endsInDaylight(rule) ? undefined : { start: end, end: end - delta };
  return beginsInDaylight(rule) ? undefined : { start, end: start + delta };
}

/** What the clocks show twice. */
function ambiguousSpan(rule: AdjustmentRule, year: number): Span | undefined {
  const { start, end } = changesOf(rule, year);
  const delta = deltaOf(rule);
  if (delta < 0n) return beginsInDaylight(rule) ? undefined : { start: start + delta, end: start };
  return endsInDaylight(rule) ? undefined : { start: end - delta, end };
}

/** A span over New Year of any year counts for this one. */
function isIn(span: Span | undefined, clock: bigint): boolean {
  if (!span) return false;
  const { start, end } = span;
  if (clock >= start && clock < end) return true;
  if (yearOf(clampTicks(start)) === yearOf(clampTicks(end))) return false;
  return [-1, 1].some((years) => clock >= addYears(start, years) && clock < addYears(end, years));
}

/** Whether a moment is within a span of its year; a span that ends before it starts goes over New Year. */
function isDaylight({ start, end }: Span, ticks: bigint): boolean {
  const year = yearOf(clampTicks(start));
  return contains({ start, end: inYear(end, year) }, inYear(ticks, year));
}

function contains({ start, end }: Span, ticks: bigint): boolean {
  return start > end ? ticks < end || ticks >= start : ticks >= start && ticks < end;
}

function standardOf(zone: ZoneRules, rule: AdjustmentRule): bigint {
  return BigInt(zone.baseUtcOffset + rule.baseUtcOffsetDelta) * ticksPerMinute;
}

function deltaOf({ daylightDelta }: AdjustmentRule): bigint {
  return BigInt(daylightDelta) * ticksPerMinute;
}

function yearOf(ticks: bigint): number {
  return partsOf(ticks).year;
}

function startOfYear(year: number): bigint {
  return ticksOfDate(year, 1, 1)!;
}

function endOfYear(year: number): bigint {
  return ticksOfDate(year, 12, 31)! + ticksPerDay - 1n;
}

function addYears(ticks: bigint, years: number): bigint {
  return inYear(ticks, Math.min(9999, Math.max(1, yearOf(clampTicks(ticks)) + years)));
}

/** The same day of another year; the 28th of February for the 29th. */
function inYear(ticks: bigint, year: number): bigint {
  if (ticks < 0n || ticks > maxTicks || yearOf(ticks) === year) return ticks;
  const { month, day } = partsOf(ticks);
  return ticksOfDate(year, month, Math.min(day, daysInMonth(year, month)))! + (ticks % ticksPerDay);
}
