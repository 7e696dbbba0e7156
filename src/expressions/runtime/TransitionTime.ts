import { sameTransition } from '../../lib/dotnet-time/zoneRules.ts';
import type { TransitionTime as Transition } from '../../lib/dotnet-time/zoneRules.ts';
import { partsOf, ticksPerMillisecond } from '../../lib/dotnet-time/ticks.ts';
import { kinds } from './DateTime.ts';
import type { DateTime } from './DateTime.ts';
import { ArgumentException, ArgumentOutOfRangeException } from './exceptions.ts';

/** A value of `System.TimeZoneInfo.TransitionTime`. Immutable. */
export class TransitionTime {
  readonly transition: Transition;

  /** `fixed` and `floating` check what is asked for; this takes what is known to be right. */
  constructor(transition: Transition) {
    this.transition = transition;
  }

  /** `default(TransitionTime)`. */
  static readonly zero = new TransitionTime({
    isFixedDateRule: false,
    timeOfDay: 0n,
    month: 0,
    week: 0,
    day: 0,
    dayOfWeek: 0,
  });

  /** @throws ArgumentException, ArgumentOutOfRangeException */
  static fixed(time: DateTime, month: number, day: number): TransitionTime {
    return TransitionTime.#of(time, { isFixedDateRule: true, month, week: 1, day, dayOfWeek: 0 });
  }

  /** @throws ArgumentException, ArgumentOutOfRangeException */
  static floating(time: DateTime, month: number, week: number, dayOfWeek: number): TransitionTime {
    return TransitionTime.#of(time, { isFixedDateRule: false, month, week, day: 1, dayOfWeek });
  }

  static #of(time: DateTime, date: Omit<Transition, 'timeOfDay'>): TransitionTime {
    if (time.kind !== kinds.unspecified) {
      throw new ArgumentException(
        'The supplied DateTime must have the Kind property set to DateTimeKind.Unspecified.',
        'timeOfDay',
      );
    }
    checkRange('month', date.month, 1, 12, 'The Month parameter');
    checkRange('day', date.day, 1, 31, 'The Day parameter');
    checkRange('week', date.week, 1, 5, 'The Week parameter');
    checkRange('dayOfWeek', date.dayOfWeek, 0, 6, 'The DayOfWeek enumeration');
    const { year, dayOfYear } = partsOf(time.ticks);
    if (year !== 1 || dayOfYear !== 1 || time.ticks % ticksPerMillisecond !== 0n) {
      throw new ArgumentException(
        'The supplied DateTime must have the Year, Month, and Day properties set to 1.  The time cannot be specified more precisely than whole milliseconds.',
        'timeOfDay',
      );
    }
    return new TransitionTime({ ...date, timeOfDay: time.ticks });
  }

  equals(other: TransitionTime): boolean {
    return sameTransition(this.transition, other.transition);
  }
}

function checkRange(name: string, value: number, least: number, most: number, what: string): void {
  if (value < least || value > most) {
    throw new ArgumentOutOfRangeException(
      name,
      `${what} must be in the range ${least} through ${most}.`,
    );
  }
}
