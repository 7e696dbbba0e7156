/** HTTP/1.1 to backends, on sockets, behind the boundary of exchange.ts. */
import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { SendError } from '../exchange.ts';
import type { IncomingResponse, OutgoingRequest, Send } from '../exchange.ts';
import { Pools } from '../Pools.ts';
import { destinationOf, splitAddress } from './Destination.ts';
import { Exchange, sendError } from './Exchange.ts';
import type { Refusal } from './guardedLookup.ts';
import { Pool } from './Pool.ts';
import type { PoolOptions } from './Pool.ts';
import { isRequestLine, requestText } from './requestText.ts';
import { defaultServerLimits } from './serverLimits.ts';

export interface ClientOptions {
  /** PEM certificates that are trusted beside the system's. */
  readonly trustedCertificates?: readonly string[];
  readonly connectTimeoutMs?: number;
  /** Open connections to one destination. */
  readonly maxConnections?: number;
  /** Of HTTP/2: connections to one destination, and streams on each of them. */
  readonly maxSessions?: number;
  readonly maxStreams?: number;
  /** A connection that is not needed for this time is closed. */
  readonly idleMs?: number;
  /** A backend that sends nothing of its content for this time is given up on. */
  readonly contentTimeoutMs?: number;
  /** Resolves names; `dns.lookup` unless given. */
  readonly lookup?: LookupFunction;
  /** Where hosts that the configuration does not name may not be. */
  readonly refusal?: Refusal;
  /** How many destinations are kept connected while nothing is sent there. */
  readonly maxIdleDestinations?: number;
}

export interface Client {
  readonly send: Send;
  /** Closes idle connections and waits for those in use. */
  close(): Promise<void>;
}

/** Sends requests over kept-alive connections, pooled by origin and by how the way is secured. */
export function createClient(options: ClientOptions = {}): Client {
  const { maxIdleDestinations = 1_000 } = options;
  const { maxHeaderBytes, maxHeaders } = defaultServerLimits;
  const poolOptions: PoolOptions = {
    trustedCertificates: options.trustedCertificates ?? [],
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    maxConnections: options.maxConnections ?? 256,
    idleMs: options.idleMs ?? 20_000,
    lookup: options.lookup ?? dnsLookup,
    refusal: options.refusal,
    limits: { maxHeaderBytes, maxHeaders, contentTimeoutMs: options.contentTimeoutMs ?? 300_000 },
  };
  const pools = new Pools<Pool>(
    maxIdleDestinations,
    (request, origin, onEmpty) => new Pool(destinationOf(origin, request), poolOptions, onEmpty),
  );
  return {
    send: (request) => send(request, pools),
    close: () => pools.close(),
  };
}

function send(request: OutgoingRequest, pools: Pools<Pool>): Promise<IncomingResponse> {
  try {
    const { origin, target } = splitAddress(request.url);
    if (!isRequestLine(request.method, target)) {
      throw new SendError('protocol', 'The request cannot be written as HTTP/1.1.');
    }
    const pool = pools.for(request, origin);
    const head = requestText(request, target, pool.destination);
    return new Promise((resolve, reject) => {
      new Exchange(request, head, pool, resolve, reject).start();
    });
  } catch (error) {
    request.body?.discard();
    return Promise.reject(sendError(error));
  }
}
