import { checkIndex } from '../collections/checks.ts';
import type { CountedProtocol } from '../collections/protocols.ts';
import type { Environment } from '../Environment.ts';

/** A collection that only grows: what those of extensions and identifiers are. */
export abstract class AddOnlyCollection<Item> implements CountedProtocol {
  readonly #items: Item[];

  constructor(items: readonly Item[] = []) {
    this.#items = [...items];
  }

  get count(): number {
    return this.#items.length;
  }

  /** @throws ArgumentOutOfRangeException */
  at(index: number): Item {
    checkIndex(index, this.count);
    return this.#items[index]!;
  }

  /** The place of the item. @throws LimitExceeded */
  add(item: Item, environment: Environment): number {
    environment.allowItems(this.count + 1);
    return this.#items.push(item) - 1;
  }

  find(isWanted: (item: Item) => boolean): Item | null {
    return this.#items.find(isWanted) ?? null;
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#items[Symbol.iterator]();
  }
}
