import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { equalityOf } from '../equality.ts';
import type { EqualityComparer } from '../equality.ts';
import { enumerateSlots, free } from './enumerateSlots.ts';
import type { CollectionProtocol } from './protocols.ts';

/** `HashSet<T>`; enumerates its slots as NetDictionary does. Null is a possible element. */
export class NetHashSet implements CollectionProtocol {
  readonly typeArguments: readonly [NetType];
  readonly comparer: EqualityComparer;
  readonly isReadOnly = false;
  version = 0;
  readonly #slotOfKey = new Map<unknown, number>();
  #items: unknown[] = [];
  #freed: number[] = [];

  constructor(elementType: NetType, comparer: EqualityComparer | null = null) {
    this.typeArguments = [elementType];
    this.comparer = comparer ?? equalityOf(elementType);
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  get count(): number {
    return this.#slotOfKey.size;
  }

  contains(item: unknown): boolean {
    return this.#slotOfKey.has(this.comparer.keyOf(item));
  }

  /** The element that equals `item`; undefined when there is none. */
  find(item: unknown): unknown {
    const slot = this.#slotOfKey.get(this.comparer.keyOf(item));
    return slot === undefined ? undefined : this.#items[slot];
  }

  /** Whether the item was not there before. */
  add(item: unknown, environment: Environment): boolean {
    const key = this.comparer.keyOf(item);
    if (this.#slotOfKey.has(key)) return false;
    environment.allowItems(this.count + 1);
    const slot = this.#freed.pop() ?? this.#items.length;
    this.#items[slot] = item;
    this.#slotOfKey.set(key, slot);
    this.version++;
    return true;
  }

  remove(item: unknown): boolean {
    const key = this.comparer.keyOf(item);
    const slot = this.#slotOfKey.get(key);
    if (slot === undefined) return false;
    this.#slotOfKey.delete(key);
    this.#items[slot] = free;
    this.#freed.push(slot);
    this.version++;
    return true;
  }

  clear(): void {
    this.#slotOfKey.clear();
    this.#items = [];
    this.#freed = [];
    this.version++;
  }

  get slotCount(): number {
    return this.#items.length;
  }

  slot(index: number): unknown {
    return this.#items[index];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return enumerateSlots(this);
  }
}
