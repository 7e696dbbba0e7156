/**
 * The rules of the zones of the IANA database as Windows writes them: one for each run of years whose
 * clocks change on the same rule, a rule of its own for each year that differs
 * (docs/decisions/0030-time-zones.md).
 *
 * Windows knows the years since 2006 or so, and takes the first and the last rule to hold ever before
 * and after: https://learn.microsoft.com/dotnet/api/system.timezoneinfo.adjustmentrule shows the one of
 * the United States up to 2006. The years here begin earlier, so that what was special in 2006 (the
 * Commonwealth Games in Australia) is not taken for the rule; they end where tz files do.
 */
import { maxTicks, ticksPerDay, ticksPerMillisecond } from './ticks.ts';
import { commonForms, transitionForms } from './transitionForms.ts';
import { partsOfYear, yearOfChange } from './yearParts.ts';
import type { YearPart } from './yearParts.ts';
import { zoneChanges } from './zoneChanges.ts';
import { zoneOffset } from './zoneOffset.ts';
import type { AdjustmentRule, TransitionTime } from './zoneRules.ts';

const firstYear = 2001;
const lastYear = 2037;
const day = 86_400_000;

/** Minutes that standard time of an IANA zone is ahead of UTC: the least offset of its last known year. */
export function systemBaseOffset(zone: string): number {
  const start = Date.UTC(lastYear, 0, 1);
  return Math.min(...Array.from({ length: 24 }, (_, i) => zoneOffset(zone, start + i * 15 * day)));
}

/** The rules of an IANA zone, in order; none for years of nothing but `baseUtcOffset`. */
export function systemRules(zone: string, baseUtcOffset: number): readonly AdjustmentRule[] {
  const runs = runsOf(partsOf(zone), baseUtcOffset);
  return runs.flatMap((run, i) => {
    const isFirst = i === 0;
    const isLast = i === runs.length - 1;
    return ruleOf(run, baseUtcOffset, isFirst, isLast) ?? [];
  });
}

function partsOf(zone: string): readonly YearPart[] {
  // Moments of the first and of the last year on any clocks.
  const from = Date.UTC(firstYear, 0, 1) - day;
  const changes = zoneChanges(zone, from, Date.UTC(lastYear + 1, 0, 1) + day);
  let offset = zoneOffset(zone, from);
  const parts: YearPart[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const before = changes.filter(({ at }) => at <= Date.UTC(year, 0, 1) - offset * 60_000);
    offset = before.at(-1)?.after ?? offset;
    parts.push(
      ...partsOfYear(
        year,
        offset,
        changes.filter((change) => yearOfChange(change) === year),
      ),
    );
  }
  return parts;
}

/** Parts of years one after the other that one rule tells. */
interface Run {
  readonly first: YearPart;
  readonly last: YearPart;
  /** How the transitions of all of them can be said; none where a year begins or ends with daylight. */
  readonly starts: readonly TransitionTime[];
  readonly ends: readonly TransitionTime[];
}

function runsOf(parts: readonly YearPart[], baseUtcOffset: number): readonly Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const longer = extended(runs.at(-1), part, baseUtcOffset);
    if (longer) runs.splice(-1, 1, longer);
    else
      runs.push({ first: part, last: part, starts: formsOf(part.start), ends: formsOf(part.end) });
  }
  return runs;
}

function extended(run: Run | undefined, part: YearPart, baseUtcOffset: number): Run | undefined {
  if (!run || run.last.standard !== part.standard || run.last.delta !== part.delta)
    return undefined;
  // A year of another standard time stands alone, as Windows has it: its neighbours look at it.
  if (part.delta === 0) return part.standard === baseUtcOffset ? { ...run, last: part } : undefined;
  if (run.last.year === part.year) return undefined;
  const starts = commonForms(run.starts, formsOf(part.start));
  const ends = commonForms(run.ends, formsOf(part.end));
  return starts.length > 0 && ends.length > 0 ? { ...run, last: part, starts, ends } : undefined;
}

function formsOf(clock: bigint | undefined): readonly TransitionTime[] {
  return clock === undefined ? [] : transitionForms(clock);
}

function ruleOf(
  { first, last, starts, ends }: Run,
  baseUtcOffset: number,
  isFirst: boolean,
  isLast: boolean,
): AdjustmentRule | undefined {
  const baseUtcOffsetDelta = first.standard - baseUtcOffset;
  if (first.delta === 0 && baseUtcOffsetDelta === 0) return undefined;
  // A year that begins or ends in daylight saving time is like no other.
  const isAlone = first.delta !== 0 && (starts.length === 0 || ends.length === 0);
  return {
    dateStart: isFirst && !isAlone ? 0n : first.from,
    dateEnd: isLast && !isAlone ? maxTicks - (maxTicks % ticksPerDay) : last.to,
    daylightDelta: first.delta,
    daylightTransitionStart: starts[0] ?? newYear,
    daylightTransitionEnd: ends[0] ?? (first.delta === 0 ? afterNewYear : newYear),
    baseUtcOffsetDelta,
  };
}

const newYear: TransitionTime = {
  isFixedDateRule: true,
  timeOfDay: 0n,
  month: 1,
  week: 1,
  day: 1,
  dayOfWeek: 0,
};

/** Transitions must differ, so .NET writes the end of no daylight saving time a millisecond later. */
const afterNewYear: TransitionTime = { ...newYear, timeOfDay: ticksPerMillisecond };
