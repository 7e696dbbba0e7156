/** Tries before waiting: what a lock guards takes less than a microsecond. */
const mostTries = 200;

/** A holder that was put to sleep by the system is looked for again after this time. */
const waitMs = 0.2;

/** Who repairs what a dead worker held. */
const repairing = -1;

/**
 * A lock that threads share. It says which worker holds it, so that another can tell what a worker
 * held that is no more. It is held for a few steps of memory only, and never while waiting.
 */
export class SharedLock {
  readonly #cell: Int32Array;
  readonly #holder: number;

  /** `cell` is one Int32 of shared memory. `worker` is its number, from 0. */
  constructor(cell: Int32Array, worker: number) {
    this.#cell = cell;
    this.#holder = worker + 1;
  }

  acquire(): void {
    const cell = this.#cell;
    for (let tries = 0; Atomics.compareExchange(cell, 0, 0, this.#holder) !== 0; tries++) {
      if (tries < mostTries) continue;
      const held = Atomics.load(cell, 0);
      if (held !== 0) Atomics.wait(cell, 0, held, waitMs);
    }
  }

  release(): void {
    Atomics.store(this.#cell, 0, 0);
  }

  /** When this worker died with the lock: repairs what it guards, and lets the others go on. */
  takeOver(repair: () => void): void {
    if (Atomics.compareExchange(this.#cell, 0, this.#holder, repairing) !== this.#holder) return;
    repair();
    this.release();
  }
}
