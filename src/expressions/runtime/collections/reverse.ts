import type { ArrayItems } from '../NetArray.ts';

/** Reverses a part in place. */
export function reverseIn(items: ArrayItems, start: number, count: number): void {
  const some = items as unknown[];
  for (let low = start, high = start + count - 1; low < high; low++, high--) {
    [some[low], some[high]] = [some[high], some[low]];
  }
}
