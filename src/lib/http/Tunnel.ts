import type { Socket } from 'node:net';

/**
 * One side of two connections that carry bytes of another protocol to each other
 * (RFC 9110 §7.8): what one reads the other writes, and neither is read faster than the other takes.
 */
export class Tunnel {
  readonly #socket: Socket;
  /** Bytes that came before the other side was there. */
  #early: Buffer[] = [];
  #other: Tunnel | undefined;

  /** `first` are the bytes of the new protocol that came with the head. */
  constructor(socket: Socket, first: Uint8Array) {
    this.#socket = socket;
    if (first.length > 0) this.#early.push(Buffer.from(first));
    socket.pause();
  }

  /** Begins to carry bytes, in both directions. */
  join(other: Tunnel): void {
    this.#other = other;
    other.#other = this;
    for (const side of [this, other]) side.#start();
  }

  #start(): void {
    const early = this.#early;
    this.#early = [];
    for (const bytes of early) this.take(bytes);
    this.#socket.resume();
  }

  /** What the socket read. */
  take(bytes: Buffer): void {
    const other = this.#other;
    if (!other) {
      this.#early.push(Buffer.from(bytes));
      return;
    }
    // The reader may reuse its buffer, and the socket keeps what it cannot send at once.
    if (other.#socket.write(Buffer.from(bytes))) return;
    this.#socket.pause();
    other.#socket.once('drain', () => this.#socket.resume());
  }

  /** The sender has ended its side. */
  ended(): void {
    if (this.#other) this.#other.#socket.end();
    else this.close();
  }

  /** Ends both sides. What was written before an orderly end still goes out to who reads it. */
  close(): void {
    this.#socket.destroy();
    if (!this.#other) return;
    const other = this.#other.#socket;
    if (!other.writableEnded) other.destroy();
    else if (!other.destroyed) other.setTimeout(finishMs, () => other.destroy()).destroySoon();
  }
}

/** For how long nothing may be read of what is left. */
const finishMs = 10_000;
