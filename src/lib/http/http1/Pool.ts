import type { CancelSignal } from '../CancelSignal.ts';
import { SendError } from '../exchange.ts';
import { WaitingLine } from '../WaitingLine.ts';
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

/** The connections to one destination. The one that was used last is used first. */
export class Pool implements Owner {
  readonly destination: Destination;
  readonly #options: PoolOptions;
  readonly #idle: ClientConnection[] = [];
  readonly #open = new Set<ClientConnection>();
  readonly #waiting = new WaitingLine<ClientConnection>();
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
    return this.#open.size === 0 && this.#waiting.size === 0;
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
    return await this.#waiting.wait(timeoutMs, signal);
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

  released(connection: ClientConnection): void {
    if (this.#waiting.serve(connection)) return;
    if (this.#isClosing) connection.destroy();
    else {
      connection.rest(this.#options.idleMs);
      this.#idle.push(connection);
    }
  }

  closed(connection: ClientConnection): void {
    if (!this.#open.delete(connection)) return;
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#waiting.size > this.#connecting) this.#connectForWaiting();
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
          this.#waiting.refuse(error);
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
