const firstWaitMs = 100;
const longestWaitMs = 30_000;
const longEnoughMs = 10_000;

/** How long to wait before a worker that ended gets a successor: not at all, unless it happens often. */
export class BackOff {
  #quickEnds = 0;

  /** Milliseconds to wait after one that lived for that time. */
  after(livedMs: number): number {
    if (livedMs >= longEnoughMs) this.#quickEnds = 0;
    const waitMs = this.#quickEnds === 0 ? 0 : firstWaitMs * 2 ** (this.#quickEnds - 1);
    this.#quickEnds++;
    return Math.min(waitMs, longestWaitMs);
  }
}
