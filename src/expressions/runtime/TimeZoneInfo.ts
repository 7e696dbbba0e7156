import {
  ambiguousOffsets,
  clampTicks,
  isInvalidClock,
  stateAtClock,
  stateAtUtc,
} from '../../lib/dotnet-time/ruledOffset.ts';
import { SystemZone } from '../../lib/dotnet-time/SystemZone.ts';
import { maxTicks, ticksPerMinute } from '../../lib/dotnet-time/ticks.ts';
import { ianaZone, isIanaId } from '../../lib/dotnet-time/windowsZones.ts';
import { sameRule } from '../../lib/dotnet-time/zoneRules.ts';
import type { AdjustmentRule, ZoneRules } from '../../lib/dotnet-time/zoneRules.ts';
import { DateTime, kinds } from './DateTime.ts';
import type { Kind } from './DateTime.ts';
import { DateTimeOffset } from './DateTimeOffset.ts';
import { owed } from './Environment.ts';
import { TimeZoneNotFoundException } from './exceptions.ts';

/** What a zone is, but for its name. */
export interface Zone extends ZoneRules {
  readonly displayName: string;
  readonly standardName: string;
  readonly daylightName: string;
}

const utcZone: Zone = {
  baseUtcOffset: 0,
  adjustmentRules: [],
  displayName: '(UTC) Coordinated Universal Time',
  standardName: 'Coordinated Universal Time',
  daylightName: 'Coordinated Universal Time',
};

/**
 * A value of `System.TimeZoneInfo`. Immutable. A zone of the system is found by its Windows and by its
 * IANA name; as on Windows its rules hold for years before and after those that are known.
 */
export class TimeZoneInfo {
  /** As it was asked for. */
  readonly id: string;
  readonly zone: Zone;
  readonly #isDaylightDisabled: boolean;

  /** `find` looks zones up and `createZone` checks them; this takes what is known to be right. */
  constructor(id: string, zone: Zone, isDaylightDisabled = false) {
    this.id = id;
    this.zone = zone;
    this.#isDaylightDisabled = isDaylightDisabled;
  }

  static readonly utc = new TimeZoneInfo('UTC', utcZone);
  /** UTC as well, as on Azure's gateways, but times in it are local ones. */
  static readonly local = new TimeZoneInfo('UTC', utcZone);

  /** Undefined of a name that no zone has. */
  static tryFind(id: string): TimeZoneInfo | undefined {
    if (id.toUpperCase() === 'UTC') return TimeZoneInfo.utc;
    const name = ianaZone(id);
    return name === undefined ? undefined : new TimeZoneInfo(id, SystemZone.of(name));
  }

  /** @throws TimeZoneNotFoundException */
  static find(id: string): TimeZoneInfo {
    const zone = TimeZoneInfo.tryFind(id);
    if (zone) return zone;
    throw new TimeZoneNotFoundException(
      `The time zone ID '${id}' was not found on the local computer.`,
    );
  }

  /** What times in this zone are: only the two objects themselves stand for UTC and local time. */
  get kind(): Kind {
    if (this === TimeZoneInfo.utc) return kinds.utc;
    return this === TimeZoneInfo.local ? kinds.local : kinds.unspecified;
  }

  get hasIanaId(): boolean {
    return isIanaId(this.id);
  }

  get daylightName(): string {
    return this.#isDaylightDisabled ? '' : this.zone.daylightName;
  }

  get adjustmentRules(): readonly AdjustmentRule[] {
    return this.zone.adjustmentRules;
  }

  get hasDaylight(): boolean {
    return !this.#isDaylightDisabled && this.adjustmentRules.length > 0;
  }

  hasSameRules(other: TimeZoneInfo): boolean {
    const [rules, others] = [this.adjustmentRules, other.adjustmentRules];
    owed.steps += rules.length;
    return (
      this.zone.baseUtcOffset === other.zone.baseUtcOffset &&
      this.hasDaylight === other.hasDaylight &&
      rules.length === others.length &&
      rules.every((rule, i) => sameRule(rule, others[i]!))
    );
  }

  equals(other: TimeZoneInfo): boolean {
    return this.id.toLowerCase() === other.id.toLowerCase() && this.hasSameRules(other);
  }

  /** Minutes ahead of UTC at a moment in ticks of UTC. */
  offsetAtUtc(utcTicks: bigint): number {
    return stateAtUtc(this.zone, utcTicks).offset;
  }

  isDaylightAtUtc(utcTicks: bigint): boolean {
    return this.hasDaylight && stateAtUtc(this.zone, utcTicks).isDaylight;
  }

  /** Minutes ahead of UTC when its clocks show that; standard time when the time comes twice. */
  offsetAtClock(clockTicks: bigint): number {
    return stateAtClock(this.zone, clockTicks).offset;
  }

  isDaylightAtClock(clockTicks: bigint): boolean {
    return this.hasDaylight && stateAtClock(this.zone, clockTicks).isDaylight;
  }

  isInvalid(clockTicks: bigint): boolean {
    return isInvalidClock(this.zone, clockTicks);
  }

  /** The offsets of a time that comes twice, in minutes, the smaller first. */
  ambiguousOffsets(clockTicks: bigint): [number, number] | undefined {
    return this.hasDaylight ? ambiguousOffsets(this.zone, clockTicks) : undefined;
  }

  /** What its clocks show when those of UTC show that; the first or last moment when out of range. */
  fromUtc(utcTicks: bigint): DateTime {
    const offset = this.offsetAtUtc(clampTicks(utcTicks));
    return new DateTime(clampTicks(utcTicks + BigInt(offset) * ticksPerMinute), this.kind);
  }

  offsetTimeFromUtc(utcTicks: bigint): DateTimeOffset {
    const offset = this.offsetAtUtc(utcTicks);
    const clock = utcTicks + BigInt(offset) * ticksPerMinute;
    if (clock > maxTicks) return DateTimeOffset.maxValue;
    return clock < 0n ? DateTimeOffset.minValue : DateTimeOffset.ofUtcTicks(utcTicks, offset);
  }

  /** What its clocks show at a time that says whether it is UTC or local; any other is theirs. */
  clockOf({ ticks, kind }: DateTime): bigint {
    return kind === kinds.unspecified || kind === this.kind ? ticks : this.fromUtc(ticks).ticks;
  }
}
