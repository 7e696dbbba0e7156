import type { CancelSignal } from '../CancelSignal.ts';
import { goneAway, SendError } from '../exchange.ts';
import { ClientConnection } from './ClientConnection.ts';
import type { Owner } from './ClientConnection.ts';
import type { Destination } from './Destination.ts';
import { openSocket } from './openSocket.ts';
import type { SocketOptions } from './openSocket.ts';

export interface PoolOptions extends SocketOptions {
  /** Open connections to one destination. */
  readonly maxConnections: number;
  /** A connection that is not needed for this time is closed. */
  readonly idleMs: number;
}

interface Waiter {
  readonly resolve: (connection: ClientConnection) => void;
  readonly reject: (error: SendError) => void;
}

/** The connections to one destination. The one that was used last is used first. */
export class Pool implements Owner {
  readonly destination: Destination;
  readonly #options: PoolOptions;
  readonly #idle: ClientConnection[] = [];
  readonly #open = new Set<ClientConnection>();
  readonly #waiting: Waiter[] = [];
  readonly #onEmpty: () => void;
  /** Connections that are being made for those who wait. */
  #connecting = 0;
  #isClosing = false;
  #session: Buffer | undefined;

  constructor(destination: Destination, options: PoolOptions, onEmpty: () => void) {
    this.destination = destination;
    this.#options = options;
    this.#onEmpty = onEmpty;
  }

  get isEmpty(): boolean {
    return this.#open.size === 0 && this.#waiting.length === 0;
  }

  /** Whether it keeps connections that nobody uses, and no others. */
  get rests(): boolean {
    return this.#idle.length > 0 && this.#idle.length === this.#open.size;
  }

  /** A kept connection, if there is one. */
  takeIdle(): ClientConnection | undefined {
    for (;;) {
      const connection = this.#idle.pop();
      if (!connection || connection.isOpen) return connection;
    }
  }

  /** A connection as soon as there is one. @throws SendError */
  async take(timeoutMs: number, signal?: CancelSignal): Promise<ClientConnection> {
    if (this.#isClosing) throw new SendError('connection', 'The gateway is shutting down.');
    if (this.#open.size < this.#options.maxConnections) return await this.#connect(timeoutMs);
    return await this.#wait(timeoutMs, signal);
  }

  async #connect(timeoutMs: number): Promise<ClientConnection> {
    const connection = new ClientConnection(this, this.#options.limits);
    this.#open.add(connection);
    const connectTimeoutMs = Math.min(this.#options.connectTimeoutMs, timeoutMs);
    try {
      const socket = await openSocket(this.destination, connection, {
        ...this.#options,
        connectTimeoutMs,
        session: this.#session,
      });
      socket.on('session', (session: Buffer) => (this.#session = session));
      connection.opened(socket);
      if (connection.isOpen) return connection;
      throw new SendError('connection', 'The backend closed the connection at once.');
    } catch (error) {
      this.closed(connection);
      throw error;
    }
  }

  #wait(timeoutMs: number, signal: CancelSignal | undefined): Promise<ClientConnection> {
    return new Promise((resolve, reject) => {
      const settled = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', aborted);
      };
      const waiter: Waiter = {
        resolve(connection) {
          settled();
          resolve(connection);
        },
        reject(error) {
          settled();
          reject(error);
        },
      };
      const leave = (error: SendError): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        waiter.reject(error);
      };
      const aborted = (): void => leave(goneAway());
      const timer = setTimeout(() => {
        leave(new SendError('timeout', 'All connections to the backend were in use.'));
      }, timeoutMs);
      signal?.addEventListener('abort', aborted);
      this.#waiting.push(waiter);
    });
  }

  released(connection: ClientConnection): void {
    const waiter = this.#waiting.shift();
    if (waiter) waiter.resolve(connection);
    else if (this.#isClosing) connection.destroy();
    else {
      connection.rest(this.#options.idleMs);
      this.#idle.push(connection);
    }
  }

  closed(connection: ClientConnection): void {
    if (!this.#open.delete(connection)) return;
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#waiting.length > this.#connecting) this.#connectForWaiting();
    if (this.isEmpty) this.#onEmpty();
  }

  /** Whoever waits longest when it is open gets it: until then any of them may give up. */
  #connectForWaiting(): void {
    this.#connecting++;
    this.#connect(this.#options.connectTimeoutMs)
      .finally(() => this.#connecting--)
      .then(
        (connection) => this.released(connection),
        (error: SendError) => {
          this.#waiting.shift()?.reject(error);
          if (this.isEmpty) this.#onEmpty();
        },
      );
  }

  /** Closes idle connections; those in use close when they are released. */
  close(): void {
    this.#isClosing = true;
    this.closeIdle();
  }

  /** It stays usable, and connects anew. */
  closeIdle(): void {
    for (const connection of this.#idle.splice(0)) connection.destroy();
  }
}
