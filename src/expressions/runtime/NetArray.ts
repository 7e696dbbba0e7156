import type { NetType } from '../typeSystem/NetType.ts';
import { IndexOutOfRangeException } from './exceptions.ts';

/** The storage of an array: bytes are kept as bytes, everything else as values. */
export type ArrayItems = unknown[] | Uint8Array;

/** A .NET array. Elements are in the static representation of `elementType`, row by row. */
export class NetArray {
  readonly elementType: NetType;
  readonly items: ArrayItems;
  /** Length of each dimension, outermost first. */
  readonly lengths: readonly number[];

  constructor(
    elementType: NetType,
    items: ArrayItems,
    lengths: readonly number[] = [items.length],
  ) {
    this.elementType = elementType;
    this.items = items;
    this.lengths = lengths;
  }

  get length(): number {
    return this.items.length;
  }

  /** @throws IndexOutOfRangeException */
  at(index: number): unknown {
    if (index < 0 || index >= this.items.length) throw new IndexOutOfRangeException();
    return this.items[index];
  }

  /** @throws IndexOutOfRangeException */
  setAt(index: number, value: unknown): void {
    if (index < 0 || index >= this.items.length) throw new IndexOutOfRangeException();
    this.items[index] = value as number;
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}
