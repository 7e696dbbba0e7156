import type { Slots } from '../../engine/ports/Slots.ts';
import { hashOf, keptKey, KeyTable } from './KeyTable.ts';
import { Region, seededMemory } from './Region.ts';
import { SharedLock } from './SharedLock.ts';

export interface SlotSizes {
  readonly workers: number;
  readonly shards: number;
  /** Keys of a shard that somebody may be within at a time; for more, nobody is let in. */
  readonly keys: number;
}

/** Sizes for so many workers. */
export function slotSizes(workers: number): SlotSizes {
  return { workers, shards: 16, keys: 4_096 };
}

interface Shard {
  readonly lock: SharedLock;
  readonly slots: SlotShard;
}

/** Counts who is within, in memory that workers share. Who was within on a worker that died has left. */
export class SharedSlots implements Slots {
  readonly #seed: Int32Array;
  readonly #shards: readonly Shard[];
  readonly #worker: number;

  static memory(sizes: SlotSizes): SharedArrayBuffer {
    return seededMemory((region) => cut(region, 0, sizes));
  }

  /** After a worker is no more: everybody on it leaves. */
  static free(memory: SharedArrayBuffer, worker: number, sizes: SlotSizes): void {
    const { shards } = cut(new Region(memory), worker, sizes);
    for (const { lock, slots } of shards) {
      lock.takeOver(() => slots.rebuild());
      lock.acquire();
      slots.leaveAll(worker);
      lock.release();
    }
  }

  constructor(memory: SharedArrayBuffer, worker: number, sizes: SlotSizes) {
    const { seed, shards } = cut(new Region(memory), worker, sizes);
    this.#seed = seed;
    this.#shards = shards;
    this.#worker = worker;
  }

  enter(key: string, limit: number): boolean {
    const kept = keptKey(key);
    const { lock, slots } = this.#shardOf(kept);
    lock.acquire();
    try {
      return slots.enter(kept, limit, this.#worker);
    } finally {
      lock.release();
    }
  }

  leave(key: string): void {
    const kept = keptKey(key);
    const { lock, slots } = this.#shardOf(kept);
    lock.acquire();
    try {
      slots.leave(kept, this.#worker);
    } finally {
      lock.release();
    }
  }

  #shardOf(key: string): Shard {
    return this.#shards[(hashOf(key, ~this.#seed[0]!) >>> 8) % this.#shards.length]!;
  }
}

/** A part of the keys, under one lock that whoever calls holds. */
class SlotShard {
  readonly #keys: KeyTable;
  /** For each key, how many are within on each worker. */
  readonly #within: Int32Array;
  readonly #workers: number;

  constructor(region: Region, { keys, workers }: SlotSizes, seed: Int32Array) {
    this.#workers = workers;
    this.#within = region.int32(keys * workers);
    this.#keys = new KeyTable(region, keys, seed, {
      isForgetful: false,
      isIdle: () => false,
      clear: (entry) => this.#zero(entry),
      zero: (entry) => this.#zero(entry),
    });
  }

  enter(key: string, limit: number, worker: number): boolean {
    let entry = this.#keys.find(key);
    const within = entry < 0 ? 0 : this.#total(entry);
    if (within >= limit) return false;
    if (entry < 0) entry = this.#keys.insert(key);
    if (entry < 0) return false;
    this.#within[entry * this.#workers + worker]!++;
    return true;
  }

  leave(key: string, worker: number): void {
    const entry = this.#keys.find(key);
    if (entry < 0) return;
    const own = entry * this.#workers + worker;
    if (this.#within[own]! > 0) this.#within[own]!--;
    if (this.#total(entry) === 0) this.#keys.remove(entry);
  }

  leaveAll(worker: number): void {
    for (const entry of this.#keys.taken()) {
      this.#within[entry * this.#workers + worker] = 0;
      if (this.#total(entry) === 0) this.#keys.remove(entry);
    }
  }

  rebuild(): void {
    this.#keys.rebuild();
  }

  #total(entry: number): number {
    const start = entry * this.#workers;
    let total = 0;
    for (let i = 0; i < this.#workers; i++) total += this.#within[start + i]!;
    return total;
  }

  #zero(entry: number): void {
    this.#within.fill(0, entry * this.#workers, (entry + 1) * this.#workers);
  }
}

function cut(
  region: Region,
  worker: number,
  sizes: SlotSizes,
): { readonly seed: Int32Array; readonly shards: readonly Shard[] } {
  const seed = region.int32(1);
  return {
    seed,
    shards: Array.from({ length: sizes.shards }, () => ({
      lock: new SharedLock(region.int32(1), worker),
      slots: new SlotShard(region, sizes, seed),
    })),
  };
}
