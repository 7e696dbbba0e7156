import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { equalityOf } from '../equality.ts';
import { iterate } from '../iterate.ts';
import { NetArray } from '../NetArray.ts';
import { checkIndex, checkInsertion } from './checks.ts';
import { enumerateSlots } from './enumerateSlots.ts';
import { listed } from './listed.ts';
import type { ListProtocol } from './protocols.ts';

/** Elements that one call can take as arguments without fear for the stack. */
const mostArguments = 1_000;

/** `List<T>`. */
export class NetList implements ListProtocol {
  readonly typeArguments: readonly [NetType];
  readonly isReadOnly = false;
  readonly items: unknown[];
  /** Counts changes, so that enumerations notice them. */
  version = 0;
  #capacity: number;

  /** The array becomes the list's own; its elements are static representations. */
  constructor(elementType: NetType, items: unknown[] = []) {
    this.typeArguments = [elementType];
    this.items = items;
    this.#capacity = items.length;
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  get count(): number {
    return this.items.length;
  }

  get capacity(): number {
    return this.#capacity;
  }

  set capacity(value: number) {
    this.#capacity = value;
  }

  at(index: number): unknown {
    checkIndex(index, this.items.length);
    return this.items[index];
  }

  setAt(index: number, item: unknown): void {
    checkIndex(index, this.items.length);
    this.items[index] = item;
    this.version++;
  }

  add(item: unknown, environment: Environment): void {
    this.#reserve(this.items.length + 1, environment);
    this.items.push(item);
    this.version++;
  }

  /** As .NET grows lists: four elements, then at least twice as many each time. */
  #reserve(count: number, environment: Environment): void {
    environment.allowItems(count);
    if (count <= this.#capacity) return;
    this.#capacity = Math.max(this.#capacity === 0 ? 4 : 2 * this.#capacity, count);
  }

  /**
   * Adds the elements of an enumerable. One that counts its elements is copied first, so it may be
   * this list; of any other the elements are added as they come, as List<T>.AddRange does.
   */
  addRange(collection: unknown, environment: Environment): void {
    if (isCounted(collection)) {
      this.#insertAll(this.count, listed(collection, this.elementType, environment), environment);
      return;
    }
    for (const item of iterate(collection, this.elementType)) {
      environment.spend();
      this.add(item, environment);
    }
  }

  insert(index: number, item: unknown, environment: Environment): void {
    checkInsertion(index, this.items.length);
    this.#insertAll(index, [item], environment);
  }

  /** Inserts elements of an enumerable, which may be this list itself. */
  insertRange(index: number, collection: unknown, environment: Environment): void {
    checkInsertion(index, this.items.length);
    this.#insertAll(index, listed(collection, this.elementType, environment), environment);
  }

  #insertAll(index: number, items: readonly unknown[], environment: Environment): void {
    const count = this.items.length + items.length;
    this.#reserve(count, environment);
    environment.spend(1 + ((count - index) >> 4));
    if (items.length <= mostArguments) this.items.splice(index, 0, ...items);
    else for (const item of [...items, ...this.items.splice(index)]) this.items.push(item);
    this.version++;
  }

  removeAt(index: number): void {
    checkIndex(index, this.items.length);
    this.removeRange(index, 1);
  }

  removeRange(index: number, count: number): void {
    if (count === 0) return;
    this.items.splice(index, count);
    this.version++;
  }

  /** Keeps only these of its elements; the number of elements removed. */
  keep(items: readonly unknown[]): number {
    const removed = this.items.length - items.length;
    if (removed === 0) return 0;
    this.items.length = 0;
    for (const item of items) this.items.push(item);
    this.version++;
    return removed;
  }

  remove(item: unknown): boolean {
    const index = this.indexOf(item);
    if (index >= 0) this.removeAt(index);
    return index >= 0;
  }

  clear(): void {
    this.items.length = 0;
    this.version++;
  }

  indexOf(item: unknown): number {
    const comparer = equalityOf(this.elementType);
    return this.items.findIndex((other) => comparer.equals(other, item));
  }

  contains(item: unknown): boolean {
    return this.indexOf(item) >= 0;
  }

  get slotCount(): number {
    return this.items.length;
  }

  slot(index: number): unknown {
    return this.items[index];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return enumerateSlots(this);
  }
}

function isCounted(collection: unknown): boolean {
  if (collection instanceof NetArray) return true;
  return typeof collection === 'object' && collection !== null && 'count' in collection;
}
