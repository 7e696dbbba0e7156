import type { Region } from './Region.ts';

/** Times that one log tells apart; when there are more, neighbours become one, as of the later time. */
const mostTimes = 2_048;

// Places in the header.
const fresh = 0;
const free = 1;

/**
 * When calls were counted, for many counters, in shared memory: what CallLog is in the memory of one
 * thread. Whoever calls holds the lock of it. References to times are one more than their number.
 */
export class SharedLogs {
  readonly #capacity: number;
  readonly #header: Int32Array;
  readonly #times: Float64Array;
  readonly #amounts: Float64Array;
  readonly #next: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #counts: Int32Array;
  readonly #totals: Float64Array;

  /** For so many logs, with so many times all together. */
  constructor(region: Region, logs: number, times: number) {
    this.#capacity = times;
    this.#header = region.int32(2);
    this.#times = region.float64(times);
    this.#amounts = region.float64(times);
    this.#next = region.int32(times);
    this.#first = region.int32(logs);
    this.#last = region.int32(logs);
    this.#counts = region.int32(logs);
    this.#totals = region.float64(logs);
  }

  /** All that was added and is not dropped. */
  total(log: number): number {
    return this.#totals[log]!;
  }

  /** How many times it tells apart now. */
  count(log: number): number {
    return this.#counts[log]!;
  }

  /** When something was added last; -Infinity when there is nothing. */
  lastTime(log: number): number {
    const last = this.#last[log]!;
    return last === 0 ? -Infinity : this.#times[last - 1]!;
  }

  /** False when there is no memory left for it. */
  add(log: number, amount: number, now: number): boolean {
    const last = this.#last[log]! - 1;
    // A clock may be set back; times must not.
    if (last >= 0 && this.#times[last]! >= now) {
      this.#amounts[last]! += amount;
      this.#totals[log]! += amount;
      return true;
    }
    if (this.#counts[log]! >= mostTimes) this.thin(log);
    const time = this.#take();
    if (time < 0) return false;
    this.#times[time] = now;
    this.#amounts[time] = amount;
    this.#next[time] = 0;
    if (last < 0) this.#first[log] = time + 1;
    else this.#next[last] = time + 1;
    this.#last[log] = time + 1;
    this.#counts[log]!++;
    this.#totals[log]! += amount;
    return true;
  }

  /** Drops what was added at that time or before. */
  dropUntil(log: number, until: number): void {
    let first = this.#first[log]!;
    while (first !== 0 && this.#times[first - 1]! <= until) {
      const time = first - 1;
      first = this.#next[time]!;
      this.#first[log] = first;
      this.#counts[log]!--;
      this.#totals[log]! -= this.#amounts[time]!;
      this.#give(time);
    }
    if (first === 0) this.#last[log] = 0;
  }

  /** When the last of so many of the oldest calls was added; the last time of all when there are fewer. */
  timeToFree(log: number, amount: number): number {
    let freed = 0;
    let time = 0;
    for (let at = this.#first[log]!; at !== 0 && freed < amount; at = this.#next[at - 1]!) {
      freed += this.#amounts[at - 1]!;
      time = this.#times[at - 1]!;
    }
    return time;
  }

  /**
   * Makes each pair of neighbours one, as of the later time: a call may then count for longer, never
   * for shorter. False when there is no pair.
   */
  thin(log: number): boolean {
    let before = -1;
    let at = this.#first[log]! - 1;
    let isThinned = false;
    while (at >= 0 && this.#next[at] !== 0) {
      const later = this.#next[at]! - 1;
      this.#amounts[later]! += this.#amounts[at]!;
      if (before < 0) this.#first[log] = later + 1;
      else this.#next[before] = later + 1;
      this.#counts[log]!--;
      this.#give(at);
      isThinned = true;
      before = later;
      at = this.#next[later]! - 1;
    }
    return isThinned;
  }

  /** Adds to the last time what has no memory of its own; it counts as of now. */
  addToLast(log: number, amount: number, now: number): void {
    const last = this.#last[log]! - 1;
    if (last < 0) return;
    this.#times[last] = now;
    this.#amounts[last]! += amount;
    this.#totals[log]! += amount;
  }

  /** Drops everything. */
  clear(log: number): void {
    this.dropUntil(log, Infinity);
    this.zero(log);
  }

  zero(log: number): void {
    this.#first[log] = 0;
    this.#last[log] = 0;
    this.#counts[log] = 0;
    this.#totals[log] = 0;
  }

  /** Makes everything follow from the times of these logs, after a worker died in the middle of a change. */
  rebuild(logs: Iterable<number>): void {
    const used = Math.min(Math.max(this.#header[fresh]!, 0), this.#capacity);
    const isFree = new Uint8Array(used).fill(1);
    for (const log of logs) this.#follow(log, isFree);
    this.#header[fresh] = used;
    this.#header[free] = 0;
    for (let time = used - 1; time >= 0; time--) if (isFree[time] === 1) this.#give(time);
  }

  /** Goes along a log as far as it makes sense. */
  #follow(log: number, isFree: Uint8Array): void {
    let last = 0;
    let count = 0;
    let total = 0;
    let at = this.#first[log]!;
    while (at > 0 && at <= isFree.length && isFree[at - 1] === 1) {
      isFree[at - 1] = 0;
      total += this.#amounts[at - 1]!;
      count++;
      last = at;
      at = this.#next[at - 1]!;
    }
    if (last === 0) this.#first[log] = 0;
    else this.#next[last - 1] = 0;
    this.#last[log] = last;
    this.#counts[log] = count;
    this.#totals[log] = total;
  }

  #take(): number {
    const header = this.#header;
    if (header[free] !== 0) {
      const time = header[free]! - 1;
      header[free] = this.#next[time]!;
      return time;
    }
    return header[fresh]! < this.#capacity ? header[fresh]!++ : -1;
  }

  #give(time: number): void {
    this.#next[time] = this.#header[free]!;
    this.#header[free] = time + 1;
  }
}
