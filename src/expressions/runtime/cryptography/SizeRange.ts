/** A value of `KeySizes`: bits from one size to another in steps. */
export class SizeRange {
  readonly min: number;
  readonly max: number;
  readonly skip: number;

  constructor(min: number, max: number, skip: number) {
    this.min = min;
    this.max = max;
    this.skip = skip;
  }
}
