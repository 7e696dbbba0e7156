import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { equalityOf } from '../equality.ts';
import type { EqualityComparer } from '../equality.ts';
import { newArray } from '../newArray.ts';
import { Grouping } from './Grouping.ts';

/** `Lookup<TKey, TElement>`: groups in the order in which their keys came first. Null is a key. */
export class NetLookup implements Iterable<Grouping> {
  /** [TKey, TElement]. */
  readonly typeArguments: readonly [NetType, NetType];
  readonly #comparer: EqualityComparer;
  readonly #groups = new Map<unknown, Grouping>();

  constructor(keyType: NetType, elementType: NetType, comparer: EqualityComparer | null = null) {
    this.typeArguments = [keyType, elementType];
    this.#comparer = comparer ?? equalityOf(keyType);
  }

  add(key: unknown, element: unknown, environment: Environment): void {
    const mapKey = this.#comparer.keyOf(key);
    let group = this.#groups.get(mapKey);
    if (!group) {
      environment.allowItems(this.#groups.size + 1);
      this.#groups.set(mapKey, (group = new Grouping(this.typeArguments, key)));
    }
    environment.allowItems(group.items.length + 1);
    group.items.push(element);
  }

  get count(): number {
    return this.#groups.size;
  }

  contains(key: unknown): boolean {
    return this.#groups.has(this.#comparer.keyOf(key));
  }

  find(key: unknown): Grouping | undefined {
    return this.#groups.get(this.#comparer.keyOf(key));
  }

  /** The elements of a key; none when the key is absent. */
  get(key: unknown): Iterable<unknown> {
    return this.find(key) ?? newArray(this.typeArguments[1], []);
  }

  [Symbol.iterator](): Iterator<Grouping> {
    return this.#groups.values();
  }
}
