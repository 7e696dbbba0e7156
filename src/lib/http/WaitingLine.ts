import type { CancelSignal } from './CancelSignal.ts';
import { goneAway, SendError } from './exchange.ts';

interface Waiter<Connection> {
  resolve(connection: Connection): void;
  reject(error: unknown): void;
}

/** Requests that wait for a connection in order. Each of them leaves when its time is over, or it is given up. */
export class WaitingLine<Connection> {
  /** The one that waits longest is the first. */
  readonly #waiters = new Set<Waiter<Connection>>();

  get size(): number {
    return this.#waiters.size;
  }

  /** Joins the end. Rejects with SendError. */
  wait(timeoutMs: number, signal: CancelSignal | undefined): Promise<Connection> {
    if (signal?.aborted) return Promise.reject(goneAway());
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        this.#waiters.delete(waiter);
      };
      const waiter: Waiter<Connection> = {
        resolve(connection) {
          leave();
          resolve(connection);
        },
        reject(error) {
          leave();
          reject(error);
        },
      };
      const stop = (): void => waiter.reject(goneAway());
      const timer = setTimeout(() => {
        const message = 'All connections to the backend were in use.';
        waiter.reject(new SendError('timeout', message));
      }, timeoutMs);
      signal?.addEventListener('abort', stop);
      this.#waiters.add(waiter);
    });
  }

  /** Gives a connection to the first; false when nobody waits. */
  serve(connection: Connection): boolean {
    for (const first of this.#waiters) {
      first.resolve(connection);
      return true;
    }
    return false;
  }

  /** Sends the first away. */
  refuse(error: unknown): void {
    for (const first of this.#waiters) {
      first.reject(error);
      return;
    }
  }

  refuseAll(error: unknown): void {
    for (const waiter of this.#waiters) waiter.reject(error);
  }
}
