import { constants } from 'node:http2';
import type { Http2Session } from 'node:http2';
import type { Socket } from 'node:net';
import { Patience } from './Patience.ts';

/** Frames that serve the connection itself. */
const signals = ['ping', 'remoteSettings', 'goaway', 'altsvc', 'origin'];
const burst = 200;
const perSecond = 20;
/** Whoever measures the way by a PING behind content that arrives, as gRPC does, sends one for this much of it at most. */
const bytesPerSignal = 8 * 1024;

/**
 * Ends a connection whose other side causes work without end (RFC 9113 §10.5): how many signals it may
 * send follows from time, and from how much was sent to it. WINDOW_UPDATE, which node does not tell of,
 * costs less than content of its size; of others that it does not tell of, it bears some thousand.
 */
export function limitSignals(session: Http2Session, socket: Socket): void {
  const patience = new Patience(burst, perSecond, performance.now());
  let written = socket.bytesWritten;
  const count = (): void => {
    patience.earn((socket.bytesWritten - written) / bytesPerSignal);
    written = socket.bytesWritten;
    if (!patience.bears(performance.now())) expel(session);
  };
  for (const signal of signals) session.on(signal, count);
}

/** Ends a connection whose other side does too much of something. */
export function expel(session: Http2Session): void {
  if (session.destroyed) return;
  session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM);
  session.destroy();
}
