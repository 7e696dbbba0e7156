import { constants } from 'node:http2';
import type { ClientHttp2Stream, OutgoingHttpHeaders } from 'node:http2';
import { Body } from '../Body.ts';
import { goneAway, SendError } from '../exchange.ts';
import type { IncomingResponse, OutgoingRequest } from '../exchange.ts';
import { endToEnd } from '../hopByHop.ts';
import type { ClientLimits } from '../http1/ClientConnection.ts';
import { Deadline } from '../http1/Deadline.ts';
import { Malformed } from '../http1/Malformed.ts';
import { mayHaveContent } from '../http1/responseText.ts';
import { onwardTrailers } from '../trailers.ts';
import type { ClientSession } from './ClientSession.ts';
import { outgoingFields } from './fields.ts';
import { responseHeadOf } from './responseHead.ts';
import { EndWatch, StreamBody } from './StreamBody.ts';
import { mostAtOnce, write } from './writing.ts';

const { NGHTTP2_CANCEL, NGHTTP2_FLAG_END_STREAM, NGHTTP2_NO_ERROR, NGHTTP2_PROTOCOL_ERROR } =
  constants;

/** The backend has not processed the request: it may be sent again (RFC 9113 §8.7). */
export class RefusedStream extends SendError {
  constructor() {
    super('connection', 'The backend refused the request.');
  }
}

/** The backend serves the request over HTTP/1.1 only (RFC 9113 §7). */
export class Http1Required extends SendError {
  constructor() {
    super('protocol', 'The backend wants HTTP/1.1.');
  }
}

const mostInterimResponses = 16;
/** RFC 9113 §7: the backend tells of a mistake in the protocol, or was told of one of its own. */
const protocolErrors: ReadonlySet<number> = new Set([
  NGHTTP2_PROTOCOL_ERROR,
  constants.NGHTTP2_FLOW_CONTROL_ERROR,
  constants.NGHTTP2_STREAM_CLOSED,
  constants.NGHTTP2_FRAME_SIZE_ERROR,
  constants.NGHTTP2_COMPRESSION_ERROR,
]);

/** One request on a stream of its own, and its response. */
export class ClientExchange {
  readonly #session: ClientSession;
  readonly #request: OutgoingRequest;
  readonly #stream: ClientHttp2Stream;
  readonly #watch: EndWatch;
  readonly #limits: ClientLimits;
  readonly #response = Promise.withResolvers<IncomingResponse>();
  readonly #deadline = new Deadline(() => this.#late());
  readonly #stop = (): void => this.#fail(goneAway());
  #isAnswered = false;
  #isSent = false;
  #interimResponses = 0;
  #body: StreamBody | undefined;

  /** `session` has room reserved for it, which is released when the stream is over. */
  constructor(
    session: ClientSession,
    request: OutgoingRequest,
    fields: OutgoingHttpHeaders,
    limits: ClientLimits,
  ) {
    this.#session = session;
    this.#request = request;
    this.#limits = limits;
    try {
      this.#stream = session.request(fields, request.body === null);
    } catch (error) {
      session.release();
      if (!session.isOpen) throw new RefusedStream();
      throw new SendError('protocol', 'The request cannot be sent over HTTP/2.', error);
    }
    this.#watch = new EndWatch(this.#stream);
  }

