import { constants, performServerHandshake } from 'node:http2';
import type { Http2Session, ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { Deadline } from '../http1/Deadline.ts';
import type { ConnectionSettings } from '../http1/ServerConnection.ts';
import type { ServerLimits } from '../http1/serverLimits.ts';
import { expel, limitSignals } from './limitSignals.ts';
import { outliveStreams } from './outliveStreams.ts';
import { Patience } from './Patience.ts';
import type { Peer } from './requestOf.ts';
import { serveStream } from './serveStream.ts';

const { NGHTTP2_CANCEL, NGHTTP2_FLAG_END_STREAM } = constants;

/** Streams that one caller may have open (RFC 9113 §5.1.2). */
const maxConcurrentStreams = 100;
/** Streams that end before their answer begins, be it that the caller makes us reset them, and such as are no requests. */
const resetBurst = 200;
const resetsPerSecond = 20;
/** Bytes of content that a connection may bring before somebody takes any; a stream has 64 KB. */
const connectionWindow = 1024 * 1024;
/** Megabytes; a part of the answer of each stream, and some headers. */
const mostMemory = 32;
/** Lines of one name go on as they came. */
const severalValues = { strictSingleValueFields: false };

/** Serves HTTP/2 (RFC 9113) on a connection whose handshake has chosen it. */
export function serveSession(
  socket: TLSSocket,
  peer: Peer,
  settings: ConnectionSettings,
): Http2Session {
  const { limits } = settings;
  const session = performServerHandshake(socket, sessionOptions(limits));
  outliveStreams(session);
  session.setLocalWindowSize(connectionWindow);
  // What breaks a connection or a stream is told by 'close'.
  session.on('error', () => session.destroy());
  const streams = watchStreams(session, socket, limits);
  limitSignals(session, socket);
  const resets = new Patience(resetBurst, resetsPerSecond, performance.now());
  const countReset = (): void => {
    if (!resets.bears(performance.now())) expel(session);
  };
  session.on('stream', (stream, _headers, flags, rawHeaders) => {
    stream.on('error', () => stream.destroy());
    const hasContent = (flags & NGHTTP2_FLAG_END_STREAM) === 0;
    streams.add(stream, hasContent);
    const lines = rawHeaders as unknown as readonly string[];
    void serveStream(stream, lines, hasContent, peer, settings, countReset);
  });
  return session;
}

function sessionOptions(limits: ServerLimits): Parameters<typeof performServerHandshake>[1] {
  return {
    settings: {
      maxConcurrentStreams,
      maxHeaderListSize: limits.maxHeaderBytes,
      enablePush: false,
      enableConnectProtocol: false,
    },
    maxHeaderListPairs: limits.maxHeaders + 4,
    maxSessionMemory: mostMemory,
    maxSessionInvalidFrames: 50,
    maxSessionRejectedStreams: 50,
    streamResetBurst: resetBurst,
    streamResetRate: resetsPerSecond,
    ...severalValues,
  };
}

/** Ends a connection on which no call is, and calls whose content cannot come any more. */
function watchStreams(
  session: ServerHttp2Session,
  socket: TLSSocket,
  limits: ServerLimits,
): { add(stream: ServerHttp2Stream, hasContent: boolean): void } {
  let calls = 0;
  const receiving = new Set<ServerHttp2Stream>();
  // Whatever a caller sends meanwhile, be it header fields without end: no call, no connection.
  const idle = new Deadline(() => session.close());
  idle.set(limits.keepAliveTimeoutMs);
  // A session that is over has ended its side, and waits for the caller to do the same.
  const over = setInterval(() => {
    if (session.destroyed || (session.closed && calls === 0)) socket.destroy();
  }, limits.lingerTimeoutMs).unref();
  socket.on('close', () => {
    clearInterval(over);
    idle.end();
  });
  // Who asked without any content still gets the answer.
  socket.on('end', () => {
    for (const stream of receiving) if (!stream.readableEnded) stream.close(NGHTTP2_CANCEL);
    session.close();
  });
  return {
    add(stream, hasContent) {
      calls++;
      idle.clear();
      if (hasContent) receiving.add(stream);
      stream.on('close', () => {
        receiving.delete(stream);
        if (--calls === 0) idle.set(limits.keepAliveTimeoutMs);
      });
    },
  };
}
