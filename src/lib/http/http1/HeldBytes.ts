/** Bytes that wait for more of their kind. Grows by doubling, so that single bytes cost no more. */
export class HeldBytes {
  #buffer: Buffer = empty;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What is held; valid until the next change. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#buffer.length, smallest));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = length;
  }

  /** Gives away what is held. */
  take(): Buffer {
    const { bytes } = this;
    this.#buffer = empty;
    this.#length = 0;
    return bytes;
  }
}

const empty = Buffer.alloc(0);
const smallest = 512;
