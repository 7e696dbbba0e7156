import { createHash } from 'node:crypto';
import type { Count, Counters, Window } from '../../engine/ports/Counters.ts';
import { CallLog } from './CallLog.ts';
import { RecentMap } from '../../lib/collections/RecentMap.ts';

/** How many counters there may be; the ones that were not asked for longest give way. */
const maxCounters = 100_000;

/** Longer keys are kept as digests: callers often have a say in them, and must not fill the memory. */
const longestKey = 64;

/** Counts in the memory of this process. */
export class MemoryCounters implements Counters {
  readonly #logs: RecentMap<CallLog>;
  #longestWindowMs = 0;
  #turnedAt = -Infinity;

  constructor(max = maxCounters) {
    this.#logs = new RecentMap(max);
  }

  /** How many counters there are. */
  get size(): number {
    return this.#logs.size;
  }

  take(key: string, amount: number, window: Window): Count {
    const log = this.#log(key, window);
    if (log.total + amount > window.limit) return refusal(log, amount, window);
    log.add(amount, window.now);
    return { allowed: true, remaining: window.limit - log.total, retryAfterMs: 0 };
  }

  peek(key: string, window: Window): Count {
    const log = this.#log(key, window);
    if (log.total >= window.limit) return refusal(log, 1, window);
    return { allowed: true, remaining: window.limit - log.total, retryAfterMs: 0 };
  }

  add(key: string, amount: number, window: Window): void {
    this.#log(key, window).add(amount, window.now);
  }

  #log(key: string, { windowMs, now }: Window): CallLog {
    this.#forgetIdle(windowMs, now);
    const name = key.length > longestKey ? digest(key) : key;
    let log = this.#logs.get(name);
    if (!log) this.#logs.set(name, (log = new CallLog()));
    log.dropUntil(now - windowMs);
    return log;
  }

  /** What nobody asked for within the longest window counts nothing any more. */
  #forgetIdle(windowMs: number, now: number): void {
    if (windowMs > this.#longestWindowMs) this.#longestWindowMs = windowMs;
    if (now - this.#turnedAt < this.#longestWindowMs) return;
    this.#logs.turn();
    this.#turnedAt = now;
  }
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}

function refusal(log: CallLog, amount: number, { limit, windowMs, now }: Window): Count {
  const freeAt = log.timeToFree(log.total + amount - limit) + windowMs;
  return {
    allowed: false,
    remaining: Math.max(limit - log.total, 0),
    retryAfterMs: Math.max(freeAt - now, 0),
  };
}
