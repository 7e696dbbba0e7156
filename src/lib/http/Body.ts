import type { HeaderMap } from './HeaderMap.ts';
import { owned } from './Lease.ts';
import type { Lease } from './Lease.ts';

/**
 * Takes part of a body; a promise asks to wait before the next part (back-pressure). The bytes are
 * gone when it returns, unless there is a lease and it holds them.
 */
export type BodySink = (chunk: Uint8Array, lease?: Lease) => void | Promise<void>;

/** A body that arrives in parts, once. Reading it to the end or failing releases its connection. */
export interface BodyStream {
  /** Bytes announced by Content-Length; undefined when only the end tells. */
  readonly length: number | undefined;
  /** Fields that followed the content (RFC 9110 §6.5), once it was piped to its end. */
  readonly trailers?: HeaderMap | undefined;
  /** Hands every part to `sink`. Rejects when the sender goes away or breaks the framing. */
  pipe(sink: BodySink): Promise<void>;
  /** Gives up on the rest. */
  discard(): void;
}

/** The body was longer than whoever reads it allows. */
export class BodyTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The body is longer than ${limit} bytes.`);
    this.name = 'BodyTooLarge';
    this.limit = limit;
  }
}

/**
 * The content of a message: a stream until somebody reads it, bytes from then on. `null` in place
 * of a Body means that the message has no content at all.
 */
export class Body {
  #stream: BodyStream | undefined;
  /** The stream once somebody takes it as it comes. */
  #handedOn: BodyStream | undefined;
  #bytes: Uint8Array | undefined;
  #reading: Promise<Uint8Array> | undefined;
  /** What followed the bytes. */
  #trailers: HeaderMap | undefined;

  private constructor(stream: BodyStream | undefined, bytes: Uint8Array | undefined) {
    this.#stream = stream;
    this.#bytes = bytes;
  }

  static of(bytes: Uint8Array): Body {
    return new Body(undefined, bytes);
  }

  static ofText(text: string): Body {
    return Body.of(new TextEncoder().encode(text));
  }

  static streaming(stream: BodyStream): Body {
    return new Body(stream, undefined);
  }

  /** The bytes when they are all here; undefined while the body is still a stream. */
  get bytes(): Uint8Array | undefined {
    return this.#bytes;
  }

  /** Whether it was handed on as it came, unbuffered: whoever reads it now finds it empty. */
  get wasHandedOn(): boolean {
    return this.#handedOn !== undefined;
  }

  /** Length in bytes when it is known. */
  get length(): number | undefined {
    return this.#bytes ? this.#bytes.length : this.#stream?.length;
  }

  /**
   * Fields that followed the content as it was received. Undefined before it has been read or handed
   * on to its end, and once somebody has taken the content away.
   */
  get trailers(): HeaderMap | undefined {
    return this.#handedOn ? this.#handedOn.trailers : this.#trailers;
  }

  /** Reads everything and keeps it, so that it can be read again. @throws BodyTooLarge */
  buffer(limit: number): Uint8Array | Promise<Uint8Array> {
    if (this.#bytes) return this.#bytes;
    return (this.#reading ??= this.#readAll(limit));
  }

  async #readAll(limit: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const stream = this.#stream!;
    if ((stream.length ?? 0) > limit) {
      stream.discard();
      throw new BodyTooLarge(limit);
    }
    await stream.pipe((chunk) => {
      length += chunk.length;
      if (length > limit) throw new BodyTooLarge(limit);
      // The reader may reuse its buffer once we return.
      chunks.push(Buffer.from(chunk));
    });
    this.#stream = undefined;
    this.#trailers = stream.trailers;
    return (this.#bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length));
  }

  /**
   * The bytes, which must have been buffered. Unless `preserveContent`, later readers and whoever
   * the message is handed on to find the body empty.
   */
  read(preserveContent: boolean): Uint8Array {
    const bytes = this.#bytes;
    if (!bytes) throw new Error('the body was not buffered before it was read');
    if (!preserveContent) {
      this.#bytes = empty;
      this.#trailers = undefined;
    }
    return bytes;
  }

  /** Hands the content on, buffered or not. */
  async pipe(sink: BodySink): Promise<void> {
    if (this.#reading) await this.#reading;
    if (this.#bytes) {
      const bytes = this.#bytes;
      for (let at = 0; at < bytes.length; at += partBytes) {
        await sink(bytes.subarray(at, at + partBytes), owned);
      }
      return;
    }
    const stream = this.#stream!;
    // From the first part on it cannot be had again, even if the sink fails: a second reader must
    // find it empty, not wait for parts that went elsewhere.
    this.#handedOn = stream;
    this.#bytes = empty;
    this.#stream = undefined;
    await stream.pipe(sink);
  }

  /** Releases whatever still delivers this body. */
  discard(): void {
    (this.#stream ?? this.#handedOn)?.discard();
  }
}

const empty = new Uint8Array(0);
/** Of content that is here already: enough for one write, and little enough to wait for it. */
const partBytes = 256 * 1024;
