import type { NetType } from '../../typeSystem/NetType.ts';

/** Newtonsoft.Json.Linq.JEnumerable<T>: tokens that can be asked for their children of a key. */
export class JEnumerable implements Iterable<unknown> {
  readonly typeArguments: readonly [NetType];
  readonly source: Iterable<unknown>;

  constructor(elementType: NetType, source: Iterable<unknown>) {
    this.typeArguments = [elementType];
    this.source = source;
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.source[Symbol.iterator]();
  }
}
