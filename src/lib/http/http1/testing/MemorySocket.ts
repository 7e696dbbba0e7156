import { Duplex } from 'node:stream';
import type { Socket } from 'node:net';

/** One end of a connection in memory, with what of a socket HTTP asks for. */
export class MemorySocket extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  readonly #written: Buffer[] = [];

  constructor() {
    super({ allowHalfOpen: true });
  }

  /** As the type that servers take. */
  get asSocket(): Socket {
    return this as unknown as Socket;
  }

  /** What the owner of this end has sent. */
  get sent(): string {
    return Buffer.concat(this.#written).toString('latin1');
  }

  setTimeout(): this {
    return this;
  }

  override _read(): void {
    // Bytes are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#written.push(chunk);
    done();
  }
}
