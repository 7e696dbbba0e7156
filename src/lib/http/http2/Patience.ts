/**
 * How many events of a kind one connection may cause: a number at once, and so many a second in the
 * long run. Those that are cheap to cause and cost work here are an attack when there are more of them.
 */
export class Patience {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  /** `now` in milliseconds. */
  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
    this.#at = now;
  }

  /** So many events were caused by this side. */
  earn(events: number): void {
    this.#left = Math.min(this.#burst, this.#left + events);
  }

  /** Takes note of an event. False: that was one too many. */
  bears(now: number): boolean {
    this.earn(((now - this.#at) / 1_000) * this.#perSecond);
    this.#at = now;
    this.#left--;
    return this.#left >= 0;
  }
}
