import { checkIndex } from '../collections/checks.ts';
import type { ListProtocol } from '../collections/protocols.ts';
import { NotSupportedException } from '../exceptions.ts';

/** A list of objects that nobody can change: what collections of matches, groups and captures are. */
export abstract class FixedList<Item extends object> implements ListProtocol {
  readonly isReadOnly = true;
  readonly items: readonly Item[];

  readonly #owner: object | undefined;

  /** `owner` is what has the list; none when the list stands for itself. */
  constructor(items: readonly Item[], owner?: object) {
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

  setAt(): void {
    throw readOnly();
  }

  add(): void {
    throw readOnly();
  }

  insert(): void {
    throw readOnly();
  }

  remove(): boolean {
    throw readOnly();
  }

  removeAt(): void {
    throw readOnly();
  }

  clear(): void {
    throw readOnly();
  }
}

function readOnly(): NotSupportedException {
  return new NotSupportedException('Collection is read-only.');
}
