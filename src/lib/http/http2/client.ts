/** HTTP/2 to backends, over node:http2, behind the boundary of exchange.ts. */
import { TLSSocket } from 'node:tls';
import { goneAway, SendError } from '../exchange.ts';
import type { IncomingResponse, OutgoingRequest } from '../exchange.ts';
import { keyOf, Pools } from '../Pools.ts';
import type { ClientLimits } from '../http1/ClientConnection.ts';
import { destinationOf, splitAddress } from '../http1/Destination.ts';
import type { Destination } from '../http1/Destination.ts';
import { sendError } from '../http1/Exchange.ts';
import { openSocket } from '../http1/openSocket.ts';
import type { SocketOptions } from '../http1/openSocket.ts';
import type { HeadLimits } from '../http1/requestHead.ts';
import { isRequestLine } from '../http1/requestText.ts';
import { ClientExchange, Http1Required, RefusedStream } from './ClientExchange.ts';
import { ClientSession } from './ClientSession.ts';
import type { SessionLimits } from './ClientSession.ts';
import { requestFields } from './requestFields.ts';
import { SessionPool } from './SessionPool.ts';

export interface Http2ClientOptions extends SocketOptions, Omit<SessionLimits, keyof HeadLimits> {
  /** Connections to one destination. */
  readonly maxSessions: number;
  /** How many destinations are kept connected while nothing is sent there. */
  readonly maxIdleDestinations: number;
}

export interface Http2Client {
  /**
   * Sends a request. Undefined: the backend does not speak HTTP/2 and the request has not been sent.
   * Rejects with SendError.
   */
  send(request: OutgoingRequest): Promise<IncomingResponse | undefined>;
  /** Closes idle connections and waits for those in use. */
  close(): Promise<void>;
}

/** Times that a request is sent again which the backend has not processed. */
const mostRepeats = 2;

/** Sends requests as streams of connections that are pooled by destination. */
export function createHttp2Client(options: Http2ClientOptions): Http2Client {
  const pools = new Pools<SessionPool>(options.maxIdleDestinations, (request, origin, onEmpty) => {
    const destination = destinationOf(origin, request);
    const connect = connector(destination, options);
    return new SessionPool({ maxSessions: options.maxSessions, connect }, onEmpty);
  });
  const older = new OlderBackends();
  return {
    send: (request) => send(request, pools, older, options.limits),
    close: () => pools.close(),
  };
}

/** Destinations that were found to speak no HTTP/2: for a while they are not asked again. */
class OlderBackends {
  readonly #until = new Map<string, number>();

  has(key: string): boolean {
    return (this.#until.get(key) ?? 0) > performance.now();
  }

  add(key: string): void {
    this.#until.delete(key);
    if (this.#until.size >= mostOlderBackends) {
      for (const oldest of this.#until.keys()) {
        this.#until.delete(oldest);
        break;
      }
    }
    this.#until.set(key, performance.now() + olderBackendMs);
  }
}

const mostOlderBackends = 1_000;
const olderBackendMs = 300_000;

function connector(
  destination: Destination,
  options: Http2ClientOptions,
): (owner: SessionPool) => Promise<ClientSession> {
  let ticket: Buffer | undefined;
  return async (owner) => {
    const startedAt = performance.now();
    const { authority, isSecure } = destination;
    const socket = await openSocket(destination, undefined, {
      ...options,
      protocols: ['h2', 'http/1.1'],
      session: ticket,
    });
    socket.on('session', (session: Buffer) => (ticket = session));
    // RFC 9113 §3.2: over TLS the handshake decides; in clear it has to be known before (§3.3).
    if (socket instanceof TLSSocket && socket.alpnProtocol !== 'h2') {
      socket.on('error', ignore).destroy();
      throw new NoHttp2();
    }
    const left = options.connectTimeoutMs - (performance.now() - startedAt);
    const address = `${isSecure ? 'https' : 'http'}://${authority}`;
    return await ClientSession.open(
      socket,
      address,
      owner,
      { ...options, ...options.limits },
      left,
    );
  };
}

/** The handshake chose HTTP/1.1, or the backend wants it. */
class NoHttp2 extends SendError {
  constructor() {
    super('protocol', 'The backend does not speak HTTP/2.');
  }
}

async function send(
  request: OutgoingRequest,
  pools: Pools<SessionPool>,
  older: OlderBackends,
  limits: ClientLimits,
): Promise<IncomingResponse | undefined> {
  const { timeoutMs, body, method, url, signal } = request;
  const until = performance.now() + timeoutMs;
  const { origin, target } = splitAddress(url);
  const key = keyOf(request, origin);
  if (request.httpVersion === '2or1' && older.has(key)) return undefined;
  try {
    if (!isRequestLine(method, target) || method === 'CONNECT') {
      throw new SendError('protocol', 'The request cannot be sent over HTTP/2.');
    }
    const { protocol, host } = new URL(origin);
    const fields = requestFields(request, protocol === 'https:' ? 'https' : 'http', host, target);
    for (let repeats = 0; ; repeats++) {
      if (signal?.aborted) throw goneAway();
      const session = await pools.for(request, origin).take(until - performance.now(), signal);
      try {
        const exchange = new ClientExchange(session, request, fields, limits);
        return await exchange.run(until - performance.now());
      } catch (error) {
        // What was taken from a body that is a stream cannot be had again.
        if (body?.wasHandedOn === true) throw error;
        if (error instanceof Http1Required) throw new NoHttp2();
        if (!(error instanceof RefusedStream) || repeats === mostRepeats) throw error;
      }
    }
  } catch (error) {
    if (error instanceof NoHttp2) {
      older.add(key);
      return undefined;
    }
    body?.discard();
    throw sendError(error);
  }
}

function ignore(): void {
  // It is closed.
}
