import type { Count, Counters, Window } from '../../engine/ports/Counters.ts';
import { CounterShard } from './CounterShard.ts';
import { hashOf, keptKey } from './KeyTable.ts';
import { Region, seededMemory } from './Region.ts';
import { SharedLock } from './SharedLock.ts';

/** How much there may be of everything. What is not used takes addresses, and hardly any memory. */
export interface CounterSizes {
  readonly shards: number;
  /** Counters of a shard; the ones that were not asked for longest give way. */
  readonly counters: number;
  /** Times of calls that all counters of a shard remember together. */
  readonly times: number;
}

const usualSizes: CounterSizes = { shards: 64, counters: 1_600, times: 8_192 };

interface Shard {
  readonly lock: SharedLock;
  readonly counters: CounterShard;
}

/**
 * Counts in memory that workers share, exactly: each call is counted under a lock, of which there are
 * many. A counter tells thousands of times apart; beyond, calls count a little longer, never shorter.
 */
export class SharedCounters implements Counters {
  readonly #seed: Int32Array;
  readonly #shards: readonly Shard[];

  /** Memory for counters of these sizes. */
  static memory(sizes = usualSizes): SharedArrayBuffer {
    return seededMemory((region) => cut(region, 0, sizes));
  }

  /** After a worker is no more: lets go what it held, in order. */
  static free(memory: SharedArrayBuffer, worker: number, sizes = usualSizes): void {
    const { shards } = cut(new Region(memory), worker, sizes);
    for (const { lock, counters } of shards) lock.takeOver(() => counters.rebuild());
  }

  /** `worker` is the number of this one, from 0; `sizes` are those of the memory. */
  constructor(memory: SharedArrayBuffer, worker: number, sizes = usualSizes) {
    const { seed, shards } = cut(new Region(memory), worker, sizes);
    this.#seed = seed;
    this.#shards = shards;
  }

  take(key: string, amount: number, window: Window): Count {
    const kept = keptKey(key);
    const { lock, counters } = this.#shardOf(kept);
    lock.acquire();
    try {
      return counters.take(kept, amount, window);
    } finally {
      lock.release();
    }
  }

  peek(key: string, window: Window): Count {
    const kept = keptKey(key);
    const { lock, counters } = this.#shardOf(kept);
    lock.acquire();
    try {
      return counters.peek(kept, window);
    } finally {
      lock.release();
    }
  }

  add(key: string, amount: number, window: Window): void {
    const kept = keptKey(key);
    const { lock, counters } = this.#shardOf(kept);
    lock.acquire();
    try {
      counters.add(kept, amount, window);
    } finally {
      lock.release();
    }
  }

  #shardOf(key: string): Shard {
    // Not the bits by which a shard finds its bucket.
    return this.#shards[(hashOf(key, ~this.#seed[0]!) >>> 8) % this.#shards.length]!;
  }
}

function cut(
  region: Region,
  worker: number,
  { shards, counters, times }: CounterSizes,
): { readonly seed: Int32Array; readonly shards: readonly Shard[] } {
  const seed = region.int32(1);
  return {
    seed,
    shards: Array.from({ length: shards }, () => ({
      lock: new SharedLock(region.int32(1), worker),
      counters: new CounterShard(region, counters, times, seed),
    })),
  };
}
