/** How often a worker shows that it is not stuck. */
const beatMs = 1_000;

/** How many looks in a row without a beat mean that a worker is stuck. */
const mostMissed = 6;

/** Memory for the pulse of one worker: an Int32 that counts beats. */
export function pulseMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/** The worker's side: beats as long as the worker gets around to it. */
export function beat(pulse: SharedArrayBuffer): void {
  const beats = new Int32Array(pulse);
  setInterval(() => Atomics.add(beats, 0, 1), beatMs).unref();
}

/**
 * The main thread's side. It counts looks and not time: a process that was stopped, and goes on, has
 * all of its threads stopped for as long.
 */
export class PulseWatch {
  readonly #beats: Int32Array;
  #seen = 0;
  #missed = 0;

  constructor(pulse: SharedArrayBuffer) {
    this.#beats = new Int32Array(pulse);
  }

  /** Looks once; whether it is stuck. */
  isStuck(): boolean {
    const beats = Atomics.load(this.#beats, 0);
    this.#missed = beats === this.#seen ? this.#missed + 1 : 0;
    this.#seen = beats;
    return this.#missed >= mostMissed;
  }
}
