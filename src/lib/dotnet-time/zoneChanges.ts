import { zoneOffset } from './zoneOffset.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment when the clocks of a zone jump. */
export interface ZoneChange {
  /** Milliseconds since 1970, a whole minute. */
  readonly at: number;
  /** Minutes ahead of UTC before and from then on. */
  readonly before: number;
  readonly after: number;
}

/**
 * Every change of the offset of an IANA zone between two moments. It looks twice a month, so it
 * overlooks what is undone within less: no zone has done that in this century (a Ramadan takes four
 * weeks).
 */
export function zoneChanges(zone: string, from: number, to: number): ZoneChange[] {
  const found: ZoneChange[] = [];
  let before = zoneOffset(zone, from);
  for (let low = from; low < to; low += 15 * day) {
    const high = Math.min(low + 15 * day, to);
    const after = zoneOffset(zone, high);
    if (after !== before) found.push({ at: firstWith(zone, after, low, high), before, after });
    before = after;
  }
  return found;
}

/** The first minute with the offset that `high` has and `low` has not. */
function firstWith(zone: string, offset: number, low: number, high: number): number {
  let [without, first] = [low, high];
  while (first - without > minute) {
    const middle = without + Math.floor((first - without) / 2 / minute) * minute;
    if (zoneOffset(zone, middle) === offset) first = middle;
    else without = middle;
  }
  return first;
}
