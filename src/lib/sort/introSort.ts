/**
 * Introspective sort (Musser 1997) laid out as .NET lays it out, so that elements that compare equal
 * end where .NET puts them: insertion sort up to 16 elements, else quicksort with the median of three
 * as pivot, heapsort once the partitions get too deep (documented at
 * learn.microsoft.com/dotnet/api/system.array.sort).
 */

/** Negative, zero or positive. */
export type Comparison<T> = (one: T, other: T) => number;

/** The comparison contradicts itself, so that the sort ran over the edge. */
export class InconsistentComparison extends Error {
  constructor() {
    super('The comparison is inconsistent.');
    this.name = 'InconsistentComparison';
  }
}

const insertionLimit = 16;

/** An array that can be sorted in place. */
export interface Sortable<T> {
  readonly length: number;
  [index: number]: T;
}

/**
 * Sorts `count` elements from `start` in place. `companions`, if given, is moved along: it holds as
 * many elements.
 * @throws InconsistentComparison
 */
export function introSort<T>(
  keys: Sortable<T>,
  compare: Comparison<T>,
  start = 0,
  count = keys.length,
  companions: Sortable<unknown> | null = null,
): void {
  if (count < 2) return;
  const depth = 2 * (Math.floor(Math.log2(count)) + 1);
  new IntroSort(keys, compare, companions).sort(start, count, depth);
}

class IntroSort<T> {
  readonly #keys: Sortable<T>;
  readonly #compare: Comparison<T>;
  readonly #companions: Sortable<unknown> | null;

  constructor(keys: Sortable<T>, compare: Comparison<T>, companions: Sortable<unknown> | null) {
    this.#keys = keys;
    this.#compare = compare;
    this.#companions = companions;
  }

  sort(start: number, length: number, depth: number): void {
    let count = length;
    let depthLeft = depth;
    while (count > 1) {
      if (count <= insertionLimit) return this.#sortFew(start, count);
      if (depthLeft-- === 0) return this.#heapSort(start, count);
      const pivot = this.#partition(start, count);
      this.sort(pivot + 1, start + count - pivot - 1, depthLeft);
      count = pivot - start;
    }
  }

  #sortFew(start: number, count: number): void {
    if (count === 2) return this.#order(start, start + 1);
    if (count === 3) {
      this.#order(start, start + 1);
      this.#order(start, start + 2);
      return this.#order(start + 1, start + 2);
    }
    this.#insertionSort(start, count);
  }

  #insertionSort(start: number, count: number): void {
    for (let i = start + 1; i < start + count; i++) {
      for (let j = i; j > start && this.#compare(this.#keys[j]!, this.#keys[j - 1]!) < 0; j--) {
        this.#swap(j, j - 1);
      }
    }
  }

  /** Where the pivot ends: what is before it is not greater, what is after it not less. */
  #partition(start: number, count: number): number {
    const last = start + count - 1;
    const middle = start + ((count - 1) >> 1);
    this.#order(start, middle);
    this.#order(start, last);
    this.#order(middle, last);
    const pivot = this.#keys[middle]!;
    this.#swap(middle, last - 1);
    let [left, right] = [start, last - 1];
    while (left < right) {
      do this.#checkInside(++left, start, last);
      while (this.#compare(this.#keys[left]!, pivot) < 0);
      do this.#checkInside(--right, start, last);
      while (this.#compare(pivot, this.#keys[right]!) < 0);
      if (left >= right) break;
      this.#swap(left, right);
    }
    if (left !== last - 1) this.#swap(left, last - 1);
    return left;
  }

  #checkInside(index: number, start: number, last: number): void {
    if (index < start || index > last) throw new InconsistentComparison();
  }

  #heapSort(start: number, count: number): void {
    for (let i = count >> 1; i >= 1; i--) this.#siftDown(i, count, start);
    for (let i = count; i > 1; i--) {
      this.#swap(start, start + i - 1);
      this.#siftDown(1, i - 1, start);
    }
  }

  #siftDown(root: number, count: number, start: number): void {
    let at = root;
    while (at <= count >> 1) {
      let child = 2 * at;
      const [first, second] = [start + child - 1, start + child];
      if (child < count && this.#compare(this.#keys[first]!, this.#keys[second]!) < 0) child++;
      const below = start + child - 1;
      if (this.#compare(this.#keys[start + at - 1]!, this.#keys[below]!) >= 0) return;
      this.#swap(start + at - 1, below);
      at = child;
    }
  }

  #order(i: number, j: number): void {
    if (this.#compare(this.#keys[i]!, this.#keys[j]!) > 0) this.#swap(i, j);
  }

  #swap(i: number, j: number): void {
    const keys = this.#keys;
    [keys[i], keys[j]] = [keys[j]!, keys[i]!];
    const companions = this.#companions;
    if (companions) [companions[i], companions[j]] = [companions[j], companions[i]];
  }
}
