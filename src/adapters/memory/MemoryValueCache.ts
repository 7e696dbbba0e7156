import type { ValueCache } from '../../engine/ports/ValueCache.ts';

interface Entry {
  readonly value: unknown;
  readonly expiresAt: number;
}

/** Keeps values in the memory of this process; the oldest give way when there are too many. */
export class MemoryValueCache implements ValueCache {
  readonly #entries = new Map<string, Entry>();
  readonly #maxEntries: number;

  constructor(maxEntries = 10_000) {
    this.#maxEntries = maxEntries;
  }

  get(key: string, now: number): unknown {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt > now) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: unknown, { durationMs, now }: { durationMs: number; now: number }): void {
    // A map keeps the order of insertion, so the first one is the one that was stored longest ago.
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: now + durationMs });
    if (this.#entries.size > this.#maxEntries) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest!);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
