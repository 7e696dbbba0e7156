import { constants, performServerHandshake } from 'node:http2';
import type { Http2Session, OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Body } from '../Body.ts';
import { Cancellation } from '../CancelSignal.ts';
import type { IncomingRequest, OutgoingResponse } from '../exchange.ts';
import type { Lease } from '../Lease.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { Malformed } from '../http1/Malformed.ts';
import { carry } from '../http1/overloaded.ts';
import { dateNow, mayHaveContent, refusalBody } from '../http1/responseText.ts';
import type { ConnectionSettings } from '../http1/ServerConnection.ts';
import { requestOf } from './requestOf.ts';
import type { Peer } from './requestOf.ts';

const { NGHTTP2_FLAG_END_STREAM, NGHTTP2_INTERNAL_ERROR } = constants;

/** Streams that one caller may have open (RFC 9113 §5.1.2), and resets that look like an attack. */
const maxConcurrentStreams = 100;
const resetBurst = 200;
const resetsPerSecond = 20;

/** Serves HTTP/2 (RFC 9113) on a connection whose handshake has chosen it. */
export function serveSession(
  socket: TLSSocket,
  peer: Peer,
  settings: ConnectionSettings,
): Http2Session {
  const { limits } = settings;
  const session = performServerHandshake(socket, {
    settings: { maxConcurrentStreams, maxHeaderListSize: limits.maxHeaderBytes, enablePush: false },
    maxHeaderListPairs: limits.maxHeaders + 4,
    maxSessionInvalidFrames: 50,
    maxSessionRejectedStreams: 50,
    streamResetBurst: resetBurst,
    streamResetRate: resetsPerSecond,
  });
  // What breaks a connection or a stream is told by 'close'.
  session.on('error', () => session.destroy());
  session.setTimeout(limits.keepAliveTimeoutMs, () => session.close());
  // A session that is over has ended its side, and waits for the caller to do the same.
  const over = setInterval(() => {
    if (session.destroyed) socket.destroy();
  }, limits.lingerTimeoutMs).unref();
  socket.on('close', () => clearInterval(over));
  session.on('stream', (stream, _headers, flags, rawHeaders) => {
    stream.on('error', () => stream.destroy());
    stream.setTimeout(limits.requestTimeoutMs, () => stream.close(constants.NGHTTP2_CANCEL));
    const hasContent = (flags & NGHTTP2_FLAG_END_STREAM) === 0;
    void serve(stream, rawHeaders as unknown as readonly string[], hasContent, peer, settings);
  });
  return session;
}

async function serve(
  stream: ServerHttp2Stream,
  lines: readonly string[],
  hasContent: boolean,
  peer: Peer,
  settings: ConnectionSettings,
): Promise<void> {
  const gone = new Cancellation();
  stream.on('close', () => gone.abort());
  try {
    const request = requestOf(stream, lines, hasContent, peer, gone);
    await answer(stream, request.method, await carried(request, settings));
  } catch (error) {
    if (error instanceof Malformed) refuse(stream, error, peer, settings);
    // The head may be out already: the only honest end is a broken stream.
    else if (!stream.destroyed) stream.close(NGHTTP2_INTERNAL_ERROR);
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
): Promise<void> {
  tunnel?.close();
  if (stream.destroyed) {
    body?.discard();
    return;
  }
  const content = body && mayHaveContent(method, status) ? body : null;
  try {
    const fields = fieldsFor(status, headers, content, method);
    stream.respond(fields, { endStream: content === null });
    if (!content) body?.discard();
    else if (content.bytes) stream.end(content.bytes);
    else {
      await content.pipe((part, lease) => write(stream, part, lease));
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
  const fields: OutgoingHttpHeaders = { ':status': status };
  for (const name of headers.names()) {
    const values = headers.values(name);
    if (isConnectionSpecific(name)) continue;
    // RFC 9110 §5.3: but for Set-Cookie, lines of one name are one list. Node refuses some as lines.
    const key = name.toLowerCase();
    fields[key] = key === 'set-cookie' ? [...values] : values.join(', ');
  }
  if (content) {
    delete fields['content-length'];
    if (content.length !== undefined) fields['content-length'] = content.length;
  } else if (method !== 'HEAD' && status !== 304) delete fields['content-length'];
  if (fields['date'] === undefined) fields['date'] = dateNow();
  return fields;
}

function isConnectionSpecific(name: string): boolean {
  return /^(?:connection|http2-settings|keep-alive|proxy-connection|te|transfer-encoding|upgrade)$/i.test(
    name,
  );
}

/** Parts up to this size are copied: they do not hold the large buffer that they were read into. */
const mostCopied = 16 * 1024;

/** Waits while the caller reads more slowly than the backend sends. */
function write(
  stream: ServerHttp2Stream,
  part: Uint8Array,
  lease: Lease | undefined,
): void | Promise<void> {
  if (stream.destroyed) throw new Error('the caller went away');
  // The stream keeps what it cannot send at once.
  const isHeld = lease !== undefined && part.length > mostCopied;
  if (isHeld) lease.hold();
  const isTaken = isHeld
    ? stream.write(part, () => lease.release())
    : stream.write(Buffer.from(part));
  if (isTaken) return undefined;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      stream.off('drain', settle);
      stream.off('close', settle);
      if (stream.destroyed) reject(new Error('the caller went away'));
      else resolve();
    };
    stream.once('drain', settle);
    stream.once('close', settle);
  });
}
