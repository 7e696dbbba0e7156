import {
  maxTicks,
  partsOf,
  ticksOfDate,
  ticksOfUnixMilliseconds,
  ticksPerDay,
  ticksPerMillisecond,
} from '../../lib/dotnet-time/ticks.ts';
import type { Parts, TimeOfDay } from '../../lib/dotnet-time/ticks.ts';
import type { World } from './Environment.ts';
import { ArgumentOutOfRangeException } from './exceptions.ts';
import { roundAwayFromZero } from './TimeSpan.ts';

/** Values of `DateTimeKind`. */
export const kinds = { unspecified: 0, utc: 1, local: 2 } as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

/**
 * A value of `System.DateTime`. Immutable. The local time zone of a gateway is UTC, so a local time
 * differs from the same time in UTC by its kind alone.
 */
export class DateTime {
  readonly ticks: bigint;
  readonly kind: Kind;
  #parts: Parts | undefined;

  constructor(ticks: bigint, kind: Kind = kinds.unspecified) {
    this.ticks = ticks;
    this.kind = kind;
  }

  static readonly minValue = new DateTime(0n);
  static readonly maxValue = new DateTime(maxTicks);

  static now(world: World, kind: Kind): DateTime {
    return new DateTime(ticksOfUnixMilliseconds(world.now()), kind);
  }

  /** @throws ArgumentOutOfRangeException */
  static of(
    year: number,
    month: number,
    day: number,
    time: TimeOfDay = {},
    kind: Kind = 0,
  ): DateTime {
    const ticks = ticksOfDate(year, month, day, time);
    if (ticks === undefined) {
      throw new ArgumentOutOfRangeException(
        null,
        'Year, Month, and Day parameters describe an un-representable DateTime.',
      );
    }
    return new DateTime(ticks, kind);
  }

  /** @throws ArgumentOutOfRangeException */
  static ofTicks(ticks: bigint, kind: Kind = 0, paramName = 'value'): DateTime {
    if (ticks < 0n || ticks > maxTicks) {
      throw new ArgumentOutOfRangeException(
        paramName,
        'The added or subtracted value results in an un-representable DateTime.',
      );
    }
    return new DateTime(ticks, kind);
  }

  get parts(): Parts {
    return (this.#parts ??= partsOf(this.ticks));
  }

  get date(): DateTime {
    return new DateTime(this.ticks - (this.ticks % ticksPerDay), this.kind);
  }

  addTicks(ticks: bigint): DateTime {
    return DateTime.ofTicks(this.ticks + ticks, this.kind);
  }

  /** Rounds to whole milliseconds, as the .NET Framework of Azure's gateways does. */
  addUnits(value: number, millisecondsPerUnit: number): DateTime {
    const milliseconds = roundAwayFromZero(value * millisecondsPerUnit);
    if (!(Math.abs(milliseconds) < 1e15)) {
      throw new ArgumentOutOfRangeException('value', 'Value to add was out of range.');
    }
    return this.addTicks(BigInt(milliseconds) * ticksPerMillisecond);
  }

  /** The day is cut to the length of the month. @throws ArgumentOutOfRangeException */
  addMonths(months: number): DateTime {
    if (Math.abs(months) > 120_000) {
      throw new ArgumentOutOfRangeException('months', 'Months value must be between +/-120000.');
    }
    const { year, month, day } = this.parts;
    const count = year * 12 + month - 1 + months;
    const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
    for (let newDay = day; newDay > 27; newDay--) {
      const ticks = ticksOfDate(newYear, newMonth, newDay);
      if (ticks !== undefined) return new DateTime(ticks + (this.ticks % ticksPerDay), this.kind);
    }
    const ticks = ticksOfDate(newYear, newMonth, day);
    if (ticks === undefined) {
      throw new ArgumentOutOfRangeException(
        'months',
        'The added or subtracted value results in an un-representable DateTime.',
      );
    }
    return new DateTime(ticks + (this.ticks % ticksPerDay), this.kind);
  }

  withKind(kind: Kind): DateTime {
    return new DateTime(this.ticks, kind);
  }
}
