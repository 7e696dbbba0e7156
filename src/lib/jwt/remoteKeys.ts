import { KeySet } from './KeySet.ts';
import type { KeySource } from './KeySource.ts';

/** When keys are fetched. All in milliseconds. */
export interface RefreshTimes {
  /** For how long fetched keys are used without asking again: 1 h, as API Management has it. */
  readonly freshMs: number;
  /** From this age on they are fetched in the background, so that a busy gateway never waits. */
  readonly refreshAheadMs: number;
  /** At most once in this time keys are fetched because a token names an unknown one or the last attempt failed. */
  readonly retryMs: number;
  /** The same, while there are no keys at all: then every call is refused, and waiting helps nobody. */
  readonly firstRetryMs: number;
  /**
   * For how long the last keys are used while the authority cannot be reached. A day: long enough for
   * an outage, short enough that a withdrawn key is not believed for ever.
   */
  readonly maxStaleMs: number;
}

export const defaultTimes: RefreshTimes = {
  freshMs: 3_600_000,
  refreshAheadMs: 3_000_000,
  retryMs: 300_000,
  firstRetryMs: 10_000,
  maxStaleMs: 86_400_000,
};

/**
 * Keys that are fetched, kept and fetched again. Calls at the same time share one retrieval. A failed
 * retrieval changes nothing but the time of the next: known keys stay in use until `maxStaleMs`, and
 * without known keys the set is empty, so nothing verifies.
 */
export class RemoteKeys implements KeySource {
  readonly #retrieve: (previous: KeySet | undefined) => Promise<KeySet>;
  readonly #now: () => number;
  readonly #times: RefreshTimes;
  #known: { readonly set: KeySet; readonly atMs: number } | undefined;
  #failure: { readonly set: KeySet; readonly atMs: number } | undefined;
  #askedAgainAtMs = -Infinity;
  #pending: Promise<KeySet> | undefined;

  /** `retrieve` gets the last known set, and rejects with an Error whose message is fit for a log. */
  constructor(
    retrieve: (previous: KeySet | undefined) => Promise<KeySet>,
    now: () => number,
    times: RefreshTimes = defaultTimes,
  ) {
    this.#retrieve = retrieve;
    this.#now = now;
    this.#times = times;
  }

  current(): KeySet | undefined {
    const known = this.#usable();
    if (known === undefined) return this.#mayRetry() ? undefined : this.#failure?.set;
    const age = this.#now() - known.atMs;
    if (age >= this.#times.refreshAheadMs && this.#mayRetry()) void this.#fetch();
    // After a failure the known keys go on without anybody waiting for the next attempt.
    return age < this.#times.freshMs || this.#failure !== undefined ? known.set : undefined;
  }

  async load(): Promise<KeySet> {
    return this.current() ?? this.#fetch();
  }

  async refresh(): Promise<KeySet> {
    const now = this.#now();
    const due = now - this.#askedAgainAtMs >= this.#times.retryMs && this.#mayRetry();
    if (!due) return this.load();
    this.#askedAgainAtMs = now;
    return this.#fetch();
  }

  #mayRetry(): boolean {
    if (this.#failure === undefined) return true;
    const { retryMs, firstRetryMs } = this.#times;
    const wait = this.#usable() === undefined ? firstRetryMs : retryMs;
    return this.#now() - this.#failure.atMs >= wait;
  }

  #usable(): { readonly set: KeySet; readonly atMs: number } | undefined {
    const known = this.#known;
    return known !== undefined && this.#now() - known.atMs < this.#times.maxStaleMs
      ? known
      : undefined;
  }

  #fetch(): Promise<KeySet> {
    this.#pending ??= this.#fetchOnce().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetchOnce(): Promise<KeySet> {
    try {
      const set = await this.#retrieve(this.#known?.set);
      this.#known = { set, atMs: this.#now() };
      this.#failure = undefined;
      return set;
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'Unknown.';
      this.#failure = { set: KeySet.unavailable(problem), atMs: this.#now() };
      return this.#usable()?.set ?? this.#failure.set;
    }
  }
}
