import type { Socket } from 'node:net';
import type { BodySink } from '../Body.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import type { Lease } from '../Lease.ts';
import { takeBufferFor } from './BufferPool.ts';
import type { Framing } from './framing.ts';
import { writeText } from './writeText.ts';

/** Content up to this size leaves in one write with what stands before it. */
const mostTogether = 16 * 1024;

/** Writes a head with the first or only content behind it. False: the other side reads slowly. */
export function writeTogether(
  socket: Socket,
  head: string,
  content: Uint8Array,
  lease?: Lease,
): boolean {
  const bytes = asBuffer(content);
  if (bytes.length <= mostTogether) {
    return writeText(socket, head + bytes.toString('latin1', 0, bytes.length));
  }
  socket.cork();
  socket.write(head, 'latin1');
  const isTaken = writeKept(socket, content, lease);
  socket.uncork();
  return isTaken;
}

/**
 * Writes content that the socket may have to keep for a while. Small parts are copied: to hold for
 * each of them the large buffer that it was read into would let a slow reader hold thousands.
 */
function writeKept(socket: Socket, content: Uint8Array, lease: Lease | undefined): boolean {
  if (content.length <= mostTogether) return socket.write(Buffer.from(content));
  if (!lease) return writeCopy(socket, content);
  lease.hold();
  return socket.write(content, () => lease.release());
}

/** Copies into memory that is used again: as garbage it would pile up while others read slowly. */
function writeCopy(socket: Socket, content: Uint8Array): boolean {
  const pooled = takeBufferFor(content.length);
  if (!pooled) return socket.write(Buffer.from(content));
  pooled.bytes.set(content);
  return socket.write(pooled.bytes.subarray(0, content.length), () => pooled.release());
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Resolves when the other side has read on; rejects when the connection is over. */
export function drained(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      socket.off('drain', settle);
      socket.off('close', settle);
      if (socket.destroyed) reject(new Error('the connection is over'));
      else resolve();
    };
    socket.once('drain', settle);
    socket.once('close', settle);
  });
}

/** Writes content as it comes, in its framing, with a head before the first part. */
export class ContentWriter {
  readonly #socket: Socket;
  readonly #framing: Framing;
  #head: string;
  #written = 0;

  constructor(socket: Socket, framing: Framing, head: string) {
    this.#socket = socket;
    this.#framing = framing;
    this.#head = head;
  }

  /** Takes a part; see BodySink. @throws when there is more content than was announced */
  readonly take: BodySink = (part, lease) => {
    if (this.#socket.destroyed || this.#socket.writableEnded)
      throw new Error('the connection is over');
    if (part.length === 0) return undefined;
    this.#written += part.length;
    if (typeof this.#framing === 'number' && this.#written > this.#framing) {
      throw new Error('there is more content than was announced');
    }
    const before = this.#framing === 'chunked' ? `${part.length.toString(16)}\r\n` : '';
    const isTaken = this.#write(before, part, lease);
    return isTaken ? undefined : drained(this.#socket);
  };

  #write(before: string, part: Uint8Array, lease: Lease | undefined): boolean {
    const head = this.#head + before;
    this.#head = this.#framing === 'chunked' ? '\r\n' : '';
    if (head !== '') return writeTogether(this.#socket, head, part, lease);
    return writeKept(this.#socket, part, lease);
  }

  /** Sends the head when no content came with it. */
  flush(): void {
    if (this.#written > 0 || this.#head === '') return;
    writeText(this.#socket, this.#head);
    this.#head = '';
  }

  /**
   * Ends the content; fields may follow it when it goes in chunks (RFC 9112 §7.1.2). False: the other
   * side reads slowly. @throws when content is missing
   */
  end(trailers?: HeaderMap): boolean {
    if (typeof this.#framing === 'number' && this.#written < this.#framing) {
      throw new Error('there is less content than was announced');
    }
    const rest = this.#framing === 'chunked' ? this.#lastChunk(trailers) : this.#head;
    return rest === '' || writeText(this.#socket, rest);
  }

  #lastChunk(trailers: HeaderMap | undefined): string {
    return `${this.#head}0\r\n${trailers ? trailers.toText(everything) : ''}\r\n`;
  }
}

const everything = (): boolean => true;
