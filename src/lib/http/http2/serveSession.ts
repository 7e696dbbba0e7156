import { constants, performServerHandshake } from 'node:http2';
import type { Http2Session, OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Body } from '../Body.ts';
import { Cancellation } from '../CancelSignal.ts';
import type { IncomingRequest, OutgoingResponse } from '../exchange.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { Malformed } from '../http1/Malformed.ts';
import { carry } from '../http1/overloaded.ts';
import { dateNow, mayHaveContent, refusalBody } from '../http1/responseText.ts';
import type { ConnectionSettings } from '../http1/ServerConnection.ts';
import { onwardTrailers } from '../trailers.ts';
import { outgoingFields } from './fields.ts';
import { Patience } from './Patience.ts';
import { requestOf } from './requestOf.ts';
import type { Peer } from './requestOf.ts';
import { write } from './writing.ts';

const { NGHTTP2_CANCEL, NGHTTP2_ENHANCE_YOUR_CALM, NGHTTP2_FLAG_END_STREAM } = constants;

/** Streams that one caller may have open (RFC 9113 §5.1.2). */
const maxConcurrentStreams = 100;
/** Streams that end before their answer begins, be it that the caller makes us reset them. */
const resetBurst = 200;
const resetsPerSecond = 20;
/** PING and SETTINGS, which have to be answered (RFC 9113 §10.5). */
const signalBurst = 200;
const signalsPerSecond = 20;
/** Bytes of content that a connection may bring before somebody takes any; a stream has 64 KB. */
const connectionWindow = 1024 * 1024;

/** Serves HTTP/2 (RFC 9113) on a connection whose handshake has chosen it. */
export function serveSession(
  socket: TLSSocket,
  peer: Peer,
  settings: ConnectionSettings,
): Http2Session {
  const { limits } = settings;
  const session = performServerHandshake(socket, {
    settings: {
      maxConcurrentStreams,
      maxHeaderListSize: limits.maxHeaderBytes,
      enablePush: false,
      enableConnectProtocol: false,
    },
    maxHeaderListPairs: limits.maxHeaders + 4,
    maxSessionInvalidFrames: 50,
    maxSessionRejectedStreams: 50,
    streamResetBurst: resetBurst,
    streamResetRate: resetsPerSecond,
    ...severalValues,
  });
  session.setLocalWindowSize(connectionWindow);
  // What breaks a connection or a stream is told by 'close'.
  session.on('error', () => session.destroy());
  session.setTimeout(limits.keepAliveTimeoutMs, () => session.close());
  // A session that is over has ended its side, and waits for the caller to do the same.
  const over = setInterval(() => {
    if (session.destroyed) socket.destroy();
  }, limits.lingerTimeoutMs).unref();
  socket.on('close', () => clearInterval(over));
  const resets = new Patience(resetBurst, resetsPerSecond, performance.now());
  const signals = new Patience(signalBurst, signalsPerSecond, performance.now());
  const count = (patience: Patience): void => {
    if (session.destroyed || patience.bears(performance.now())) return;
    session.goaway(NGHTTP2_ENHANCE_YOUR_CALM);
    session.destroy();
  };
  session.on('ping', () => count(signals));
  session.on('remoteSettings', () => count(signals));
  session.on('stream', (stream, _headers, flags, rawHeaders) => {
    stream.on('error', () => stream.destroy());
    stream.setTimeout(limits.requestTimeoutMs, () => stream.close(NGHTTP2_CANCEL));
    const hasContent = (flags & NGHTTP2_FLAG_END_STREAM) === 0;
    const lines = rawHeaders as unknown as readonly string[];
    void serve(stream, lines, hasContent, peer, settings, () => count(resets));
  });
  return session;
}

/** Lines of one name go on as they came. */
const severalValues = { strictSingleValueFields: false };

async function serve(
  stream: ServerHttp2Stream,
  lines: readonly string[],
  hasContent: boolean,
  peer: Peer,
  settings: ConnectionSettings,
  onUnanswered: () => void,
): Promise<void> {
  const gone = new Cancellation();
  let isAnswered = false;
  stream.on('close', () => {
    gone.abort();
    if (!isAnswered) onUnanswered();
  });
  try {
    const request = requestOf(stream, lines, hasContent, peer, settings.limits, gone);
    const response = await carried(request, settings);
    isAnswered = !stream.closed;
    await answer(stream, request.method, response, settings);
  } catch (error) {
    isAnswered = true;
    if (error instanceof Malformed) refuse(stream, error, peer, settings);
    // The head may be out already: the only honest end is a broken stream.
    else if (!stream.destroyed) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  }
}

function carried(
  request: IncomingRequest,
  settings: ConnectionSettings,
): Promise<OutgoingResponse> {
  return new Promise((resolve, reject) => carry(request, settings, resolve, reject));
}

function refuse(
  stream: ServerHttp2Stream,
  refusal: Malformed,
  { remoteAddress }: Peer,
  { onRefusal }: ConnectionSettings,
): void {
  onRefusal(refusal, remoteAddress);
  if (stream.destroyed || stream.closed || stream.headersSent) return;
  stream.respond({ ':status': refusal.status, 'content-type': 'application/json' });
  stream.end(refusalBody(refusal.status));
}

async function answer(
  stream: ServerHttp2Stream,
  method: string,
  { status, headers, body, tunnel }: OutgoingResponse,
  { limits }: ConnectionSettings,
): Promise<void> {
  tunnel?.close();
  if (stream.destroyed) {
    body?.discard();
    return;
  }
  const content = body && mayHaveContent(method, status) ? body : null;
  try {
    const fields = fieldsFor(status, headers, content, method);
    // Whether fields follow the content is not known before its end.
    const waitForTrailers = content !== null && (!content.bytes || content.trailers !== undefined);
    stream.respond(fields, { endStream: content === null, waitForTrailers });
    if (waitForTrailers) {
      stream.on('wantTrailers', () => {
        const trailers = onwardTrailers(content.trailers, headers);
        stream.sendTrailers(trailers ? outgoingFields(trailers) : {});
      });
    }
    if (!content) body?.discard();
    else if (content.bytes) stream.end(content.bytes);
    else {
      await content.pipe((part, lease) => write(stream, part, lease, limits.writeTimeoutMs));
      stream.end();
    }
  } catch (error) {
    body?.discard();
    throw error;
  }
}

function fieldsFor(
  status: number,
  headers: HeaderMap,
  content: Body | null,
  method: string,
): OutgoingHttpHeaders {
  const fields: OutgoingHttpHeaders = { ':status': status, ...outgoingFields(headers) };
  if (content) {
    delete fields['content-length'];
    if (content.length !== undefined) fields['content-length'] = content.length;
  } else if (method !== 'HEAD' && status !== 304) delete fields['content-length'];
  // RFC 9110 §6.6.1
  fields['date'] ??= dateNow();
  return fields;
}
