import { randomInt } from 'node:crypto';

/** Memory for all that `cut` cuts, which begins with a seed that nobody outside can guess. */
export function seededMemory(cut: (region: Region) => unknown): SharedArrayBuffer {
  const measured = new Region();
  cut(measured);
  const memory = new SharedArrayBuffer(measured.size);
  new Int32Array(memory)[0] = randomInt(-(2 ** 31), 2 ** 31);
  return memory;
}

/** Cuts shared memory into arrays, one after another, as long as their order is always the same. */
export class Region {
  readonly #memory: SharedArrayBuffer | undefined;
  #end = 0;

  /** Without memory it only finds out how much is needed. */
  constructor(memory?: SharedArrayBuffer) {
    this.#memory = memory;
  }

  /** Bytes that were cut so far. */
  get size(): number {
    return this.#end;
  }

  int32(length: number): Int32Array {
    const at = this.#take(length * 4);
    return this.#memory ? new Int32Array(this.#memory, at, length) : new Int32Array(0);
  }

  uint16(length: number): Uint16Array {
    const at = this.#take(length * 2);
    return this.#memory ? new Uint16Array(this.#memory, at, length) : new Uint16Array(0);
  }

  uint8(length: number): Uint8Array {
    const at = this.#take(length);
    return this.#memory ? new Uint8Array(this.#memory, at, length) : new Uint8Array(0);
  }

  float64(length: number): Float64Array {
    const at = this.#take(length * 8);
    return this.#memory ? new Float64Array(this.#memory, at, length) : new Float64Array(0);
  }

  #take(bytes: number): number {
    const at = this.#end;
    this.#end += Math.ceil(bytes / 8) * 8;
    return at;
  }
}
