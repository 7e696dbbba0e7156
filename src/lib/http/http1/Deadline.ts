/**
 * The time until which a connection waits for whatever it waits for now. Putting it off costs no
 * timer: the one that runs finds that it is early, and goes on.
 */
export class Deadline {
  readonly #expired: () => void;
  #at = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #firesAt = Number.POSITIVE_INFINITY;

  constructor(expired: () => void) {
    this.#expired = expired;
  }

  /** Milliseconds from now. Takes the place of the deadline before. */
  set(milliseconds: number): void {
    this.#at = performance.now() + milliseconds;
    if (this.#firesAt <= this.#at) return;
    clearTimeout(this.#timer);
    this.#start(milliseconds);
  }

  /** Nothing is waited for. */
  clear(): void {
    this.#at = Number.POSITIVE_INFINITY;
  }

  /** The connection is over. */
  end(): void {
    this.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#firesAt = Number.POSITIVE_INFINITY;
  }

  #start(milliseconds: number): void {
    const wait = Math.min(milliseconds, longest);
    this.#firesAt = performance.now() + wait;
    this.#timer = setTimeout(this.#fire, wait).unref();
  }

  readonly #fire = (): void => {
    this.#timer = undefined;
    this.#firesAt = Number.POSITIVE_INFINITY;
    const left = this.#at - performance.now();
    if (left > 0.5) {
      if (left !== Number.POSITIVE_INFINITY) this.#start(left);
      return;
    }
    this.clear();
    this.#expired();
  };
}

/** What a timer can count. */
const longest = 2 ** 31 - 1;
