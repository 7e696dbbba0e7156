import { equalsBoxed, hashCodeOf } from './equality.ts';
import type { EqualityComparer } from './equality.ts';
import { ArgumentNullException } from './exceptions.ts';
import { compareBoxed } from './order.ts';
import type { Comparer } from './order.ts';
import { compareTexts, comparisonKey, equalTexts } from './textComparison.ts';

/** A `System.StringComparer`. Objects other than strings are compared as they compare themselves. */
export class TextComparer implements Comparer, EqualityComparer {
  /** A value of `StringComparison`. */
  readonly comparison: number;
  /** Takes away what the comparison ignores. */
  readonly #reduce: (text: string | null) => string | null;

  constructor(comparison: number, reduce: (text: string | null) => string | null = (text) => text) {
    this.comparison = comparison;
    this.#reduce = reduce;
  }

  compare(x: unknown, y: unknown): number {
    return isText(x) && isText(y)
      ? compareTexts(this.#reduce(x), this.#reduce(y), this.comparison)
      : compareBoxed(x, y);
  }

  equals(x: unknown, y: unknown): boolean {
    return isText(x) && isText(y)
      ? equalTexts(this.#reduce(x), this.#reduce(y), this.comparison)
      : equalsBoxed(x, y);
  }

  /** @throws ArgumentNullException */
  hashCode(value: unknown): number {
    if (value === null) throw new ArgumentNullException('obj');
    return hashCodeOf(this.keyOf(value));
  }

  keyOf(value: unknown): unknown {
    return typeof value === 'string'
      ? comparisonKey(this.#reduce(value) ?? '', this.comparison)
      : value;
  }
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
