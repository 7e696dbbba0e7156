import type { NetType } from '../typeSystem/NetType.ts';

/**
 * A lazy `IEnumerable<T>`: what LINQ methods return. Nothing is computed before it is enumerated,
 * and each enumeration computes anew.
 */
export class Sequence implements Iterable<unknown> {
  readonly typeArguments: readonly [NetType];
  readonly #start: () => Iterator<unknown>;

  /** `start` begins an enumeration; it yields static representations of `elementType`. */
  constructor(elementType: NetType, start: () => Iterator<unknown>) {
    this.typeArguments = [elementType];
    this.#start = start;
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.#start();
  }
}
