import { compareAddresses, readAddress } from './address.ts';
import type { Family } from './address.ts';
import type { AddressRange } from './range.ts';

/** Where `includes` parses to; look-ups are synchronous, so one is enough. */
const scratch = new Uint32Array(4);

/**
 * A set of addresses, asked by binary search over merged ranges without allocating. Families are
 * apart: `::/0` holds every IPv6 address and no IPv4 address, IPv4-mapped ones among them.
 */
export class AddressRanges {
  readonly #ipv4: RangeTable;
  readonly #ipv6: RangeTable;

  constructor(ranges: readonly AddressRange[]) {
    this.#ipv4 = new RangeTable(ofFamily(ranges, 4), 1);
    this.#ipv6 = new RangeTable(ofFamily(ranges, 6), 4);
  }

  /** Whether the address is in a range; undefined when the text is not an address (`parseAddress`). */
  includes(address: string): boolean | undefined {
    const family = readAddress(address, scratch);
    if (family === undefined) return undefined;
    return family === 4 ? this.#ipv4.includes(scratch, 3) : this.#ipv6.includes(scratch, 0);
  }
}

/** Sorted ranges that do not overlap; range `i` has its words at `i * width`. */
class RangeTable {
  readonly #width: number;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;

  constructor(ranges: readonly AddressRange[], width: number) {
    this.#width = width;
    this.#from = Uint32Array.from(ranges.flatMap(({ from }) => from.words));
    this.#to = Uint32Array.from(ranges.flatMap(({ to }) => to.words));
  }

  includes(words: Uint32Array, at: number): boolean {
    let low = 0;
    let high = this.#from.length / this.#width;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.#from, middle, words, at) <= 0) low = middle + 1;
      else high = middle;
    }
    // `low` ranges start at or before the address; only the last of them can reach it.
    return low > 0 && this.#compare(this.#to, low - 1, words, at) >= 0;
  }

  #compare(table: Uint32Array, index: number, words: Uint32Array, at: number): number {
    const start = index * this.#width;
    for (let i = 0; i < this.#width; i++) {
      const difference = table[start + i]! - words[at + i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

function ofFamily(ranges: readonly AddressRange[], family: Family): AddressRange[] {
  const sorted = ranges
    .filter(({ from }) => from.family === family)
    .toSorted((a, b) => compareAddresses(a.from, b.from));
  const merged: AddressRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || compareAddresses(range.from, last.to) > 0) merged.push(range);
    else if (compareAddresses(range.to, last.to) > 0) {
      merged[merged.length - 1] = { from: last.from, to: range.to };
    }
  }
  return merged;
}
