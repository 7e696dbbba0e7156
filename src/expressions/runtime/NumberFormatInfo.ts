import { invariantNumberFormat } from '../../lib/dotnet-format/NumberFormat.ts';
import type { NumberFormat } from '../../lib/dotnet-format/NumberFormat.ts';
import type { Culture } from './Culture.ts';
import { InvalidOperationException } from './exceptions.ts';

/** A .NET NumberFormatInfo: conventions that may be changed one by one. */
export class NumberFormatInfo implements Culture {
  readonly name = '';
  readonly isReadOnly: boolean;
  #format: NumberFormat;

  constructor(format: NumberFormat = invariantNumberFormat, isReadOnly = false) {
    this.#format = format;
    this.isReadOnly = isReadOnly;
  }

  static readonly invariant = new NumberFormatInfo(invariantNumberFormat, true);

  get numberFormat(): NumberFormat {
    return this.#format;
  }

  /** @throws InvalidOperationException when it is read-only. */
  set<Name extends keyof NumberFormat>(name: Name, value: NumberFormat[Name]): void {
    this.requireWritable();
    this.#format = { ...this.#format, [name]: value };
  }

  /** @throws InvalidOperationException when it is read-only. */
  requireWritable(): void {
    if (this.isReadOnly) throw new InvalidOperationException('Instance is read-only.');
  }

  /** A copy that can be changed. */
  clone(): NumberFormatInfo {
    return new NumberFormatInfo(this.#format);
  }
}
