import { ticksPerMinute } from '../../lib/dotnet-time/ticks.ts';
import { ianaZone } from '../../lib/dotnet-time/windowsZones.ts';
import { offsetAtUtc, offsetsAtClock, offsetsOfYear } from '../../lib/dotnet-time/zoneOffset.ts';
import { DateTime, kinds } from './DateTime.ts';
import { ArgumentException, TimeZoneNotFoundException } from './exceptions.ts';

/** A value of `System.TimeZoneInfo`. */
export class TimeZone {
  /** As it was asked for: a Windows or an IANA name. */
  readonly id: string;
  readonly #zone: string;

  /** `find` looks zones up; this takes an IANA name that is known to exist. */
  constructor(id: string, zone: string) {
    this.id = id;
    this.#zone = zone;
  }

  static readonly utc = new TimeZone('UTC', 'UTC');

  /** @throws TimeZoneNotFoundException */
  static find(id: string): TimeZone {
    if (id.toUpperCase() === 'UTC') return TimeZone.utc;
    const zone = ianaZone(id);
    if (zone === undefined) {
      throw new TimeZoneNotFoundException(
        `The time zone ID '${id}' was not found on the local computer.`,
      );
    }
    return new TimeZone(id, zone);
  }

  get isUtc(): boolean {
    return this.#zone === 'UTC';
  }

  /** Whether both have the same rules. */
  equals(other: TimeZone): boolean {
    return this.#zone === other.#zone;
  }

  /** Minutes ahead of UTC at a moment in ticks of UTC. */
  offsetAtUtc(utcTicks: bigint): number {
    return this.isUtc ? 0 : offsetAtUtc(this.#zone, utcTicks);
  }

  /** Minutes ahead of UTC when its clocks show that time; standard time when the time comes twice. */
  offsetAtClock(clockTicks: bigint): number {
    if (this.isUtc) return 0;
    const offsets = offsetsAtClock(this.#zone, clockTicks);
    if (offsets.length > 0) return Math.min(...offsets);
    return this.standardOffset(clockTicks);
  }

  isInvalid(clockTicks: bigint): boolean {
    return !this.isUtc && offsetsAtClock(this.#zone, clockTicks).length === 0;
  }

  isAmbiguous(clockTicks: bigint): boolean {
    return !this.isUtc && offsetsAtClock(this.#zone, clockTicks).length > 1;
  }

  standardOffset(clockTicks: bigint): number {
    return this.isUtc ? 0 : offsetsOfYear(this.#zone, clockTicks).standard;
  }

  isDaylight(clockTicks: bigint): boolean {
    return this.offsetAtClock(clockTicks) !== this.standardOffset(clockTicks);
  }

  hasDaylight(clockTicks: bigint): boolean {
    if (this.isUtc) return false;
    const { standard, daylight } = offsetsOfYear(this.#zone, clockTicks);
    return standard !== daylight;
  }

  /** What its clocks show when those of UTC show that. */
  fromUtc(utcTicks: bigint): DateTime {
    const clock = utcTicks + BigInt(this.offsetAtUtc(utcTicks)) * ticksPerMinute;
    return DateTime.ofTicks(clock, this.isUtc ? kinds.utc : kinds.unspecified);
  }

  /** Ticks of UTC when its clocks show that. @throws ArgumentException for a time that never comes */
  toUtcTicks(clockTicks: bigint, paramName: string): bigint {
    if (this.isInvalid(clockTicks)) {
      throw new ArgumentException(
        'The supplied DateTime represents an invalid time. For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.',
        paramName,
      );
    }
    return clockTicks - BigInt(this.offsetAtClock(clockTicks)) * ticksPerMinute;
  }
}
