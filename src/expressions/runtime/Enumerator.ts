import type { NetType } from '../typeSystem/NetType.ts';
import { defaultOf } from './defaultOf.ts';
import type { Environment } from './Environment.ts';

/** `IEnumerator<T>`: one pass over a collection, moved by hand. */
export class Enumerator {
  readonly typeArguments: readonly [NetType];
  readonly #items: Iterable<unknown>;
  #iterator: Iterator<unknown>;
  #current: unknown;

  constructor(elementType: NetType, items: Iterable<unknown>) {
    this.typeArguments = [elementType];
    this.#items = items;
    this.#iterator = items[Symbol.iterator]();
    this.#current = defaultOf(elementType);
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  /** The element moved to; `default(T)` before the first and after the last. */
  get current(): unknown {
    return this.#current;
  }

  /** Whether there was another element. */
  moveNext(environment: Environment): boolean {
    environment.spend();
    const { done, value } = this.#iterator.next();
    this.#current = done ? defaultOf(this.elementType) : value;
    return !done;
  }

  reset(): void {
    this.#iterator = this.#items[Symbol.iterator]();
    this.#current = defaultOf(this.elementType);
  }

  dispose(): void {
    this.#iterator.return?.();
  }
}
