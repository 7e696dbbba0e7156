import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import type { Comparer } from '../order.ts';
import { Sequence } from '../Sequence.ts';
import { listed } from './listed.ts';
import { comparing } from './sort.ts';

/** One thing to sort by. */
export interface SortLevel {
  readonly key: (item: unknown) => unknown;
  readonly comparer: Comparer;
  readonly isDescending: boolean;
}

/** What is sorted, and in whose allowance. */
interface Unsorted {
  readonly items: unknown;
  readonly elementType: NetType;
  readonly environment: Environment;
}

/** `IOrderedEnumerable<T>`: sorts stably when it is enumerated, by the first level that differs. */
export class OrderedSequence extends Sequence {
  readonly #source: Unsorted;
  readonly #levels: readonly SortLevel[];

  constructor(source: Unsorted, levels: readonly SortLevel[]) {
    super(source.elementType, () => sorted(source, levels)[Symbol.iterator]());
    this.#source = source;
    this.#levels = levels;
  }

  thenBy(level: SortLevel): OrderedSequence {
    return new OrderedSequence(this.#source, [...this.#levels, level]);
  }
}

/** Nothing is read before the first element is asked for. */
function* sorted(source: Unsorted, levels: readonly SortLevel[]): Generator<unknown> {
  const { environment } = source;
  const items = listed(source.items, source.elementType, environment);
  const keys = levels.map(({ key }) =>
    items.map((item) => {
      environment.spend();
      return key(item);
    }),
  );
  const compare = comparing((i, j) => {
    for (const [level, { comparer, isDescending }] of levels.entries()) {
      const order = comparer.compare(keys[level]![i as number], keys[level]![j as number]);
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  }, environment);
  for (const index of items.keys().toArray().toSorted(compare)) yield items[index];
}
