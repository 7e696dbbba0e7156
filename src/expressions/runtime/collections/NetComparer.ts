import type { NetType } from '../../typeSystem/NetType.ts';
import { orderOf } from '../order.ts';
import type { Comparer } from '../order.ts';

/** `Comparer<T>`: the default one of a type, or one made of a `Comparison<T>`. */
export class NetComparer implements Comparer {
  readonly typeArguments: readonly [NetType];
  readonly #compare: Comparer['compare'];

  constructor(type: NetType, comparison?: Comparer['compare']) {
    this.typeArguments = [type];
    this.#compare = comparison ?? ((x, y) => orderOf(type).compare(x, y));
  }

  compare(x: unknown, y: unknown): number {
    return this.#compare(x, y);
  }
}
