import type { NetType } from '../../typeSystem/NetType.ts';

/** `IGrouping<TKey, TElement>`: elements that share a key. */
export class Grouping implements Iterable<unknown> {
  /** [TKey, TElement]. */
  readonly typeArguments: readonly [NetType, NetType];
  readonly key: unknown;
  readonly items: unknown[] = [];

  constructor(typeArguments: readonly [NetType, NetType], key: unknown) {
    this.typeArguments = typeArguments;
    this.key = key;
  }

  get elementType(): NetType {
    return this.typeArguments[1];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}
