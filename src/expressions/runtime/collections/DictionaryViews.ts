/** The live views of a dictionary that `Keys` and `Values` return. */
import type { NetType } from '../../typeSystem/NetType.ts';
import { equalityOf } from '../equality.ts';
import { NotSupportedException } from '../exceptions.ts';
import { enumerateSlots, free } from './enumerateSlots.ts';
import type { Slots } from './enumerateSlots.ts';
import type { KeyValuePair } from './KeyValuePair.ts';
import type { CollectionProtocol } from './protocols.ts';

/** What the views need of their dictionary. */
export interface ViewedDictionary extends Slots {
  readonly typeArguments: readonly [NetType, NetType];
  readonly count: number;
  containsKey(key: unknown): boolean;
}

abstract class DictionaryView implements CollectionProtocol, Slots {
  readonly dictionary: ViewedDictionary;
  readonly isReadOnly = true;

  constructor(dictionary: ViewedDictionary) {
    this.dictionary = dictionary;
  }

  abstract readonly elementType: NetType;
  protected abstract readonly part: 'key' | 'value';
  abstract contains(item: unknown): boolean;

  get typeArguments(): readonly [NetType, NetType] {
    return this.dictionary.typeArguments;
  }

  get count(): number {
    return this.dictionary.count;
  }

  get version(): number {
    return this.dictionary.version;
  }

  get slotCount(): number {
    return this.dictionary.slotCount;
  }

  slot(index: number): unknown {
    const pair = this.dictionary.slot(index);
    return pair === free ? free : (pair as KeyValuePair)[this.part];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return enumerateSlots(this);
  }

  add(): void {
    throw this.#readOnly();
  }

  clear(): void {
    throw this.#readOnly();
  }

  remove(): boolean {
    throw this.#readOnly();
  }

  #readOnly(): NotSupportedException {
    return new NotSupportedException(
      `Mutating a ${this.part} collection derived from a dictionary is not allowed.`,
    );
  }
}

/** `Dictionary<TKey, TValue>.KeyCollection`. */
export class DictionaryKeys extends DictionaryView {
  protected readonly part = 'key';

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  contains(item: unknown): boolean {
    return this.dictionary.containsKey(item);
  }
}

/** `Dictionary<TKey, TValue>.ValueCollection`. */
export class DictionaryValues extends DictionaryView {
  protected readonly part = 'value';

  get elementType(): NetType {
    return this.typeArguments[1];
  }

  contains(item: unknown): boolean {
    const comparer = equalityOf(this.elementType);
    return Iterator.from(this).some((value) => comparer.equals(value, item));
  }
}
