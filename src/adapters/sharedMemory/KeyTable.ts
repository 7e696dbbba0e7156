import { createHash } from 'node:crypto';
import type { Region } from './Region.ts';

/** Places for the text of a key. */
const longestKey = 64;

/**
 * A key as it is kept: long ones as digests, since callers often have a say in them, and must not fill
 * the memory. A digest is longer than any key that is kept as it is, so that none is taken for another,
 * and it is one of UTF-16, since in UTF-8 halves of surrogate pairs are all the same.
 */
export function keptKey(key: string): string {
  if (key.length < longestKey) return key;
  return createHash('sha256').update(key, 'utf16le').digest('base64').padEnd(longestKey);
}

/** What depends on the keys, and who decides about them. */
export interface Tenants {
  /** Whether entries may be forgotten when all are taken. */
  readonly isForgetful: boolean;
  /** Whether nothing is lost when an entry is forgotten. */
  isIdle(entry: number): boolean;
  /** Gives back what an entry holds. */
  clear(entry: number): void;
  /** Makes the fields of an entry zero, whatever they are. */
  zero(entry: number): void;
}

// Places in the header.
const fresh = 0;
const free = 1;
const hand = 2;

/**
 * Keys in shared memory, each with the number of an entry: a hash table of a fixed size. Whoever calls
 * holds the lock of it. References to entries are one more than their number, so that 0 is none.
 */
export class KeyTable {
  readonly #capacity: number;
  readonly #seed: Int32Array;
  readonly #tenants: Tenants;
  readonly #header: Int32Array;
  readonly #buckets: Int32Array;
  readonly #next: Int32Array;
  readonly #hashes: Int32Array;
  /** One more than the length of the key; 0 for an entry that is free. It is written last. */
  readonly #lengths: Int32Array;
  readonly #isRecent: Int32Array;
  readonly #texts: Uint16Array;

  /** `seed` is one random Int32 of the same memory: keys that callers choose do not collide on purpose. */
  constructor(region: Region, capacity: number, seed: Int32Array, tenants: Tenants) {
    this.#capacity = capacity;
    this.#seed = seed;
    this.#tenants = tenants;
    this.#header = region.int32(4);
    this.#buckets = region.int32(1 << Math.ceil(Math.log2(capacity)));
    this.#next = region.int32(capacity);
    this.#hashes = region.int32(capacity);
    this.#lengths = region.int32(capacity);
    this.#isRecent = region.int32(capacity);
    this.#texts = region.uint16(capacity * longestKey);
  }

  /** The entry of a kept key, or -1. */
  find(key: string): number {
    const hash = this.#hashOf(key);
    let reference = this.#buckets[this.#bucketOf(hash)]!;
    while (reference !== 0) {
      const entry = reference - 1;
      if (this.#hashes[entry] === hash && this.#holds(entry, key)) {
        this.#isRecent[entry] = 1;
        return entry;
      }
      reference = this.#next[entry]!;
    }
    return -1;
  }

  /** An entry for a kept key that has none; -1 when all are taken. */
  insert(key: string): number {
    const entry = this.#take();
    if (entry < 0) return -1;
    const hash = this.#hashOf(key);
    const bucket = this.#bucketOf(hash);
    const start = entry * longestKey;
    for (let i = 0; i < key.length; i++) this.#texts[start + i] = key.charCodeAt(i);
    this.#isRecent[entry] = 0;
    this.#hashes[entry] = hash;
    this.#next[entry] = this.#buckets[bucket]!;
    this.#lengths[entry] = key.length + 1;
    this.#buckets[bucket] = entry + 1;
    return entry;
  }

  remove(entry: number): void {
    const bucket = this.#bucketOf(this.#hashes[entry]!);
    this.#lengths[entry] = 0;
    this.#tenants.clear(entry);
    let before = -1;
    let reference = this.#buckets[bucket]!;
    while (reference !== 0 && reference !== entry + 1) {
      before = reference - 1;
      reference = this.#next[before]!;
    }
    if (before < 0) this.#buckets[bucket] = this.#next[entry]!;
    else this.#next[before] = this.#next[entry]!;
    this.#next[entry] = this.#header[free]!;
    this.#header[free] = entry + 1;
  }

  /**
   * Forgets an entry that is idle, or else one that nobody asked for since the last round; not `kept`.
   * False when there is none.
   */
  forgetOne(kept: number): boolean {
    if (!this.#tenants.isForgetful) return false;
    const used = this.#header[fresh]!;
    for (let steps = 0; steps < used * 2; steps++) {
      const entry = this.#header[hand]! % used;
      this.#header[hand] = entry + 1;
      if (this.#lengths[entry] === 0 || entry === kept) continue;
      if (this.#isRecent[entry] === 0 || this.#tenants.isIdle(entry)) {
        this.remove(entry);
        return true;
      }
      this.#isRecent[entry] = 0;
    }
    return false;
  }

  /** Entries that have a key. */
  *taken(): Iterable<number> {
    for (let entry = 0; entry < this.#header[fresh]!; entry++)
      if (this.#lengths[entry] !== 0) yield entry;
  }

  /** Makes everything follow from the keys again, after a worker died in the middle of a change. */
  rebuild(): void {
    this.#buckets.fill(0);
    this.#header[free] = 0;
    const used = Math.min(Math.max(this.#header[fresh]!, 0), this.#capacity);
    this.#header[fresh] = used;
    for (let entry = used - 1; entry >= 0; entry--) {
      const length = this.#lengths[entry]! - 1;
      if (length < 0 || length > longestKey) {
        this.#lengths[entry] = 0;
        this.#tenants.zero(entry);
        this.#next[entry] = this.#header[free]!;
        this.#header[free] = entry + 1;
        continue;
      }
      const start = entry * longestKey;
      const key = String.fromCharCode(...this.#texts.subarray(start, start + length));
      const hash = this.#hashOf(key);
      const bucket = this.#bucketOf(hash);
      this.#hashes[entry] = hash;
      this.#next[entry] = this.#buckets[bucket]!;
      this.#buckets[bucket] = entry + 1;
    }
  }

  #take(): number {
    const header = this.#header;
    if (header[free] === 0 && header[fresh]! < this.#capacity) return header[fresh]!++;
    if (header[free] === 0 && !this.forgetOne(-1)) return -1;
    const entry = header[free]! - 1;
    header[free] = this.#next[entry]!;
    return entry;
  }

  #holds(entry: number, key: string): boolean {
    if (this.#lengths[entry] !== key.length + 1) return false;
    const start = entry * longestKey;
    for (let i = 0; i < key.length; i++)
      if (this.#texts[start + i] !== key.charCodeAt(i)) return false;
    return true;
  }

  #bucketOf(hash: number): number {
    return hash & (this.#buckets.length - 1);
  }

  #hashOf(key: string): number {
    return hashOf(key, this.#seed[0]!);
  }
}

/** FNV-1a with a seed, and the final mix of MurmurHash3. */
export function hashOf(key: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
