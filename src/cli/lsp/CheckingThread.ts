import { Worker } from 'node:worker_threads';
import type { Finding } from './findings.ts';
import type { Names } from './unknownReferences.ts';

/** What is to be checked. */
export interface CheckedText {
  readonly uri: string;
  readonly text: string;
  /** Of the configuration around it. */
  readonly names: Names;
}

/** What comes back: of the text that was handed over last. */
export type Checked = readonly Finding[];

/**
 * Checks texts in a thread of its own, one at a time: the largest documents take seconds, and the
 * editor wants its answers meanwhile. A text that brings the thread down, or never comes to an end,
 * brings down no more.
 */
export class CheckingThread {
  readonly #patienceMs: number;
  #worker: Worker | undefined;

  /** A check that takes longer than `patienceMs` is given up. */
  constructor(patienceMs = 60_000) {
    this.#patienceMs = patienceMs;
  }

  /** Loads what checking needs before there is something to check. */
  start(): Worker {
    const worker = new Worker(new URL('./checkTexts.ts', import.meta.url));
    // The end of the input ends the process, whatever is being checked.
    worker.unref();
    // What ends a thread that has nothing to check ends no more than that.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return (this.#worker = worker);
  }

  /** Rejects when the thread ends before it has an answer. The next text has a new thread. */
  check(text: CheckedText): Promise<Checked> {
    const worker = this.#worker ?? this.start();
    const { promise, resolve, reject } = Promise.withResolvers<Checked>();
    const end = (): void => reject(new Error('The checking thread has ended.'));
    const giveUp = setTimeout(() => void worker.terminate(), this.#patienceMs).unref();
    worker.once('message', resolve).once('error', reject).once('exit', end);
    worker.postMessage(text);
    return promise.finally(() => {
      clearTimeout(giveUp);
      worker.off('message', resolve).off('error', reject).off('exit', end);
    });
  }
}
