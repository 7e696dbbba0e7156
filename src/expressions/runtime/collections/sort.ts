import { InconsistentComparison, introSort } from '../../../lib/sort/introSort.ts';
import type { Comparison } from '../../../lib/sort/introSort.ts';
import type { Environment } from '../Environment.ts';
import { ArgumentException, InvalidOperationException, NetException } from '../exceptions.ts';
import type { Guard } from '../Guards.ts';
import type { ArrayItems } from '../NetArray.ts';

/**
 * Sorts a part in place as `Array.Sort` does, not stably; `companions` moves along.
 * @throws InvalidOperationException around what the comparison throws
 */
export function sortIn(
  items: ArrayItems,
  start: number,
  count: number,
  compare: Comparison<unknown>,
  environment: Environment,
  companions: ArrayItems | null = null,
): void {
  try {
    introSort(
      items as unknown[],
      comparing(compare, environment),
      start,
      count,
      companions as unknown[] | null,
    );
  } catch (error) {
    if (!(error instanceof InconsistentComparison)) throw error;
    throw new ArgumentException(
      'Unable to sort because the IComparer.Compare() method returns inconsistent results. Either a value does not compare equal to itself, or one value repeatedly compared to another value yields different results.',
    );
  }
}

/** The comparison that costs a step each time and whose exceptions are wrapped as .NET wraps them. */
export function comparing(
  compare: Comparison<unknown>,
  environment: Environment,
): Comparison<unknown> {
  const { guards } = environment;
  const isWatched = guards.areWatching;
  return (one, other) => {
    environment.spend();
    const depth = isWatched ? guards.enter(catchesAll) : 0;
    try {
      return compare(one, other);
    } catch (error) {
      if (!(error instanceof NetException)) throw error;
      guards.forget();
      throw new InvalidOperationException('Failed to compare two elements in the array.', error);
    } finally {
      if (isWatched) guards.leave(depth);
    }
  };
}

/** No filter around sees what a comparison throws, only what it is wrapped in. */
const catchesAll: Guard = { takes: () => true };
