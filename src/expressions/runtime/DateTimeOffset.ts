import { maxTicks, ticksOfUnixMilliseconds, ticksPerMinute } from '../../lib/dotnet-time/ticks.ts';
import { DateTime, kinds } from './DateTime.ts';
import type { World } from './Environment.ts';
import { ArgumentException, ArgumentOutOfRangeException } from './exceptions.ts';

/** A value of `System.DateTimeOffset`: a clock's time and how far it is ahead of UTC. Immutable. */
export class DateTimeOffset {
  /** What the clock shows. */
  readonly clock: DateTime;
  readonly offsetMinutes: number;

  constructor(clock: DateTime, offsetMinutes: number) {
    this.clock = clock.withKind(kinds.unspecified);
    this.offsetMinutes = offsetMinutes;
  }

  static readonly minValue = new DateTimeOffset(DateTime.minValue, 0);
  static readonly maxValue = new DateTimeOffset(DateTime.maxValue, 0);

  /** @throws ArgumentException, ArgumentOutOfRangeException */
  static checkOffset(offsetMinutes: number): void {
    if (!Number.isInteger(offsetMinutes)) {
      throw new ArgumentException('Offset must be specified in whole minutes.', 'offset');
    }
    if (Math.abs(offsetMinutes) > 14 * 60) {
      throw new ArgumentOutOfRangeException(
        'offset',
        'Offset must be within plus or minus 14 hours.',
      );
    }
  }

  /** @throws ArgumentException, ArgumentOutOfRangeException */
  static of(clock: DateTime, offsetMinutes: number): DateTimeOffset {
    DateTimeOffset.checkOffset(offsetMinutes);
    const utc = clock.ticks - BigInt(offsetMinutes) * ticksPerMinute;
    if (utc < 0n || utc > maxTicks) {
      throw new ArgumentOutOfRangeException(
        'offset',
        'The UTC time represented when the offset is applied must be between year 0 and 10,000.',
      );
    }
    return new DateTimeOffset(clock, offsetMinutes);
  }

  /** The same moment on a clock that is so far ahead of UTC. */
  static ofUtcTicks(utcTicks: bigint, offsetMinutes = 0): DateTimeOffset {
    const ticks = utcTicks + BigInt(offsetMinutes) * ticksPerMinute;
    return DateTimeOffset.of(DateTime.ofTicks(ticks), offsetMinutes);
  }

  static now(world: World): DateTimeOffset {
    return DateTimeOffset.ofUtcTicks(ticksOfUnixMilliseconds(world.now()));
  }

  get utcTicks(): bigint {
    return this.clock.ticks - BigInt(this.offsetMinutes) * ticksPerMinute;
  }

  with(clock: DateTime): DateTimeOffset {
    return DateTimeOffset.of(clock, this.offsetMinutes);
  }
}
