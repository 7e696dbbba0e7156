import type { Comparer } from '../../runtime/order.ts';

/** The first of the greatest values that are not null; null when there are none. */
export function greatest(values: Iterable<unknown>, order: Comparer): unknown {
  return extreme(values, (value, best) => order.compare(value, best) > 0);
}

/** The first of the least values that are not null; null when there are none. */
export function least(values: Iterable<unknown>, order: Comparer): unknown {
  return extreme(values, (value, best) => order.compare(value, best) < 0);
}

function extreme(
  values: Iterable<unknown>,
  isBetter: (value: unknown, best: unknown) => boolean,
): unknown {
  let best: unknown = null;
  for (const value of values) {
    if (value !== null && (best === null || isBetter(value, best))) best = value;
  }
  return best;
}
