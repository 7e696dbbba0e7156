/**
 * Knuth's subtractive generator (The Art of Computer Programming, volume 2, 3.2.2) with the seeds
 * and the slip that `new Random(seed)` has had since .NET 1.0
 * (https://learn.microsoft.com/dotnet/api/system.random#remarks), so that a seed gives the same
 * numbers here as there. Not for secrets.
 */
export class SubtractiveGenerator {
  readonly #state: Int32Array;
  #next = 0;
  #back = 21;

  /** `seed` is any 32-bit integer; its sign does not count. */
  constructor(seed: number) {
    this.#state = seededState(seed);
  }

  /** An integer from 0 to 2^31 - 2. */
  sample(): number {
    this.#next = this.#next >= 55 ? 1 : this.#next + 1;
    this.#back = this.#back >= 55 ? 1 : this.#back + 1;
    const difference = (this.#state[this.#next]! - this.#state[this.#back]!) | 0;
    const below = difference === modulus ? difference - 1 : difference;
    return (this.#state[this.#next] = below < 0 ? below + modulus : below);
  }

  /** A number from 0 to below 1. */
  fraction(): number {
    return this.sample() * (1 / modulus);
  }

  /** A number from 0 to below 1, of all 32-bit differences. */
  wideFraction(): number {
    const magnitude = this.sample();
    const isNegative = this.sample() % 2 === 0;
    return ((isNegative ? -magnitude : magnitude) + (modulus - 1)) / (2 * modulus - 1);
  }
}

const modulus = 2147483647;
const seedConstant = 161803398;

function seededState(seed: number): Int32Array {
  const state = new Int32Array(56);
  let previous = seedConstant - Math.min(Math.abs(seed), modulus);
  let value = 1;
  state[55] = previous;
  for (let i = 1; i < 55; i++) {
    const index = (21 * i) % 55;
    state[index] = value;
    value = (previous - value) | 0;
    if (value < 0) value += modulus;
    previous = state[index]!;
  }
  for (let round = 1; round < 5; round++) mix(state);
  return state;
}

function mix(state: Int32Array): void {
  for (let i = 1; i < 56; i++) {
    const difference = (state[i]! - state[1 + ((i + 30) % 55)]!) | 0;
    state[i] = difference < 0 ? difference + modulus : difference;
  }
}
