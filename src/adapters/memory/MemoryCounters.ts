import type { Count, Counters, Window } from '../../engine/ports/Counters.ts';

/** Calls that were counted, in the order of time; what is older than the window is dropped. */
class Log {
  #times: number[] = [];
  #amounts: number[] = [];
  #first = 0;
  total = 0;
  /** Until when anything in it can still matter. */
  relevantUntil = 0;

  dropBefore(time: number): void {
    while (this.#first < this.#times.length && this.#times[this.#first]! <= time) {
      this.total -= this.#amounts[this.#first]!;
      this.#first++;
    }
    // The dropped part is cut off when it is the larger one: constant work for each call on average.
    if (this.#first > 32 && this.#first * 2 > this.#times.length) {
      this.#times = this.#times.slice(this.#first);
      this.#amounts = this.#amounts.slice(this.#first);
      this.#first = 0;
    }
  }

  add(amount: number, now: number): void {
    this.total += amount;
    const last = this.#times.length - 1;
    if (last >= this.#first && this.#times[last] === now) this.#amounts[last]! += amount;
    else {
      this.#times.push(now);
      this.#amounts.push(amount);
    }
  }

  /** When so many of the oldest calls will have left the window. */
  timeToFree(amount: number, windowMs: number): number {
    let freed = 0;
    for (let at = this.#first; at < this.#times.length; at++) {
      freed += this.#amounts[at]!;
      if (freed >= amount) return this.#times[at]! + windowMs;
    }
    return 0;
  }
}

/** How many counters there may be before those that no longer matter are looked for. */
const sweepAt = 10_000;

/** Counts in the memory of this process. */
export class MemoryCounters implements Counters {
  readonly #logs = new Map<string, Log>();
  #sweepAt = sweepAt;

  take(key: string, amount: number, window: Window): Count {
    const log = this.#log(key, window);
    if (log.total + amount > window.limit) return refusal(log, amount, window);
    log.add(amount, window.now);
    return { allowed: true, remaining: window.limit - log.total, retryAfterMs: 0 };
  }

  peek(key: string, window: Window): Count {
    const log = this.#log(key, window);
    if (log.total + 1 > window.limit) return refusal(log, 1, window);
    return { allowed: true, remaining: window.limit - log.total - 1, retryAfterMs: 0 };
  }

  add(key: string, amount: number, window: Window): void {
    this.#log(key, window).add(amount, window.now);
  }

  #log(key: string, { windowMs, now }: Window): Log {
    let log = this.#logs.get(key);
    if (!log) {
      if (this.#logs.size >= this.#sweepAt) this.#sweep(now);
      this.#logs.set(key, (log = new Log()));
    }
    log.dropBefore(now - windowMs);
    log.relevantUntil = now + windowMs;
    return log;
  }

  #sweep(now: number): void {
    for (const [key, log] of this.#logs) if (log.relevantUntil <= now) this.#logs.delete(key);
    this.#sweepAt = Math.max(sweepAt, this.#logs.size * 2);
  }
}

function refusal(log: Log, amount: number, { limit, windowMs, now }: Window): Count {
  const excess = log.total + amount - limit;
  const retryAfterMs = Math.max(log.timeToFree(excess, windowMs) - now, 0);
  return { allowed: false, remaining: Math.max(limit - log.total, 0), retryAfterMs };
}
