import { KeyTable } from './KeyTable.ts';
import type { Region } from './Region.ts';
import { SharedBytes } from './SharedBytes.ts';

/** A value as it is kept. */
export interface Found {
  /** Tells what was stored once from all that was stored before and later; never 0. */
  readonly stamp: number;
  readonly bytes: Uint8Array | undefined;
}

/** A part of the cache, under one lock that whoever calls holds. */
export class ValueShard {
  readonly #keys: KeyTable;
  readonly #bytes: SharedBytes;
  readonly #expiresAt: Float64Array;
  readonly #lastStamp: Float64Array;
  readonly #stamps: Float64Array;
  #now = 0;

  constructor(region: Region, values: number, blocks: number, seed: Int32Array) {
    this.#bytes = new SharedBytes(region, values, blocks);
    this.#expiresAt = region.float64(values);
    this.#lastStamp = region.float64(1);
    this.#stamps = region.float64(values);
    this.#keys = new KeyTable(region, values, seed, {
      isForgetful: true,
      isIdle: (value) => this.#expiresAt[value]! <= this.#now,
      clear: (value) => this.#bytes.clear(value),
      zero: (value) => this.#bytes.zero(value),
    });
  }

  /** Undefined when there is none, or none any more; without bytes when its stamp is `known`. */
  get(key: string, now: number, known: number): Found | undefined {
    const value = this.#keys.find(key);
    if (value < 0) return undefined;
    if (this.#expiresAt[value]! <= now) {
      this.#keys.remove(value);
      return undefined;
    }
    const stamp = this.#stamps[value]!;
    return { stamp, bytes: stamp === known ? undefined : this.#bytes.read(value) };
  }

  /**
   * Gives the stamp; 0 when it is not kept: one that is larger than half of the memory does not drive
   * out all others.
   */
  set(key: string, bytes: Uint8Array, expiresAt: number, now: number): number {
    this.#now = now;
    this.delete(key);
    if (this.#bytes.fits(bytes.length) < 2) return 0;
    let first = this.#bytes.write(bytes);
    while (first === 0) {
      if (!this.#keys.forgetOne(-1)) return 0;
      first = this.#bytes.write(bytes);
    }
    const stamp = this.#lastStamp[0]! + 1;
    this.#lastStamp[0] = stamp;
    const value = this.#keys.insert(key);
    this.#expiresAt[value] = expiresAt;
    this.#stamps[value] = stamp;
    this.#bytes.assign(value, first, bytes.length);
    return stamp;
  }

  delete(key: string): void {
    const value = this.#keys.find(key);
    if (value >= 0) this.#keys.remove(value);
  }

  /** After a worker died in the middle of a change: what it was storing is there whole, or not at all. */
  rebuild(): void {
    this.#keys.rebuild();
    for (const torn of this.#bytes.rebuild(this.#keys.taken())) this.#keys.remove(torn);
  }
}
