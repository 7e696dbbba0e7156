import type { Capacity } from '../../lib/http/Capacity.ts';

/** Room that all workers take from. Each counts in a cell of its own, so that a dead one can be told. */
export class SharedCapacity implements Capacity {
  readonly #cells: Int32Array;
  readonly #own: number;
  readonly #places: number;

  /** Memory for so many workers. */
  static memory(workers: number): SharedArrayBuffer {
    return new SharedArrayBuffer(workers * Int32Array.BYTES_PER_ELEMENT);
  }

  /** Gives back what a worker that is no more had taken. */
  static free(memory: SharedArrayBuffer, worker: number): void {
    Atomics.store(new Int32Array(memory), worker, 0);
  }

  constructor(memory: SharedArrayBuffer, worker: number, places: number) {
    this.#cells = new Int32Array(memory);
    this.#own = worker;
    this.#places = places;
  }

  /** First takes and then looks: of two at once, one or both find that they are too many, never none. */
  enter(): boolean {
    Atomics.add(this.#cells, this.#own, 1);
    let taken = 0;
    for (let i = 0; i < this.#cells.length; i++) taken += Atomics.load(this.#cells, i);
    if (taken <= this.#places) return true;
    this.leave();
    return false;
  }

  leave(): void {
    Atomics.sub(this.#cells, this.#own, 1);
  }
}
