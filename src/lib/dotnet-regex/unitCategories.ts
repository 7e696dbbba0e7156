/** General categories of UTF-16 units as bit sets: .NET looks at units, not at code points. */
import { categories, categoryOf } from '../unicode/category.ts';

const unknown = 0xff;
const numbers = new Uint8Array(0x1_0000).fill(unknown);

/** The bit of a unit's general category. */
export function categoryBit(unit: number): number {
  let number = numbers[unit]!;
  if (number === unknown) numbers[unit] = number = categories.indexOf(categoryOf(unit));
  return 1 << number;
}

/** The bits of a category (`Lu`) or a group of them (`L`); undefined when there is none. */
export function categoryBits(name: string): number | undefined {
  if (name.length !== 1 && name.length !== 2) return undefined;
  const bits = categories.reduce(
    (all, category, number) => (category.startsWith(name) ? all | (1 << number) : all),
    0,
  );
  return bits === 0 ? undefined : bits;
}

export const allCategories = 2 ** categories.length - 1;
