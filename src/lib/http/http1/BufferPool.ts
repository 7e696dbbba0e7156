import type { Lease } from '../Lease.ts';

/** Large enough that content takes few reads, small enough that many slow streams take little. */
const bufferBytes = 128 * 1024;
const mostFree = 64;

/** A buffer that content is read into and written from, without a copy in between. */
export class PooledBuffer implements Lease {
  readonly bytes = Buffer.allocUnsafeSlow(bufferBytes);
  #holders = 0;

  get isHeld(): boolean {
    return this.#holders > 0;
  }

  hold(): void {
    this.#holders++;
  }

  release(): void {
    this.#holders--;
    if (this.#holders === 0) giveBack(this);
  }
}

const free: PooledBuffer[] = [];

/** A buffer that nobody holds. */
export function takeBuffer(): PooledBuffer {
  return free.pop() ?? new PooledBuffer();
}

function giveBack(buffer: PooledBuffer): void {
  if (free.length < mostFree) free.push(buffer);
}
