import { ticksPerMillisecond } from '../../lib/dotnet-time/ticks.ts';
import { timeSpanRange } from '../../lib/dotnet-time/timeSpanText.ts';
import { ArgumentException, OverflowException } from './exceptions.ts';

/** A value of `System.TimeSpan`: a length of time in ticks of 100 ns. Immutable. */
export class TimeSpan {
  readonly ticks: bigint;

  constructor(ticks: bigint) {
    this.ticks = ticks;
  }

  static readonly zero = new TimeSpan(0n);

  /** @throws OverflowException */
  static ofTicks(ticks: bigint): TimeSpan {
    if (ticks < timeSpanRange.min || ticks > timeSpanRange.max) {
      throw new OverflowException('TimeSpan overflowed because the duration is too long.');
    }
    return new TimeSpan(ticks);
  }

  /**
   * A number of units, rounded to whole milliseconds as the .NET Framework of Azure's gateways does.
   * @throws OverflowException, ArgumentException
   */
  static ofUnits(value: number, millisecondsPerUnit: number): TimeSpan {
    if (Number.isNaN(value)) {
      throw new ArgumentException('TimeSpan does not accept floating point Not-a-Number values.');
    }
    const milliseconds = value * millisecondsPerUnit;
    if (Math.abs(milliseconds) > Number(timeSpanRange.max / ticksPerMillisecond)) {
      throw new OverflowException('TimeSpan overflowed because the duration is too long.');
    }
    return TimeSpan.ofTicks(BigInt(roundAwayFromZero(milliseconds)) * ticksPerMillisecond);
  }
}

export function roundAwayFromZero(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
}
