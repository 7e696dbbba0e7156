/** Choices by chance: the same ones for the same seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 to below the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  /** One in sixteen is odd. */
  mostly<T>(good: readonly T[], odd: readonly T[]): T {
    return this.pick(this.oneIn(16) ? odd : good);
  }

  /** Half of the time a few bytes are changed, dropped or doubled. */
  spoil(bytes: Buffer): Buffer {
    let spoiled = bytes;
    for (let count = this.oneIn(2) ? this.below(3) : 0; count > 0; count--) {
      const at = this.below(spoiled.length);
      const odd = Buffer.from(this.pick(oddBytes), 'latin1');
      const skipped = this.below(3);
      spoiled = Buffer.concat([spoiled.subarray(0, at), odd, spoiled.subarray(at + skipped)]);
    }
    return spoiled;
  }

  /** The same bytes in pieces. */
  cut(bytes: Buffer): Buffer[] {
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length;) {
      const to = at + 1 + this.below(this.oneIn(4) ? 3 : bytes.length);
      pieces.push(bytes.subarray(at, to));
      at = to;
    }
    return pieces;
  }
}

const oddBytes = [
  '\r',
  '\n',
  '\r\n',
  '\0',
  ' ',
  '\t',
  ':',
  ',',
  ';',
  '0',
  'f',
  '\x7f',
  '\x80',
  '\xff',
  '\x0b',
];
