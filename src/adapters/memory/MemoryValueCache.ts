import type { Lifetime, ValueCache } from '../../engine/ports/ValueCache.ts';
import { RecentMap } from '../../lib/collections/RecentMap.ts';

interface Entry {
  readonly value: unknown;
  readonly expiresAt: number;
}

const maxBytes = 64 * 1024 * 1024;

/** What keeping an entry takes beside its key and its value, about. */
const overheadBytes = 200;

/** Keeps values in the memory of this process; those that were not used for longest give way. */
export class MemoryValueCache implements ValueCache {
  readonly #entries: RecentMap<Entry>;

  constructor(max = maxBytes) {
    this.#entries = new RecentMap(max);
  }

  get(key: string, now: number): unknown {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt > now) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: unknown, { durationMs, now, bytes }: Lifetime): void {
    const weight = bytes + key.length * 2 + overheadBytes;
    this.#entries.set(key, { value, expiresAt: now + durationMs }, weight);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
