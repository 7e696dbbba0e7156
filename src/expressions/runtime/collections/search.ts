/** How lists and arrays are searched: parts of them, forwards, backwards and by halves. */
import type { Environment } from '../Environment.ts';
import type { EqualityComparer } from '../equality.ts';
import type { ArrayItems } from '../NetArray.ts';
import type { Comparer } from '../order.ts';
import { scanCost } from './checks.ts';
import { comparing } from './sort.ts';

type Predicate = (item: unknown) => boolean;

/** The first index from `start` whose element matches; -1 when none of `count` does. */
export function findIndexIn(
  items: ArrayItems,
  start: number,
  count: number,
  match: Predicate,
  environment: Environment,
): number {
  for (let i = start; i < start + count; i++) {
    environment.spend();
    if (match(items[i])) return i;
  }
  return -1;
}

/** The last index up to `start` whose element matches; -1 when none of `count` does. */
export function findLastIndexIn(
  items: ArrayItems,
  start: number,
  count: number,
  match: Predicate,
  environment: Environment,
): number {
  for (let i = start; i > start - count; i--) {
    environment.spend();
    if (match(items[i])) return i;
  }
  return -1;
}

/** The first index from `start` of an equal element. */
export function indexIn(
  items: ArrayItems,
  item: unknown,
  start: number,
  count: number,
  comparer: EqualityComparer,
  environment: Environment,
): number {
  environment.spend(scanCost(count));
  for (let i = start; i < start + count; i++) {
    if (comparer.equals(items[i], item)) return i;
  }
  return -1;
}

/** The last index up to `start` of an equal element. */
export function lastIndexIn(
  items: ArrayItems,
  item: unknown,
  start: number,
  count: number,
  comparer: EqualityComparer,
  environment: Environment,
): number {
  environment.spend(scanCost(count));
  for (let i = start; i > start - count; i--) {
    if (comparer.equals(items[i], item)) return i;
  }
  return -1;
}

/**
 * The index of an equal element in a sorted part; the complement of the index of the first greater
 * element when there is none.
 */
export function binarySearchIn(
  items: ArrayItems,
  start: number,
  count: number,
  item: unknown,
  comparer: Comparer,
  environment: Environment,
): number {
  const compare = comparing((x, y) => comparer.compare(x, y), environment);
  let [low, high] = [start, start + count - 1];
  while (low <= high) {
    const middle = low + ((high - low) >> 1);
    const order = compare(items[middle], item);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}
