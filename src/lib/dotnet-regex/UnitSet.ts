import { casePairs, smallUnit } from './caseFolding.ts';
import { allCategories, categoryBit } from './unitCategories.ts';

export type UnitRange = readonly [first: number, last: number];

/** What a character class says, before it is made fast. */
export interface ClassContent {
  readonly ranges: readonly UnitRange[];
  /** Bits of general categories. */
  readonly categories: number;
  readonly isNegated: boolean;
  /** What is taken away after the negation. */
  readonly subtraction: UnitSet | undefined;
}

/** A set of UTF-16 units: a character class, compiled. */
export class UnitSet {
  /** The first 256 units, 1 when in the set. */
  readonly #low = new Uint8Array(256);
  readonly #content: ClassContent;
  readonly #ignoreCase: boolean;

  constructor(content: ClassContent, ignoreCase = false) {
    this.#content = ignoreCase ? withSmallLetters(content) : content;
    this.#ignoreCase = ignoreCase;
    for (let unit = 0; unit < 256; unit++) this.#low[unit] = this.#find(unit) ? 1 : 0;
  }

  static of(...ranges: readonly UnitRange[]): UnitSet {
    return new UnitSet({ ranges, categories: 0, isNegated: false, subtraction: undefined });
  }

  static but(unit: number): UnitSet {
    const ranges = [[unit, unit] as const];
    return new UnitSet({ ranges, categories: 0, isNegated: true, subtraction: undefined });
  }

  has(unit: number): boolean {
    return unit < 256 ? this.#low[unit] === 1 : this.#find(unit);
  }

  #find(unit: number): boolean {
    const asked = this.#ignoreCase ? smallUnit(unit) : unit;
    const { ranges, categories, isNegated, subtraction } = this.#content;
    const isListed =
      ranges.some(([first, last]) => asked >= first && asked <= last) ||
      (categories !== 0 && (categoryBit(asked) & categories) !== 0);
    return isListed !== isNegated && !subtraction?.has(asked);
  }
}

/** With the small letters of all letters in the ranges. */
function withSmallLetters(content: ClassContent): ClassContent {
  const { ranges } = content;
  const small = casePairs()
    .filter(([unit]) => ranges.some(([first, last]) => unit >= first && unit <= last))
    .map(([, lower]) => [lower, lower] as const);
  return { ...content, ranges: [...ranges, ...small] };
}

/** The ranges of everything else. */
export function complement(ranges: readonly UnitRange[]): UnitRange[] {
  const result: UnitRange[] = [];
  let next = 0;
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    if (first > next) result.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= 0xffff) result.push([next, 0xffff]);
  return result;
}

export const everyUnit = new UnitSet({
  ranges: [],
  categories: allCategories,
  isNegated: false,
  subtraction: undefined,
});
