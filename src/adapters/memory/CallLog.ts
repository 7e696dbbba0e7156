/** When calls were counted, in the order of time. Work is constant for each call on average. */
export class CallLog {
  #times: number[] = [];
  #amounts: number[] = [];
  #first = 0;
  #total = 0;

  /** All that was added and is not dropped. */
  get total(): number {
    return this.#total;
  }

  add(amount: number, now: number): void {
    this.#total += amount;
    const last = this.#times.length - 1;
    // A clock may be set back; times must not.
    if (last >= this.#first && this.#times[last]! >= now) this.#amounts[last]! += amount;
    else {
      this.#times.push(now);
      this.#amounts.push(amount);
    }
  }

  /** Drops what was added at that time or before. */
  dropUntil(time: number): void {
    while (this.#first < this.#times.length && this.#times[this.#first]! <= time) {
      this.#total -= this.#amounts[this.#first]!;
      this.#first++;
    }
    // The dropped part is cut off once it is the larger one.
    if (this.#first > 32 && this.#first * 2 > this.#times.length) {
      this.#times = this.#times.slice(this.#first);
      this.#amounts = this.#amounts.slice(this.#first);
      this.#first = 0;
    }
  }

  /** When the last of so many of the oldest calls was added; the last time of all when there are fewer. */
  timeToFree(amount: number): number {
    let freed = 0;
    let time = 0;
    for (let at = this.#first; at < this.#times.length && freed < amount; at++) {
      freed += this.#amounts[at]!;
      time = this.#times[at]!;
    }
    return time;
  }
}