  /** Sends the request, and resolves when the head of the response is here. Rejects with SendError. */
  run(timeoutMs: number): Promise<IncomingResponse> {
    const stream = this.#stream;
    this.#deadline.set(timeoutMs);
    this.#request.signal?.addEventListener('abort', this.#stop);
    stream.on('error', () => stream.destroy());
    stream.on('headers', () => this.#interim());
    stream.on('response', (_headers: unknown, flags: number, lines: readonly string[]) => {
      this.#answer(flags, lines);
    });
    stream.on('close', () => this.#closed());
    if (this.#request.signal?.aborted) this.#stop();
    else this.#write();
    return this.#response.promise;
  }

  #write(): void {
    const { body } = this.#request;
    const stream = this.#stream;
    stream.on('wantTrailers', () => {
      const trailers = onwardTrailers(body?.trailers, this.#request.headers);
      stream.sendTrailers(trailers ? outgoingFields(trailers) : {});
    });
    if (!body || (body.bytes && body.bytes.length <= mostAtOnce)) {
      this.#isSent = true;
      if (body?.bytes) stream.end(body.bytes);
      return;
    }
    body
      .pipe((part, lease) => write(stream, part, lease, this.#limits.contentTimeoutMs))
      .then(() => {
        this.#isSent = true;
        stream.end();
      })
      .catch(() => {
        // Once the stream is over, whatever ended it is told already.
        if (stream.closed || stream.destroyed) return;
        this.#fail(new SendError('aborted', 'The content of the request broke off.'));
      });
  }

  /** RFC 9110 §15.2: any number of interim responses, within reason. */
  #interim(): void {
    this.#interimResponses++;
    if (this.#interimResponses > mostInterimResponses) this.#break();
  }

  #answer(flags: number, lines: readonly string[]): void {
    if (this.#isAnswered) return;
    try {
      const { status, reason, headers, length } = responseHeadOf(lines, this.#limits);
      const { method } = this.#request;
      const mayHave = mayHaveContent(method, status);
      const isEnded = (flags & NGHTTP2_FLAG_END_STREAM) !== 0;
      // RFC 9113 §8.1.1
      if (isEnded && mayHave && (length ?? 0) > 0) throw new Malformed(400, 'content is missing');
      const hasContent = !isEnded && mayHave;
      this.#isAnswered = true;
      this.#deadline.end();
      const body = hasContent ? this.#contentOf(length) : null;
      if (!body) this.#endWithout();
      this.#response.resolve({ status, reason, headers: endToEnd(headers), body });
    } catch {
      this.#break();
    }
  }

  #contentOf(length: number | undefined): Body {
    this.#body = new StreamBody(this.#stream, this.#watch, length, {
      idleMs: this.#limits.contentTimeoutMs,
      limits: this.#limits,
      abandon: () => this.#stream.close(NGHTTP2_CANCEL),
    });
    // A response that is whole before its request: the rest of that one is wanted no more.
    this.#stream.once('end', () => this.#giveUpRequest());
    return Body.streaming(this.#body);
  }

  /** Nothing follows the head. */
  #endWithout(): void {
    this.#stream.once('end', () => this.#giveUpRequest());
    this.#stream.resume();
  }

  #giveUpRequest(): void {
    if (this.#isSent) return;
    this.#stream.close(NGHTTP2_NO_ERROR);
    this.#request.body?.discard();
  }

  #break(): void {
    this.#fail(
      new SendError('protocol', 'The backend broke the rules of HTTP.'),
      NGHTTP2_PROTOCOL_ERROR,
    );
  }

  #late(): void {
    this.#session.probe();
    this.#fail(new SendError('timeout', 'The backend did not answer in time.'));
  }

  #fail(error: SendError, code: number = NGHTTP2_CANCEL): void {
    this.#deadline.end();
    this.#body?.fail(error);
    this.#response.reject(error);
    this.#request.body?.discard();
    this.#stream.resume();
    this.#stream.close(code);
  }

  #closed(): void {
    this.#deadline.end();
    this.#request.signal?.removeEventListener('abort', this.#stop);
    this.#session.release();
    if (!this.#isAnswered) this.#response.reject(this.#loss());
    if (!this.#isSent) this.#request.body?.discard();
  }

  #loss(): SendError {
    const code = this.#stream.rstCode ?? NGHTTP2_NO_ERROR;
    if (code === constants.NGHTTP2_REFUSED_STREAM || this.#session.hasRefused(this.#stream)) {
      return new RefusedStream();
    }
    if (code === constants.NGHTTP2_HTTP_1_1_REQUIRED) return new Http1Required();
    if (protocolErrors.has(code)) {
      return new SendError('protocol', 'The backend broke the rules of HTTP.');
    }
    return new SendError('connection', 'The connection to the backend failed.');
  }
}
