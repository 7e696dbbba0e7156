import type { CancelSignal } from '../CancelSignal.ts';
import { SendError } from '../exchange.ts';
import { WaitingLine } from '../WaitingLine.ts';
import type { ClientSession, SessionOwner } from './ClientSession.ts';

export interface SessionPoolOptions {
  /** Connections to one destination. */
  readonly maxSessions: number;
  /** Makes a session. Rejects with SendError. */
  connect(owner: SessionOwner): Promise<ClientSession>;
}

/** The sessions with one destination. Requests wait in order when no session has room for them. */
export class SessionPool implements SessionOwner {
  readonly #options: SessionPoolOptions;
  readonly #onEmpty: () => void;
  readonly #sessions = new Set<ClientSession>();
  readonly #waiting = new WaitingLine<ClientSession>();
  #isConnecting = false;
  #isClosing = false;

  constructor(options: SessionPoolOptions, onEmpty: () => void) {
    this.#options = options;
    this.#onEmpty = onEmpty;
  }

  /** Whether it keeps connections that nobody uses, and no others. */
  get rests(): boolean {
    if (this.#waiting.size > 0 || this.#isConnecting) return false;
    return this.#sessions.size > 0 && [...this.#sessions].every((session) => session.isIdle);
  }

  /** A session with room for a stream, which is reserved. @throws SendError */
  take(
    timeoutMs: number,
    signal: CancelSignal | undefined,
  ): ClientSession | Promise<ClientSession> {
    if (this.#isClosing) throw new SendError('connection', 'The gateway is shutting down.');
    const session = this.#waiting.size === 0 ? this.#withRoom() : undefined;
    if (session) {
      session.reserve();
      return session;
    }
    const waiting = this.#waiting.wait(timeoutMs, signal);
    this.#grow();
    return waiting;
  }

  #withRoom(): ClientSession | undefined {
    for (const session of this.#sessions) if (session.hasRoom) return session;
    return undefined;
  }

  /** Makes another connection for those who wait, one at a time: each has room for many of them. */
  #grow(): void {
    if (this.#isConnecting || this.#waiting.size === 0) return;
    let open = 0;
    for (const session of this.#sessions) if (session.isOpen) open++;
    if (open >= this.#options.maxSessions) return;
    this.#isConnecting = true;
    this.#options
      .connect(this)
      .then(
        (session) => {
          this.#isConnecting = false;
          this.#opened(session);
          this.#grow();
        },
        (error: unknown) => {
          this.#isConnecting = false;
          this.#failed(error);
        },
      )
      .finally(() => this.#reportEmpty());
  }

  #opened(session: ClientSession): void {
    if (!session.isOpen) {
      this.#failed(new SendError('connection', 'The backend closed the connection at once.'));
      return;
    }
    this.#sessions.add(session);
    this.changed();
    if (session.isIdle) this.#rest(session);
  }

  /** Nobody waited any longer. */
  #rest(session: ClientSession): void {
    if (this.#isClosing) session.retire();
    else {
      session.reserve();
      session.release();
    }
  }

  /** Who has another session to wait for goes on waiting, and makes no other connection for now. */
  #failed(error: unknown): void {
    if (this.#sessions.size === 0) this.#waiting.refuseAll(error);
  }

  changed(): void {
    while (this.#waiting.size > 0) {
      const session = this.#withRoom();
      if (!session) break;
      session.reserve();
      this.#waiting.serve(session);
    }
    if (this.#isClosing) this.closeIdle();
  }

  /** Who waited for room on it may have another one. */
  retired(): void {
    this.#grow();
  }

  closed(session: ClientSession): void {
    this.#sessions.delete(session);
    this.#grow();
    this.#reportEmpty();
  }

  #reportEmpty(): void {
    const { size } = this.#sessions;
    if (size === 0 && this.#waiting.size === 0 && !this.#isConnecting) this.#onEmpty();
  }

  /** Closes idle sessions; those in use close when their streams have ended. */
  close(): void {
    this.#isClosing = true;
    this.closeIdle();
    this.#reportEmpty();
  }

  /** It stays usable, and connects anew. */
  closeIdle(): void {
    for (const session of this.#sessions) if (session.isIdle) session.retire();
  }
}
