import {
  maxTicks,
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
} from '../../lib/dotnet-time/ticks.ts';
import { sameRule } from '../../lib/dotnet-time/zoneRules.ts';
import type { AdjustmentRule as Rule } from '../../lib/dotnet-time/zoneRules.ts';
import { DateTime, kinds } from './DateTime.ts';
import { ArgumentException, ArgumentOutOfRangeException } from './exceptions.ts';
import { TimeSpan } from './TimeSpan.ts';
import { TransitionTime } from './TransitionTime.ts';

/** A value of `System.TimeZoneInfo.AdjustmentRule`. Immutable. */
export class AdjustmentRule {
  readonly rule: Rule;

  /** `of` checks what is asked for; this takes what is known to be right. */
  constructor(rule: Rule) {
    this.rule = rule;
  }

  /**
   * As .NET Framework on Azure's gateways checks, which takes no dates in UTC.
   * @throws ArgumentException, ArgumentOutOfRangeException
   */
  static of(
    dateStart: DateTime,
    dateEnd: DateTime,
    daylightDelta: TimeSpan,
    start: TransitionTime,
    end: TransitionTime,
    baseUtcOffsetDelta: TimeSpan,
  ): AdjustmentRule {
    checkKind(dateStart, 'dateStart');
    checkKind(dateEnd, 'dateEnd');
    if (start.equals(end)) {
      throw new ArgumentException(
        'The DaylightTransitionStart property must not equal the DaylightTransitionEnd property.',
        'daylightTransitionEnd',
      );
    }
    if (dateStart.ticks > dateEnd.ticks) {
      throw new ArgumentException(
        'The DateStart property must come before the DateEnd property.',
        'dateStart',
      );
    }
    // A zone that moved over the date line had a time about a day behind what it has now.
    const delta = minutesOf(daylightDelta, 'daylightDelta', -23);
    const baseDelta = wholeMinutes(baseUtcOffsetDelta, 'baseUtcOffsetDelta');
    checkDate(dateStart, 'dateStart');
    if (dateEnd.ticks !== maxTicks) checkDate(dateEnd, 'dateEnd');
    return new AdjustmentRule({
      dateStart: dateStart.ticks,
      dateEnd: dateEnd.date.ticks,
      daylightDelta: delta,
      daylightTransitionStart: start.transition,
      daylightTransitionEnd: end.transition,
      baseUtcOffsetDelta: baseDelta,
    });
  }

  get dateStart(): DateTime {
    return new DateTime(this.rule.dateStart);
  }

  get dateEnd(): DateTime {
    return new DateTime(this.rule.dateEnd);
  }

  get daylightDelta(): TimeSpan {
    return spanOfMinutes(this.rule.daylightDelta);
  }

  get daylightTransitionStart(): TransitionTime {
    return new TransitionTime(this.rule.daylightTransitionStart);
  }

  get daylightTransitionEnd(): TransitionTime {
    return new TransitionTime(this.rule.daylightTransitionEnd);
  }

  get baseUtcOffsetDelta(): TimeSpan {
    return spanOfMinutes(this.rule.baseUtcOffsetDelta);
  }

  equals(other: AdjustmentRule): boolean {
    return sameRule(this.rule, other.rule);
  }
}

export function spanOfMinutes(minutes: number): TimeSpan {
  return new TimeSpan(BigInt(minutes) * ticksPerMinute);
}

/** Whole minutes of an offset. @throws ArgumentException, ArgumentOutOfRangeException */
export function minutesOf(span: TimeSpan, paramName: string, leastHours = -14): number {
  const { ticks } = span;
  if (ticks < BigInt(leastHours) * ticksPerHour || ticks > 14n * ticksPerHour) {
    throw new ArgumentOutOfRangeException(
      paramName,
      'The TimeSpan parameter must be within plus or minus 14.0 hours.',
    );
  }
  return wholeMinutes(span, paramName);
}

function wholeMinutes({ ticks }: TimeSpan, paramName: string): number {
  if (ticks % ticksPerMinute !== 0n) {
    throw new ArgumentException(
      'The TimeSpan parameter cannot be specified more precisely than whole minutes.',
      paramName,
    );
  }
  return Number(ticks / ticksPerMinute);
}

function checkKind({ kind }: DateTime, paramName: string): void {
  if (kind !== kinds.unspecified) {
    throw new ArgumentException(
      'The supplied DateTime must have the Kind property set to DateTimeKind.Unspecified.',
      paramName,
    );
  }
}

function checkDate({ ticks }: DateTime, paramName: string): void {
  if (ticks % ticksPerDay !== 0n) {
    throw new ArgumentException(
      'The supplied DateTime includes a TimeOfDay setting.   This is not supported.',
      paramName,
    );
  }
}
