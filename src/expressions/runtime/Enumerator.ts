import type { NetType } from '../typeSystem/NetType.ts';
import { defaultOf } from './defaultOf.ts';
import type { Environment } from './Environment.ts';
import { InvalidOperationException } from './exceptions.ts';

/** `IEnumerator<T>`: one pass over a collection, moved by hand. */
export class Enumerator {
  readonly typeArguments: readonly NetType[];
  readonly #items: Iterable<unknown>;
  #iterator: Iterator<unknown>;
  readonly #isStrict: boolean;
  #current: unknown;
  #place: 'before' | 'within' | 'after' = 'before';

  /** A strict one has no current element before the first and after the last. */
  constructor(elementType: NetType, items: Iterable<unknown>, isStrict = false) {
    this.typeArguments = [elementType];
    this.#items = items;
    this.#isStrict = isStrict;
    this.#iterator = items[Symbol.iterator]();
    this.#current = defaultOf(elementType);
  }

  get elementType(): NetType {
    return this.typeArguments[0]!;
  }

  /**
   * The element moved to; `default(T)` before the first and after the last.
   * @throws InvalidOperationException of a strict one, instead
   */
  get current(): unknown {
    if (this.#isStrict && this.#place !== 'within') throw noCurrent(this.#place);
    return this.#current;
  }

  /**
   * `IEnumerator.Current`, where the enumerators of collections are strict in any case.
   * @throws InvalidOperationException
   */
  get strictCurrent(): unknown {
    if (this.constructor !== Enumerator && this.#place !== 'within') throw noCurrent(this.#place);
    return this.current;
  }

  /** Whether there was another element. */
  moveNext(environment: Environment): boolean {
    environment.spend();
    const { done, value } = this.#iterator.next();
    this.#place = done ? 'after' : 'within';
    this.#current = done ? defaultOf(this.elementType) : value;
    return !done;
  }

  reset(): void {
    this.#iterator = this.#items[Symbol.iterator]();
    this.#place = 'before';
    this.#current = defaultOf(this.elementType);
  }

  dispose(): void {
    this.#iterator.return?.();
  }
}

function noCurrent(place: 'before' | 'after'): InvalidOperationException {
  return new InvalidOperationException(
    place === 'before'
      ? 'Enumeration has not started. Call MoveNext.'
      : 'Enumeration already finished.',
  );
}
