import { cultureName } from '../../lib/culture/cultureName.ts';
import { numberFormatOf } from '../../lib/culture/numberFormatOf.ts';
import type { NumberFormat } from '../../lib/dotnet-format/NumberFormat.ts';
import type { Culture } from './Culture.ts';
import { InvalidOperationException } from './exceptions.ts';
import { NumberFormatInfo } from './NumberFormatInfo.ts';

/** A .NET CultureInfo. Those that a constructor makes can be changed. */
export class CultureInfo implements Culture {
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Whether the settings of a user of Windows would count; here there are none. */
  readonly usesOverride: boolean;
  #numbers: NumberFormatInfo | undefined;

  /** `name` must be canonical, as `cultureName` gives it. */
  constructor(name: string, isReadOnly: boolean, usesOverride = false, numbers?: NumberFormatInfo) {
    this.name = name;
    this.isReadOnly = isReadOnly;
    this.usesOverride = usesOverride && name !== '';
    this.#numbers = numbers;
  }

  static readonly invariant = new CultureInfo('', true);

  get numberFormatInfo(): NumberFormatInfo {
    return (this.#numbers ??= new NumberFormatInfo(numberFormatOf(this.name), this.isReadOnly));
  }

  /** @throws InvalidOperationException when it is read-only. */
  set numberFormatInfo(value: NumberFormatInfo) {
    if (this.isReadOnly) throw new InvalidOperationException('Instance is read-only.');
    this.#numbers = value;
  }

  get numberFormat(): NumberFormat {
    return this.numberFormatInfo.numberFormat;
  }
}

const maximumKnown = 512;
const known = new Map<string, CultureInfo>([['', CultureInfo.invariant]]);

/** The shared, read-only culture of a name; undefined when there is no such culture. */
export function findCulture(name: string): CultureInfo | undefined {
  const canonical = cultureName(name);
  if (canonical === undefined) return undefined;
  const found = known.get(canonical);
  if (found) return found;
  const culture = new CultureInfo(canonical, true);
  if (known.size < maximumKnown) known.set(canonical, culture);
  return culture;
}
