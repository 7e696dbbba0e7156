import type { Lifetime, ValueCache } from '../../engine/ports/ValueCache.ts';
import type { TypeRegistry } from '../../expressions/typeSystem/TypeRegistry.ts';
import { RecentMap } from '../../lib/collections/RecentMap.ts';
import { decodeBoxed, encodeBoxed } from '../boxedValues/boxedValues.ts';
import { hashOf, keptKey } from './KeyTable.ts';
import { Region, seededMemory } from './Region.ts';
import { SharedLock } from './SharedLock.ts';
import { ValueShard } from './ValueShard.ts';

export interface CacheSizes {
  readonly shards: number;
  /** Values of a shard, and blocks of 1 KiB for them. */
  readonly values: number;
  readonly blocks: number;
}

/** 64 MiB, as the cache of one thread; a shard holds several responses of the largest size. */
const usualSizes: CacheSizes = { shards: 8, values: 8_192, blocks: 8_192 };

/** Of values that this worker has decoded, the latest are kept beside the memory of all. */
const maxDecodedBytes = 16 * 1024 * 1024;

/** What keeping one takes beside its key and its value, about. */
const overheadBytes = 200;

interface Decoded {
  /** Of the bytes that it was made of: when the memory of all has others, it is over. */
  readonly stamp: number;
  readonly value: unknown;
}

interface Shard {
  readonly lock: SharedLock;
  readonly values: ValueShard;
}

/**
 * Keeps values in memory that workers share, as bytes: what one has stored the others find from then
 * on. Those that were not used for longest give way.
 */
export class SharedValueCache implements ValueCache {
  readonly #seed: Int32Array;
  readonly #shards: readonly Shard[];
  readonly #types: TypeRegistry;
  readonly #decoded = new RecentMap<Decoded>(maxDecodedBytes);

  static memory(sizes = usualSizes): SharedArrayBuffer {
    return seededMemory((region) => cut(region, 0, sizes));
  }

  /** After a worker is no more: lets go what it held, in order. */
  static free(memory: SharedArrayBuffer, worker: number, sizes = usualSizes): void {
    const { shards } = cut(new Region(memory), worker, sizes);
    for (const { lock, values } of shards) lock.takeOver(() => values.rebuild());
  }

  /** `worker` is the number of this one, from 0; `types` are those of the values. */
  constructor(
    memory: SharedArrayBuffer,
    worker: number,
    types: TypeRegistry,
    sizes: CacheSizes = usualSizes,
  ) {
    const { seed, shards } = cut(new Region(memory), worker, sizes);
    this.#seed = seed;
    this.#shards = shards;
    this.#types = types;
  }

  get(key: string, now: number): unknown {
    const kept = keptKey(key);
    const known = this.#decoded.get(kept);
    const found = this.#within(kept, (values) => values.get(kept, now, known?.stamp ?? 0));
    if (!found) {
      this.#decoded.delete(kept);
      return undefined;
    }
    const { stamp, bytes } = found;
    if (!bytes) return known?.value;
    const value = decodeBoxed(bytes, this.#types);
    this.#remember(kept, { stamp, value }, bytes.length);
    return value;
  }

  /** Rejects when the value has no form as bytes. */
  set(key: string, value: unknown, { durationMs, now }: Lifetime): Promise<void> | undefined {
    const bytes = encodeBoxed(value);
    if (!bytes) return Promise.reject(new TypeError('A value of this type cannot be shared.'));
    const kept = keptKey(key);
    const stamp = this.#within(kept, (values) => values.set(kept, bytes, now + durationMs, now));
    if (stamp === 0) this.#decoded.delete(kept);
    else this.#remember(kept, { stamp, value }, bytes.length);
    return undefined;
  }

  delete(key: string): void {
    const kept = keptKey(key);
    this.#decoded.delete(kept);
    this.#within(kept, (values) => values.delete(kept));
  }

  #remember(kept: string, decoded: Decoded, bytes: number): void {
    this.#decoded.set(kept, decoded, bytes + kept.length * 2 + overheadBytes);
  }

  #within<T>(kept: string, act: (values: ValueShard) => T): T {
    const shard = (hashOf(kept, ~this.#seed[0]!) >>> 8) % this.#shards.length;
    const { lock, values } = this.#shards[shard]!;
    lock.acquire();
    try {
      return act(values);
    } finally {
      lock.release();
    }
  }
}

function cut(
  region: Region,
  worker: number,
  { shards, values, blocks }: CacheSizes,
): { readonly seed: Int32Array; readonly shards: readonly Shard[] } {
  const seed = region.int32(1);
  return {
    seed,
    shards: Array.from({ length: shards }, () => ({
      lock: new SharedLock(region.int32(1), worker),
      values: new ValueShard(region, values, blocks, seed),
    })),
  };
}
