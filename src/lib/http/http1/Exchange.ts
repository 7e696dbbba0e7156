import { goneAway, SendError } from '../exchange.ts';
import type { IncomingResponse, OutgoingRequest } from '../exchange.ts';
import type { IncomingBody } from './IncomingBody.ts';
import type { Pool } from './Pool.ts';

/** A kept connection was closed before the server saw the request: it may be sent again. */
export class StaleConnection extends SendError {
  constructor() {
    super('connection', 'The connection to the backend failed.');
  }
}

/** Where an exchange gets connections. */
export type Connections = Pick<Pool, 'takeIdle' | 'take' | 'released'>;

/** What an exchange wants of the connection that carries it. */
export interface Carrier {
  /** Nobody waits for the response any longer. */
  aborted(exchange: Exchange): void;
}

/**
 * A request on its way to its response, over whichever connection of a pool: over another one when a
 * kept connection turns out to be closed.
 */
export class Exchange {
  readonly request: OutgoingRequest;
  /** The request line and header fields as they are written. */
  readonly head: string;
  isSent = false;
  /** Whether anything of the response has arrived. */
  isHeard = false;
  isPersistent = false;
  body: IncomingBody | undefined;
  readonly #connections: Connections;
  readonly #resolve: (response: IncomingResponse) => void;
  readonly #reject: (error: SendError) => void;
  #carrier: Carrier | undefined;

  constructor(
    request: OutgoingRequest,
    head: string,
    connections: Connections,
    resolve: (response: IncomingResponse) => void,
    reject: (error: SendError) => void,
  ) {
    this.request = request;
    this.head = head;
    this.#connections = connections;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Sends the request over a kept connection if there is one, else over a new one. */
  start(): void {
    const { signal, timeoutMs } = this.request;
    if (signal?.aborted) {
      this.failed(goneAway());
      return;
    }
    const kept = this.#connections.takeIdle();
    if (kept) kept.carry(this, timeoutMs);
    else void this.#connect();
  }

  async #connect(): Promise<void> {
    const { signal, timeoutMs } = this.request;
    const startedAt = performance.now();
    try {
      const connection = await this.#connections.take(timeoutMs, signal);
      if (signal?.aborted) {
        this.#connections.released(connection);
        throw goneAway();
      }
      connection.carry(this, timeoutMs - (performance.now() - startedAt));
    } catch (error) {
      this.failed(error);
    }
  }

  /** A connection begins to carry it. */
  carriedBy(carrier: Carrier): void {
    this.#carrier = carrier;
    this.request.signal?.addEventListener('abort', this.#abort);
  }

  /** Nothing on the connection concerns it any more. */
  released(): void {
    this.#carrier = undefined;
    this.request.signal?.removeEventListener('abort', this.#abort);
  }

  /** The head of the response is here. */
  answered(response: IncomingResponse): void {
    this.#resolve(response);
  }

  failed(error: unknown): void {
    // RFC 9110 §9.2.2 and RFC 9112 §9.3.1: closed just when it was to be used.
    if (error instanceof StaleConnection && canRepeat(this.request)) {
      this.start();
      return;
    }
    this.request.body?.discard();
    this.#reject(sendError(error));
  }

  readonly #abort = (): void => this.#carrier?.aborted(this);
}

/** What a failure to send is told as. */
export function sendError(error: unknown): SendError {
  return error instanceof SendError
    ? error
    : new SendError('connection', 'The connection to the backend failed.', error);
}

const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

function canRepeat({ method, body }: OutgoingRequest): boolean {
  return idempotent.has(method) && (!body || body.bytes !== undefined);
}
