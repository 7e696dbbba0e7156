import type { Count, Window } from '../../engine/ports/Counters.ts';
import { KeyTable } from './KeyTable.ts';
import type { Region } from './Region.ts';
import { SharedLogs } from './SharedLogs.ts';

const many = 32;

/** A part of the counters, under one lock that whoever calls holds. */
export class CounterShard {
  readonly #keys: KeyTable;
  readonly #logs: SharedLogs;
  readonly #windows: Float64Array;
  #now = 0;

  constructor(region: Region, counters: number, times: number, seed: Int32Array) {
    this.#logs = new SharedLogs(region, counters, times);
    this.#windows = region.float64(counters);
    this.#keys = new KeyTable(region, counters, seed, {
      isForgetful: true,
      isIdle: (log) => this.#logs.lastTime(log) <= this.#now - this.#windows[log]!,
      clear: (log) => this.#logs.clear(log),
      zero: (log) => this.#logs.zero(log),
    });
  }

  take(key: string, amount: number, window: Window): Count {
    const log = this.#log(key, window);
    const total = this.#logs.total(log);
    if (total + amount > window.limit) return this.#refusal(log, amount, window);
    this.#add(log, amount, window.now);
    return { allowed: true, remaining: window.limit - total - amount, retryAfterMs: 0 };
  }

  peek(key: string, window: Window): Count {
    const log = this.#log(key, window);
    const total = this.#logs.total(log);
    if (total >= window.limit) return this.#refusal(log, 1, window);
    return { allowed: true, remaining: window.limit - total, retryAfterMs: 0 };
  }

  add(key: string, amount: number, window: Window): void {
    this.#add(this.#log(key, window), amount, window.now);
  }

  /** After a worker died in the middle of a change. What it was counting may be counted or not. */
  rebuild(): void {
    this.#keys.rebuild();
    this.#logs.rebuild(this.#keys.taken());
  }

  #log(key: string, { windowMs, now }: Window): number {
    this.#now = now;
    let log = this.#keys.find(key);
    if (log < 0) {
      log = this.#keys.insert(key);
      this.#windows[log] = windowMs;
    } else this.#logs.dropUntil(log, now - windowMs);
    return log;
  }

  #add(log: number, amount: number, now: number): void {
    while (!this.#logs.add(log, amount, now)) {
      // Memory for times is used up: a counter that has many gets by with fewer; for one that has few,
      // those that nobody asked for give way.
      const hasMany = this.#logs.count(log) >= many;
      if (hasMany ? this.#logs.thin(log) : this.#keys.forgetOne(log)) continue;
      this.#logs.addToLast(log, amount, now);
      return;
    }
  }

  #refusal(log: number, amount: number, { limit, windowMs, now }: Window): Count {
    const total = this.#logs.total(log);
    const freeAt = this.#logs.timeToFree(log, total + amount - limit) + windowMs;
    return {
      allowed: false,
      remaining: Math.max(limit - total, 0),
      retryAfterMs: Math.max(freeAt - now, 0),
    };
  }
}
