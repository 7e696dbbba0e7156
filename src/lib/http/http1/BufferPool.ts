import type { Lease } from '../Lease.ts';

/** Large enough that content takes few reads, small enough that many slow streams take little. */
const bufferBytes = 128 * 1024;
const mostFree = 64;

/**
 * A buffer that content is read into and written from, without a copy in between. Whoever took it
 * holds it, and so does everybody who still needs what is in it; when nobody does, others get it.
 */
export class PooledBuffer implements Lease {
  readonly bytes = Buffer.allocUnsafeSlow(bufferBytes);
  #holders = 1;

  /** Whether others than the one who took it hold it. */
  get isShared(): boolean {
    return this.#holders > 1;
  }

  hold(): void {
    this.#holders++;
  }

  release(): void {
    this.#holders--;
    if (this.#holders === 0 && free.length < mostFree) free.push(this);
  }
}

const free: PooledBuffer[] = [];

/** A buffer for so many bytes; undefined when they are too many for one. */
export function takeBufferFor(length: number): PooledBuffer | undefined {
  return length <= bufferBytes ? takeBuffer() : undefined;
}

/** A buffer that nobody else holds. Without `release` it is lost to others, and no more than that. */
export function takeBuffer(): PooledBuffer {
  const buffer = free.pop();
  if (!buffer) return new PooledBuffer();
  buffer.hold();
  return buffer;
}
