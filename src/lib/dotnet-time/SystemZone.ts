import { systemBaseOffset, systemRules } from './systemRules.ts';
import { windowsStandardName } from './windowsStandardNames.ts';
import { windowsOfIana } from './windowsZones.ts';
import type { AdjustmentRule, ZoneRules } from './zoneRules.ts';

/**
 * A zone of the IANA database as .NET on Windows shows it: with rules by the year, and with Windows'
 * names for standard and daylight time. For the name to display Windows lists cities; here it is what
 * .NET makes of ICU's names where there is no Windows.
 */
export class SystemZone implements ZoneRules {
  static readonly #known = new Map<string, SystemZone>();

  /** Of an IANA name that is known to exist, as `ianaZone` gives it. */
  static of(name: string): SystemZone {
    let zone = SystemZone.#known.get(name);
    if (!zone) SystemZone.#known.set(name, (zone = new SystemZone(name)));
    return zone;
  }

  readonly #name: string;
  #baseUtcOffset: number | undefined;
  #rules: readonly AdjustmentRule[] | undefined;
  #displayName: string | undefined;

  private constructor(name: string) {
    this.#name = name;
  }

  get baseUtcOffset(): number {
    return (this.#baseUtcOffset ??= systemBaseOffset(this.#name));
  }

  get adjustmentRules(): readonly AdjustmentRule[] {
    return (this.#rules ??= systemRules(this.#name, this.baseUtcOffset));
  }

  get standardName(): string {
    const windowsId = windowsOfIana(this.#name);
    return windowsId === undefined ? zoneName(this.#name, 'long') : windowsStandardName(windowsId);
  }

  get daylightName(): string {
    return this.standardName.replace('Standard', 'Daylight');
  }

  get displayName(): string {
    return (this.#displayName ??= this.#describe());
  }

  #describe(): string {
    const offset = this.baseUtcOffset;
    const minutes = Math.abs(offset);
    const digits = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
    const place = `(UTC${offset < 0 ? '-' : '+'}${digits.join(':')})`;
    const generic = zoneName(this.#name, 'longGeneric');
    // ICU has no names for the zones of the high seas.
    if (generic.startsWith('GMT')) return `${place} ${this.standardName}`;
    const city = this.#name.slice(this.#name.lastIndexOf('/') + 1).replaceAll('_', ' ');
    return `${place} ${generic} (${city})`;
  }
}

/** ICU's name of a zone in winter of the northern half. */
function zoneName(zone: string, timeZoneName: 'long' | 'longGeneric'): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName });
  const parts = format.formatToParts(Date.UTC(2024, 0, 1));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
