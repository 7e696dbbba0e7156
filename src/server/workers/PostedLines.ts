/** Lines may wait in memory up to this many characters; then whoever writes them waits. */
const mostUnwritten = 16 * 1024 * 1024;

/**
 * The worker's side of a stream of the main thread. As when writing to a pipe, whoever is faster than
 * the reader has to wait: no line is lost, and memory is bounded.
 */
export class PostedLines {
  readonly #unwritten: Int32Array;
  readonly #post: (text: string) => void;

  constructor(unwritten: SharedArrayBuffer, post: (text: string) => void) {
    this.#unwritten = new Int32Array(unwritten);
    this.#post = post;
  }

  write(text: string): void {
    let unwritten = Atomics.load(this.#unwritten, 0);
    while (unwritten > mostUnwritten) {
      Atomics.wait(this.#unwritten, 0, unwritten);
      unwritten = Atomics.load(this.#unwritten, 0);
    }
    Atomics.add(this.#unwritten, 0, text.length);
    this.#post(text);
  }
}

/** Whether the worker waits for the main thread to write. */
export function isFull(unwritten: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(unwritten), 0) > mostUnwritten;
}

/** The main thread's side: says that so many characters are written. */
export function tellWritten(unwritten: SharedArrayBuffer, length: number): void {
  const cells = new Int32Array(unwritten);
  Atomics.sub(cells, 0, length);
  Atomics.notify(cells, 0);
}
