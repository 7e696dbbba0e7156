import { checkIndex } from '../collections/checks.ts';
import { UnchangeableList } from '../collections/UnchangeableList.ts';

/** A list of objects that nobody can change: what collections of matches, groups and captures are. */
export abstract class FixedList<Item extends object> extends UnchangeableList {
  readonly items: readonly Item[];

  readonly #owner: object | undefined;

  /** `owner` is what has the list; none when the list stands for itself. */
  constructor(items: readonly Item[], owner?: object) {
    super();
    this.items = items;
    this.#owner = owner;
  }

  get owner(): object {
    return this.#owner ?? this;
  }

  get count(): number {
    return this.items.length;
  }

  /** @throws ArgumentOutOfRangeException */
  at(index: number): Item {
    checkIndex(index, this.items.length, 'i');
    return this.items[index]!;
  }

  contains(item: unknown): boolean {
    return this.indexOf(item) >= 0;
  }

  indexOf(item: unknown): number {
    return this.items.findIndex((own) => own === item);
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.items[Symbol.iterator]();
  }
}
