import { DateTime, kinds } from './DateTime.ts';
import { TimeSpan } from './TimeSpan.ts';

/** A value of `System.Globalization.DaylightTime`: when daylight saving time is in a year. Immutable. */
export class DaylightTime {
  /** On the clocks as they run before the change. */
  readonly start: DateTime;
  readonly end: DateTime;
  readonly delta: TimeSpan;

  constructor(start: DateTime, end: DateTime, delta: TimeSpan) {
    this.start = start;
    this.end = end;
    this.delta = delta;
  }

  /** Of a year without it. */
  static readonly none = new DaylightTime(DateTime.minValue, DateTime.minValue, TimeSpan.zero);

  /**
   * Whether clocks that show a time are ahead; not when they show it twice.
   * @throws ArgumentOutOfRangeException
   */
  includes({ ticks, kind }: DateTime): boolean {
    const delta = this.delta.ticks;
    if (kind === kinds.utc || delta === 0n) return false;
    const [start, end] = [this.start.addTicks(delta).ticks, this.end.ticks];
    const isBetween = start > end ? ticks < end || ticks >= start : ticks >= start && ticks < end;
    const [twiceFrom, twiceTo] =
      delta > 0n ? [this.end.addTicks(-delta).ticks, end] : [start, this.start.ticks];
    return isBetween && !(ticks >= twiceFrom && ticks < twiceTo);
  }
}
