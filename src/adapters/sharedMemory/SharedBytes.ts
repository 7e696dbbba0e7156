import type { Region } from './Region.ts';

/** Bytes of a block: most values take one or a few. */
const blockSize = 1_024;

// Places in the header.
const fresh = 0;
const free = 1;

/**
 * Bytes of values in shared memory, in blocks that follow each other. Whoever calls holds the lock of
 * it. References to blocks are one more than their number.
 */
export class SharedBytes {
  readonly #blocks: number;
  readonly #header: Int32Array;
  readonly #next: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #first: Int32Array;
  readonly #lengths: Int32Array;

  /** For so many values, with so many blocks of 1 KiB all together. */
  constructor(region: Region, values: number, blocks: number) {
    this.#blocks = blocks;
    this.#header = region.int32(2);
    this.#next = region.int32(blocks);
    this.#bytes = region.uint8(blocks * blockSize);
    this.#first = region.int32(values);
    this.#lengths = region.int32(values);
  }

  /** How many values of this length there is memory for, at most. */
  fits(length: number): number {
    return Math.floor(this.#blocks / blocksFor(length));
  }

  /** Writes bytes that are nobody's yet; the reference to the first block, or 0 when memory is used up. */
  write(bytes: Uint8Array): number {
    let first = 0;
    // From the end, so that each block knows the one after it.
    for (let part = blocksFor(bytes.length) - 1; part >= 0; part--) {
      const block = this.#take();
      if (block < 0) {
        this.#giveAll(first);
        return 0;
      }
      this.#bytes.set(bytes.subarray(part * blockSize, (part + 1) * blockSize), block * blockSize);
      this.#next[block] = first;
      first = block + 1;
    }
    return first;
  }

  /** Makes what was written the bytes of a value that has none. */
  assign(value: number, first: number, length: number): void {
    this.#lengths[value] = length;
    this.#first[value] = first;
  }

  /** A copy. */
  read(value: number): Uint8Array {
    const length = this.#lengths[value]!;
    const bytes = new Uint8Array(length);
    let reference = this.#first[value]!;
    for (let at = 0; at < length && reference !== 0; at += blockSize) {
      const start = (reference - 1) * blockSize;
      bytes.set(this.#bytes.subarray(start, start + Math.min(blockSize, length - at)), at);
      reference = this.#next[reference - 1]!;
    }
    return bytes;
  }

  clear(value: number): void {
    const first = this.#first[value]!;
    this.zero(value);
    this.#giveAll(first);
  }

  zero(value: number): void {
    this.#first[value] = 0;
    this.#lengths[value] = 0;
  }

  /**
   * Makes everything follow from these values again, after a worker died in the middle of a change.
   * Gives those that are not whole.
   */
  rebuild(values: Iterable<number>): number[] {
    const used = Math.min(Math.max(this.#header[fresh]!, 0), this.#blocks);
    const isFree = new Uint8Array(used).fill(1);
    const torn: number[] = [];
    for (const value of values) {
      let left = blocksFor(this.#lengths[value]!);
      let at = this.#first[value]!;
      for (; at > 0 && at <= used && isFree[at - 1] === 1 && left > 0; left--) {
        isFree[at - 1] = 0;
        at = this.#next[at - 1]!;
      }
      if (left === 0 && at === 0) continue;
      torn.push(value);
      this.zero(value);
    }
    this.#header[fresh] = used;
    this.#header[free] = 0;
    for (let block = used - 1; block >= 0; block--) if (isFree[block] === 1) this.#give(block);
    return torn;
  }

  #take(): number {
    const header = this.#header;
    if (header[free] !== 0) {
      const block = header[free]! - 1;
      header[free] = this.#next[block]!;
      return block;
    }
    return header[fresh]! < this.#blocks ? header[fresh]!++ : -1;
  }

  #give(block: number): void {
    this.#next[block] = this.#header[free]!;
    this.#header[free] = block + 1;
  }

  #giveAll(first: number): void {
    let reference = first;
    while (reference !== 0) {
      const block = reference - 1;
      reference = this.#next[block]!;
      this.#give(block);
    }
  }
}

/** Also no bytes take a block, so that a value without one is none. */
function blocksFor(length: number): number {
  return Math.max(1, Math.ceil(length / blockSize));
}
