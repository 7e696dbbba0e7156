import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { equalityOf } from '../equality.ts';
import { enumerateSlots } from './enumerateSlots.ts';
import type { CountedProtocol } from './protocols.ts';

/** `Stack<T>`: last in, first out, and enumerated in that order. */
export class NetStack implements CountedProtocol {
  readonly typeArguments: readonly [NetType];
  version = 0;
  readonly #items: unknown[];

  /** `items` from the bottom to the top. */
  constructor(elementType: NetType, items: unknown[] = []) {
    this.typeArguments = [elementType];
    this.#items = items;
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  get count(): number {
    return this.#items.length;
  }

  push(item: unknown, environment: Environment): void {
    environment.allowItems(this.count + 1);
    this.#items.push(item);
    this.version++;
  }

  /** The top element; undefined of an empty stack. */
  peek(): unknown {
    return this.#items.at(-1);
  }

  /** Takes the top element; undefined of an empty stack. */
  pop(): unknown {
    if (this.count === 0) return undefined;
    this.version++;
    return this.#items.pop();
  }

  contains(item: unknown): boolean {
    const comparer = equalityOf(this.elementType);
    return this.#items.some((other) => comparer.equals(other, item));
  }

  clear(): void {
    this.#items.length = 0;
    this.version++;
  }

  get slotCount(): number {
    return this.count;
  }

  slot(index: number): unknown {
    return this.#items[this.count - 1 - index];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return enumerateSlots(this);
  }
}
