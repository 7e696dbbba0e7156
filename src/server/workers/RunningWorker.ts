import type { Worker } from 'node:worker_threads';
import type { ConfigurationFiles } from '../../adapters/directory/loadDirectory.ts';
import type { ServerTls } from '../../lib/http/tls/ServerTls.ts';
import { ListenError } from '../listenError.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What a worker says to a new version of the configuration. */
export type Answer =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'ended' };

export type Lines = Extract<FromWorker, { kind: 'lines' }>;

/** One worker from its start to its end, seen by the main thread. */
export class RunningWorker {
  /** Resolves when it takes calls. Rejects when it ends before, or with a ListenError. */
  readonly listening: Promise<void>;
  /** Resolves with the reason when the thread is no more. */
  readonly ended: Promise<string>;
  readonly #worker: Worker;
  readonly #onLines: (lines: Lines) => void;
  readonly #listening = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<string>();
  readonly #closed = Promise.withResolvers<void>();
  #reason: string | undefined;
  #hasEnded = false;
  readonly #answers = new Map<number, (answer: Answer) => void>();

  constructor(worker: Worker, onLines: (lines: Lines) => void) {
    this.#worker = worker;
    this.#onLines = onLines;
    this.listening = this.#listening.promise;
    this.ended = this.#ended.promise;
    // Whoever does not wait for it hears of it by `ended`.
    this.listening.catch(() => undefined);
    worker.on('error', (error: unknown) => {
      this.#reason ??= error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    });
    worker.on('message', (message: FromWorker) => this.#hear(message));
    worker.on('exit', (code) => this.#end(this.#reason ?? `it exited with code ${code}`));
  }

  /** Whether it has been asked to prepare something and has not answered. */
  get isPreparing(): boolean {
    return this.#answers.size > 0;
  }

  /** Resolves when the worker has prepared it, has refused to, or is no more. */
  prepare(version: number, files: ConfigurationFiles): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    if (this.#hasEnded) resolve({ kind: 'ended' });
    this.#answers.set(version, resolve);
    this.#post({ kind: 'prepare', version, files });
    return promise;
  }

  secure(tls: ServerTls): void {
    this.#post({ kind: 'secure', tls });
  }

  /** Resolves when its calls have ended, within the time and a little more; then it is no more. */
  async close(drainMs: number, graceMs: number): Promise<void> {
    this.#post({ kind: 'close', drainMs });
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, drainMs + graceMs);
    await Promise.race([this.#closed.promise, this.ended, late.promise]);
    clearTimeout(timer);
    await this.terminate('it was closed');
  }

  /** Resolves when the thread is no more, for this reason. */
  async terminate(reason: string): Promise<void> {
    this.#reason ??= reason;
    await this.#worker.terminate();
    await this.ended;
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'lines':
        this.#onLines(message);
        break;
      case 'listening':
        this.#listening.resolve();
        break;
      case 'cannot listen':
        this.#cannotListen(
          new ListenError(message.port, message.purpose, message.problem, undefined),
        );
        break;
      case 'closed':
        this.#closed.resolve();
        break;
      default:
        this.#answers.get(message.version)?.(message);
        this.#answers.delete(message.version);
    }
  }

  #cannotListen(error: ListenError): void {
    this.#reason ??= error.message;
    this.#listening.reject(error);
  }

  #end(reason: string): void {
    this.#hasEnded = true;
    for (const answer of this.#answers.values()) answer({ kind: 'ended' });
    this.#listening.reject(new Error(`A worker ended before it took calls: ${reason}`));
    this.#ended.resolve(reason);
  }
}
