import type { Slots } from '../../engine/ports/Slots.ts';

/** Counts in the memory of this process. Keys are kept while somebody is within. */
export class MemorySlots implements Slots {
  readonly #within = new Map<string, number>();

  /** How many keys are kept. */
  get size(): number {
    return this.#within.size;
  }

  enter(key: string, limit: number): boolean {
    const within = this.#within.get(key) ?? 0;
    if (within >= limit) return false;
    this.#within.set(key, within + 1);
    return true;
  }

  leave(key: string): void {
    const within = this.#within.get(key) ?? 0;
    if (within > 1) this.#within.set(key, within - 1);
    else this.#within.delete(key);
  }
}
