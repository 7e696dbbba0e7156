import type { NetType } from '../../typeSystem/NetType.ts';
import { equalityOf } from '../equality.ts';
import { NotSupportedException } from '../exceptions.ts';
import { NetArray } from '../NetArray.ts';
import { checkIndex } from './checks.ts';
import { storeItem } from './storeItem.ts';
import type { CollectionProtocol, CountedProtocol, ListProtocol } from './protocols.ts';

/** A one-dimensional array as the `IList<T>` that it is: elements may be replaced, not added. */
export class ArrayAsList implements ListProtocol {
  readonly elementType: NetType;
  readonly isReadOnly = true;
  readonly #array: NetArray;

  constructor(array: NetArray) {
    this.elementType = array.elementType;
    this.#array = array;
  }

  get count(): number {
    return this.#array.length;
  }

  at(index: number): unknown {
    checkIndex(index, this.count);
    return this.#array.items[index];
  }

  setAt(index: number, item: unknown): void {
    checkIndex(index, this.count);
    storeItem(this.#array, index, item, undefined);
  }

  indexOf(item: unknown): number {
    const comparer = equalityOf(this.elementType);
    return (this.#array.items as unknown[]).findIndex((other) => comparer.equals(other, item));
  }

  contains(item: unknown): boolean {
    return this.indexOf(item) >= 0;
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.#array[Symbol.iterator]();
  }

  add(): void {
    throw fixedSize();
  }

  insert(): void {
    throw fixedSize();
  }

  remove(): boolean {
    throw fixedSize();
  }

  removeAt(): void {
    throw fixedSize();
  }

  clear(): void {
    throw new NotSupportedException('Collection is read-only.');
  }
}

/** The protocol of any `IList<T>`. */
export function asList(list: NetArray | ListProtocol): ListProtocol {
  return list instanceof NetArray ? new ArrayAsList(list) : list;
}

/** The protocol of any `ICollection<T>`. */
export function asCollection(collection: NetArray | CollectionProtocol): CollectionProtocol {
  return collection instanceof NetArray ? new ArrayAsList(collection) : collection;
}

/** What knows how many elements it has: arrays and every `IReadOnlyCollection<T>`. */
export type Countable = NetArray | CountedProtocol;

export function asCounted(collection: Countable): CountedProtocol {
  return collection instanceof NetArray ? new ArrayAsList(collection) : collection;
}

export function countOf(collection: Countable): number {
  return collection instanceof NetArray ? collection.length : collection.count;
}

function fixedSize(): NotSupportedException {
  return new NotSupportedException('Collection was of a fixed size.');
}
