import { owned } from '../Lease.ts';
import type { Lease } from '../Lease.ts';
import { takeBufferFor } from './BufferPool.ts';
import type { PooledBuffer } from './BufferPool.ts';

/**
 * Bytes that wait for more of their kind, or for somebody who takes them. Grows by doubling, so that
 * single bytes cost no more; what is large at once is held in memory that is used again.
 */
export class HeldBytes {
  #buffer: Buffer = empty;
  #length = 0;
  #pooled: PooledBuffer | undefined;

  get length(): number {
    return this.#length;
  }

  /** What is held; valid until the next change. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#buffer.length) this.#grow(length);
    this.#buffer.set(bytes, this.#length);
    this.#length = length;
  }

  #grow(length: number): void {
    const before = this.#pooled;
    this.#pooled = this.#length === 0 && length >= large ? takeBufferFor(length) : undefined;
    const larger =
      this.#pooled?.bytes ??
      Buffer.allocUnsafe(Math.max(length, 2 * this.#buffer.length, smallest));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
    before?.release();
  }

  /** Gives away what is held. */
  take(): Buffer {
    const { bytes } = this;
    this.#forget();
    return bytes;
  }

  /** Gives what is held to somebody who keeps it no longer than the lease is held. */
  handOn(receive: (bytes: Buffer, lease: Lease) => void): void {
    const { bytes } = this;
    const pooled = this.#pooled;
    this.#forget();
    receive(bytes, pooled ?? owned);
    pooled?.release();
  }

  #forget(): void {
    this.#buffer = empty;
    this.#length = 0;
    this.#pooled = undefined;
  }
}

const empty = Buffer.alloc(0);
const smallest = 512;
const large = 16 * 1024;
