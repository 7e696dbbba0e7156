import type { Http2Stream } from 'node:http2';
import type { BodySink, BodyStream } from '../Body.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { Deadline } from '../http1/Deadline.ts';
import type { HeadLimits } from '../http1/requestHead.ts';
import { trailersOf } from './fields.ts';

/** What a body asks of the stream that it arrives on. */
export interface StreamFlow {
  /** Somebody takes content now. */
  begin?(): void;
  /** Nobody wants the rest, or it breaks the rules. */
  abandon(): void;
  /** How long the sender may send nothing while content is waited for. */
  readonly idleMs: number;
  /** Of trailers. */
  readonly limits: HeadLimits;
}

/**
 * Whether what a stream received is all of it. A stream that is reset without an error, or whose
 * connection ends, ends for node like one that was sent to its end. Only the order tells: END_STREAM
 * comes before the stream is closed.
 */
export class EndWatch {
  readonly #stream: Http2Stream;
  #isWhole: boolean | undefined;

  constructor(stream: Http2Stream) {
    this.#stream = stream;
    if (stream.closed) this.#isWhole = false;
    const push = stream.push.bind(stream);
    stream.push = (chunk, encoding) => {
      if (chunk === null) this.#isWhole ??= !stream.closed;
      return push(chunk, encoding);
    };
  }

  /** To be asked when the stream has ended. */
  get isWhole(): boolean {
    return this.#isWhole ?? !this.#stream.closed;
  }
}

/** The content of a message that arrives on a stream of HTTP/2. */
export class StreamBody implements BodyStream {
  readonly length: number | undefined;
  readonly #stream: Http2Stream;
  readonly #watch: EndWatch;
  readonly #flow: StreamFlow;
  readonly #idle = new Deadline(() =>
    this.#giveUp(new Error('the content did not arrive in time')),
  );
  #state: 'waiting' | 'flowing' | 'ended' | 'failed' = 'waiting';
  #piping: PromiseWithResolvers<void> | undefined;
  #failure: Error | undefined;
  #received = 0;
  #trailers: HeaderMap | undefined;

  /** `watch` has watched the stream from its beginning, or as early as could be. */
  constructor(stream: Http2Stream, watch: EndWatch, length: number | undefined, flow: StreamFlow) {
    this.length = length;
    this.#stream = stream;
    this.#watch = watch;
    this.#flow = flow;
    stream.on('trailers', (_headers: unknown, _flags: number, lines: readonly string[]) => {
      this.#takeTrailers(lines);
    });
    // What was not taken by then is gone.
    stream.on('close', () => this.fail(new Error('the body ended early')));
  }

  /** Fields behind the content, once it was piped to its end. */
  get trailers(): HeaderMap | undefined {
    return this.#state === 'ended' ? this.#trailers : undefined;
  }

  get isEnded(): boolean {
    return this.#state === 'ended';
  }

  pipe(sink: BodySink): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#state === 'ended') return Promise.resolve();
    if (this.#stream.destroyed) return Promise.reject(new Error('the body ended early'));
    this.#state = 'flowing';
    this.#piping = Promise.withResolvers();
    this.#flow.begin?.();
    this.#idle.set(this.#flow.idleMs);
    this.#stream.once('end', () => this.#end());
    this.#stream.on('data', (part: Buffer) => this.#deliver(part, sink));
    return this.#piping.promise;
  }

  #deliver(part: Buffer, sink: BodySink): void {
    if (this.#state !== 'flowing') return;
    this.#received += part.length;
    this.#idle.set(this.#flow.idleMs);
    try {
      const waiting = sink(part);
      if (waiting) this.#block(waiting);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #block(waiting: Promise<void>): void {
    this.#stream.pause();
    this.#idle.clear();
    waiting.then(
      () => {
        if (this.#state !== 'flowing') return;
        this.#idle.set(this.#flow.idleMs);
        this.#stream.resume();
      },
      (error: unknown) => this.#giveUp(error),
    );
  }

  discard(): void {
    this.#giveUp(new Error('the body was given up'));
  }

  fail(error: Error): void {
    if (this.#state === 'ended' || this.#state === 'failed') return;
    this.#state = 'failed';
    this.#failure = error;
    this.#idle.end();
    this.#piping?.reject(error);
  }

  #giveUp(error: unknown): void {
    if (this.#state === 'ended' || this.#state === 'failed') return;
    this.fail(error instanceof Error ? error : new Error('the body could not be taken'));
    this.#flow.abandon();
  }

  #takeTrailers(lines: readonly string[]): void {
    try {
      this.#trailers = trailersOf(lines, this.#flow.limits);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #end(): void {
    if (this.#state !== 'flowing') return;
    const { isWhole } = this.#watch;
    if (!isWhole || (this.length !== undefined && this.length !== this.#received)) {
      this.#giveUp(new Error('the body ended early'));
      return;
    }
    this.#state = 'ended';
    this.#idle.end();
    this.#piping?.resolve();
  }
}
