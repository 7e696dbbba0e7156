import type { BodySink, BodyStream } from '../Body.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import type { Lease } from '../Lease.ts';
import { ChunkedDecoder } from './ChunkedDecoder.ts';
import type { Framing } from './framing.ts';

/** What a body asks of the connection that it arrives on. */
export interface Flow {
  /** Somebody takes content now: deliver what is held, and read on. */
  resume(): void;
  /** Nobody wants the rest. */
  abandon(): void;
  /** All of it was delivered. */
  ended(): void;
}

type State = 'waiting' | 'flowing' | 'blocked' | 'ended' | 'failed';

/** The content of a message that arrives on a connection. */
export class IncomingBody implements BodyStream {
  readonly length: number | undefined;
  readonly #flow: Flow;
  readonly #chunks: ChunkedDecoder | undefined;
  /** Bytes to come; without end when the end of the connection is the end of the body. */
  #left: number;
  #state: State = 'waiting';
  #sink: BodySink | undefined;
  #piping: PromiseWithResolvers<void> | undefined;
  #failure: Error | undefined;

  constructor(framing: Framing, flow: Flow) {
    this.length = typeof framing === 'number' ? framing : undefined;
    this.#left = typeof framing === 'number' ? framing : Number.POSITIVE_INFINITY;
    this.#chunks = framing === 'chunked' ? new ChunkedDecoder() : undefined;
    this.#flow = flow;
  }

  get trailers(): HeaderMap | undefined {
    return this.#state === 'ended' ? this.#chunks?.trailers : undefined;
  }

  get isEnded(): boolean {
    return this.#state === 'ended';
  }

  /** Whether content is still to come. */
  get isOpen(): boolean {
    return this.#state !== 'ended' && this.#state !== 'failed';
  }

  /** Whether content can be delivered. */
  get isFlowing(): boolean {
    return this.#state === 'flowing';
  }

  pipe(sink: BodySink): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#state === 'ended') return Promise.resolve();
    this.#sink = sink;
    this.#piping = Promise.withResolvers();
    if (this.#state === 'waiting') {
      this.#state = 'flowing';
      this.#flow.resume();
    }
    return this.#piping.promise;
  }

  discard(): void {
    if (this.#state === 'ended' || this.#state === 'failed') return;
    this.fail(new Error('the body was given up'));
    this.#flow.abandon();
  }

  /** Whether it ends for certain within so many bytes. */
  endsWithin(bytes: number): boolean {
    return this.#state !== 'failed' && this.#chunks === undefined && this.#left <= bytes;
  }

  /** Reads the rest for the sake of what follows on the connection. */
  drain(): void {
    if (this.#sink) this.#sink = ignore;
    else this.pipe(ignore).catch(ignore);
  }

  /** Delivers content while it flows, and returns how many bytes were its own. @throws Malformed */
  take(bytes: Buffer, lease?: Lease): number {
    let used = 0;
    if (this.#chunks) {
      used = this.#chunks.decode(bytes, 0, (part) => this.#deliver(part, lease));
      if (this.#chunks.isDone) this.#end();
      return used;
    }
    used = Math.min(this.#left, bytes.length);
    this.#left -= used;
    if (used > 0) this.#deliver(bytes.subarray(0, used), lease);
    if (this.#left === 0) this.#end();
    return used;
  }

  /** The sender has closed: the end of the body when nothing else tells it. */
  close(): void {
    if (this.#left === Number.POSITIVE_INFINITY && !this.#chunks) this.#end();
    else this.fail(new Error('the body ended early'));
  }

  fail(error: Error): void {
    if (this.#state === 'ended' || this.#state === 'failed') return;
    this.#state = 'failed';
    this.#failure = error;
    this.#piping?.reject(error);
  }

  #deliver(part: Buffer, lease: Lease | undefined): boolean {
    if (this.#state === 'failed') return true;
    try {
      const waiting = this.#sink!(part, lease);
      if (waiting) this.#block(waiting);
    } catch (error) {
      this.#giveUp(error);
    }
    return this.#state !== 'blocked';
  }

  #block(waiting: Promise<void>): void {
    this.#state = 'blocked';
    waiting.then(
      () => {
        if (this.#state !== 'blocked') return;
        this.#state = 'flowing';
        this.#flow.resume();
      },
      (error: unknown) => this.#giveUp(error),
    );
  }

  #giveUp(error: unknown): void {
    if (this.#state === 'ended' || this.#state === 'failed') return;
    this.fail(error instanceof Error ? error : new Error('the body could not be taken'));
    this.#flow.abandon();
  }

  #end(): void {
    if (this.#state === 'failed' || this.#state === 'ended') return;
    this.#state = 'ended';
    this.#piping?.resolve();
    this.#flow.ended();
  }
}

function ignore(): void {
  // Nobody wants this content.
}
