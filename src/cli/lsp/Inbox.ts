/** JSON-RPC 2.0 §4: what a request is answered by. */
export type RequestId = number | string;

/** Content that was received, with the request's id when it is one. */
export interface Incoming {
  readonly message: Readonly<Record<string, unknown>> | undefined;
  readonly id: RequestId | undefined;
}

/** Requests that change what the server is; they are answered whatever happens. */
const lifecycle: ReadonlySet<unknown> = new Set(['initialize', 'shutdown']);

/** Messages that have come and were not handled yet, and requests that the editor gave up meanwhile. */
export class Inbox {
  readonly #waiting: Incoming[] = [];
  /** Requests that can be given up: they came and were not answered. */
  readonly #open = new Set<RequestId>();
  readonly #cancelled = new Set<RequestId>();
  #hasEnded = false;
  #listener: (() => void) | undefined;

  /** A cancellation counts at once, before what came ahead of it (LSP 3.17, "$/cancelRequest"). */
  add(incoming: Incoming): void {
    const { message, id } = incoming;
    if (message?.['method'] === '$/cancelRequest') this.#cancel(message['params']);
    const isLifecycle = lifecycle.has(message?.['method']);
    if (id !== undefined && !isLifecycle) this.#open.add(id);
    this.#waiting.push(incoming);
    this.#wake();
  }

  /** No more will come. */
  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  take(): Incoming | undefined {
    return this.#waiting.shift();
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  get isDone(): boolean {
    return this.#hasEnded && this.isEmpty;
  }

  isCancelled(id: RequestId): boolean {
    return this.#cancelled.has(id);
  }

  answered(id: RequestId): void {
    this.#open.delete(id);
    this.#cancelled.delete(id);
  }

  /** Resolves when there is something to take, or never will be. */
  async more(): Promise<void> {
    while (this.isEmpty && !this.#hasEnded) {
      await new Promise<void>((resolve) => (this.#listener = resolve));
    }
  }

  #cancel(params: unknown): void {
    if (typeof params !== 'object' || params === null || !('id' in params)) return;
    const { id } = params;
    const isId = typeof id === 'number' || typeof id === 'string';
    if (isId && this.#open.has(id)) this.#cancelled.add(id);
  }

  #wake(): void {
    this.#listener?.();
    this.#listener = undefined;
  }
}
