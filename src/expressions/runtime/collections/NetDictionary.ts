import type { NetType } from '../../typeSystem/NetType.ts';
import { box } from '../boxing.ts';
import type { Environment } from '../Environment.ts';
import { equalityOf } from '../equality.ts';
import type { EqualityComparer } from '../equality.ts';
import { ArgumentException } from '../exceptions.ts';
import { checkKey, keyNotFound } from './checks.ts';
import { DictionaryKeys, DictionaryValues } from './DictionaryViews.ts';
import { enumerateSlots, free } from './enumerateSlots.ts';
import { KeyValuePair } from './KeyValuePair.ts';
import type { DictionaryProtocol } from './protocols.ts';
import { toText } from '../toText.ts';

/**
 * `Dictionary<TKey, TValue>`. Like .NET's it enumerates its slots, which are in the order of
 * insertion until something is removed: the slot that was freed last is filled first.
 */
export class NetDictionary implements DictionaryProtocol {
  /** [TKey, TValue]. */
  readonly typeArguments: readonly [NetType, NetType];
  readonly comparer: EqualityComparer;
  readonly isReadOnly = false;
  version = 0;
  readonly #slotOfKey = new Map<unknown, number>();
  #pairs: (KeyValuePair | typeof free)[] = [];
  #freed: number[] = [];

  constructor(keyType: NetType, valueType: NetType, comparer: EqualityComparer | null = null) {
    this.typeArguments = [keyType, valueType];
    this.comparer = comparer ?? equalityOf(keyType);
  }

  get count(): number {
    return this.#slotOfKey.size;
  }

  /** Undefined when the key is absent. */
  find(key: unknown): unknown {
    checkKey(key);
    const slot = this.#slotOfKey.get(this.comparer.keyOf(key));
    return slot === undefined ? undefined : (this.#pairs[slot] as KeyValuePair).value;
  }

  get(key: unknown): unknown {
    const value = this.find(key);
    if (value === undefined) throw keyNotFound(toText(box(key, this.typeArguments[0])));
    return value;
  }

  containsKey(key: unknown): boolean {
    checkKey(key);
    return this.#slotOfKey.has(this.comparer.keyOf(key));
  }

  set(key: unknown, value: unknown, environment: Environment): void {
    checkKey(key);
    const slot = this.#slotOfKey.get(this.comparer.keyOf(key));
    if (slot === undefined) return this.#insert(key, value, environment);
    const { key: first } = this.#pairs[slot] as KeyValuePair;
    this.#pairs[slot] = new KeyValuePair(this.typeArguments, first, value);
    this.version++;
  }

  addKey(key: unknown, value: unknown, environment: Environment): void {
    if (this.containsKey(key)) {
      const text = toText(box(key, this.typeArguments[0]));
      throw new ArgumentException(`An item with the same key has already been added. Key: ${text}`);
    }
    this.#insert(key, value, environment);
  }

  #insert(key: unknown, value: unknown, environment: Environment): void {
    environment.allowItems(this.count + 1);
    const slot = this.#freed.pop() ?? this.#pairs.length;
    this.#pairs[slot] = new KeyValuePair(this.typeArguments, key, value);
    this.#slotOfKey.set(this.comparer.keyOf(key), slot);
    this.version++;
  }

  removeKey(key: unknown): boolean {
    checkKey(key);
    const mapKey = this.comparer.keyOf(key);
    const slot = this.#slotOfKey.get(mapKey);
    if (slot === undefined) return false;
    this.#slotOfKey.delete(mapKey);
    this.#pairs[slot] = free;
    this.#freed.push(slot);
    this.version++;
    return true;
  }

  clear(): void {
    this.#slotOfKey.clear();
    this.#pairs = [];
    this.#freed = [];
    this.version++;
  }

  containsValue(value: unknown): boolean {
    const comparer = equalityOf(this.typeArguments[1]);
    return Iterator.from(this).some((pair) => comparer.equals(pair.value, value));
  }

  contains(item: unknown): boolean {
    if (!(item instanceof KeyValuePair)) return false;
    const value = this.find(item.key);
    return value !== undefined && equalityOf(this.typeArguments[1]).equals(value, item.value);
  }

  add(item: unknown, environment: Environment): void {
    const pair = item as KeyValuePair;
    this.addKey(pair.key, pair.value, environment);
  }

  remove(item: unknown): boolean {
    return this.contains(item) && this.removeKey((item as KeyValuePair).key);
  }

  get keys(): DictionaryKeys {
    return new DictionaryKeys(this);
  }

  get values(): DictionaryValues {
    return new DictionaryValues(this);
  }

  get slotCount(): number {
    return this.#pairs.length;
  }

  slot(index: number): unknown {
    return this.#pairs[index];
  }

  [Symbol.iterator](): Iterator<KeyValuePair> {
    return enumerateSlots(this);
  }
}
