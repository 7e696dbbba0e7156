import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { equalityOf } from '../equality.ts';
import { enumerateSlots } from './enumerateSlots.ts';
import type { CountedProtocol } from './protocols.ts';

/** Elements taken before the array is cut, so that taking one costs little. */
const slack = 32;

/** `Queue<T>`: first in, first out. */
export class NetQueue implements CountedProtocol {
  readonly typeArguments: readonly [NetType];
  version = 0;
  #items: unknown[];
  #head = 0;

  constructor(elementType: NetType, items: unknown[] = []) {
    this.typeArguments = [elementType];
    this.#items = items;
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  get count(): number {
    return this.#items.length - this.#head;
  }

  enqueue(item: unknown, environment: Environment): void {
    environment.allowItems(this.count + 1);
    this.#items.push(item);
    this.version++;
  }

  /** The first element; undefined of an empty queue. */
  peek(): unknown {
    return this.#items[this.#head];
  }

  /** Takes the first element; undefined of an empty queue. */
  dequeue(): unknown {
    if (this.count === 0) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head > slack && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    this.version++;
    return item;
  }

  contains(item: unknown): boolean {
    const comparer = equalityOf(this.elementType);
    return Iterator.from(this).some((other) => comparer.equals(other, item));
  }

  clear(): void {
    this.#items = [];
    this.#head = 0;
    this.version++;
  }

  get slotCount(): number {
    return this.count;
  }

  slot(index: number): unknown {
    return this.#items[this.#head + index];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return enumerateSlots(this);
  }
}
