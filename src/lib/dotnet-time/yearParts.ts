import {
  partsOf,
  ticksOfDate,
  ticksOfUnixMilliseconds,
  ticksPerDay,
  ticksPerMinute,
} from './ticks.ts';
import type { ZoneChange } from './zoneChanges.ts';

/** Part of a year in which a zone has one standard time, and daylight saving time at most once. */
export interface YearPart {
  readonly year: number;
  /** First and last day, in ticks of midnight. */
  readonly from: bigint;
  readonly to: bigint;
  /** Minutes that standard time is ahead of UTC, and daylight saving time ahead of that. */
  readonly standard: number;
  readonly delta: number;
  /** When the clocks change, in what they show before; undefined when the year has it so already. */
  readonly start?: bigint | undefined;
  readonly end?: bigint | undefined;
}

/** A shift that is longer is no daylight saving time but a move over the date line. */
const longestDelta = 120;

/** The parts of a year that begins with an offset and has these changes. */
export function partsOfYear(
  year: number,
  offset: number,
  changes: readonly ZoneChange[],
): readonly YearPart[] {
  const groups = groupsOf(changes);
  const first = ticksOfDate(year, 1, 1)!;
  if (groups.length === 0) {
    return [{ year, from: first, to: lastDay(year), standard: offset, delta: 0 }];
  }
  const parts: YearPart[] = [];
  let from = first;
  groups.forEach((group, i) => {
    const next = groups[i + 1]?.[0];
    const to = next ? dayBetween(group.at(-1)!, next) : lastDay(year);
    parts.push(...partsOfGroup(year, from, to, group));
    from = to + ticksPerDay;
  });
  return parts;
}

/** Changes by two, where the second undoes the first. */
function groupsOf(changes: readonly ZoneChange[]): (readonly ZoneChange[])[] {
  const groups: (readonly ZoneChange[])[] = [];
  for (let i = 0; i < changes.length;) {
    const [one, other] = [changes[i]!, changes[i + 1]];
    const isPair = other !== undefined && other.after === one.before && !isMove(one);
    groups.push(isPair ? [one, other] : [one]);
    i += isPair ? 2 : 1;
  }
  return groups;
}

function partsOfGroup(
  year: number,
  from: bigint,
  to: bigint,
  changes: readonly ZoneChange[],
): YearPart[] {
  const [change] = changes;
  if (!change) return [];
  const { before, after } = change;
  if (isMove(change)) {
    const moved = startOfDay(clockOf(change));
    return [
      { year, from, to: moved - ticksPerDay, standard: before, delta: 0 },
      { year, from: moved, to, standard: after, delta: 0 },
    ];
  }
  const start = changes.find((each) => each.after > each.before);
  const end = changes.find((each) => each.after < each.before);
  return [
    {
      year,
      from,
      to,
      standard: Math.min(before, after),
      delta: Math.abs(after - before),
      start: start && clockOf(start),
      end: end && clockOf(end),
    },
  ];
}

function isMove({ before, after }: ZoneChange): boolean {
  return Math.abs(after - before) > longestDelta;
}

/** What the clocks would show at the change if there were none, in ticks. */
export function clockOf({ at, before }: ZoneChange): bigint {
  return ticksOfUnixMilliseconds(at) + BigInt(before) * ticksPerMinute;
}

/** A day in the middle, to part two changes. */
function dayBetween(one: ZoneChange, other: ZoneChange): bigint {
  return startOfDay((clockOf(one) + clockOf(other)) / 2n);
}

function startOfDay(ticks: bigint): bigint {
  return ticks - (ticks % ticksPerDay);
}

function lastDay(year: number): bigint {
  return ticksOfDate(year, 12, 31)!;
}

/** The year of a change on the zone's clocks; one at the first moment of a year belongs to none. */
export function yearOfChange(change: ZoneChange): number | undefined {
  const { year, dayOfYear, hour, minute } = partsOf(clockOf(change));
  return dayOfYear === 1 && hour === 0 && minute === 0 ? undefined : year;
}
