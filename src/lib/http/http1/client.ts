/** HTTP/1.1 to backends, on sockets, behind the boundary of exchange.ts. */
import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { SendError } from '../exchange.ts';
import type { IncomingResponse, OutgoingRequest, Send } from '../exchange.ts';
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
  const pools = new Map<string, Pool>();
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
  let emptied: (() => void) | undefined;
  const poolFor = (request: OutgoingRequest, origin: string): Pool => {
    const key = keyOf(request, origin);
    const known = pools.get(key);
    if (known) {
      if (pools.size * 2 > maxIdleDestinations) {
        // Behind those that were used before it; while there is room, the order does not matter.
        pools.delete(key);
        pools.set(key, known);
      }
      return known;
    }
    if (pools.size >= maxIdleDestinations) closeLeastRecent(pools.values());
    const pool = new Pool(destinationOf(origin, request), poolOptions, () => {
      // One that nobody uses costs nothing, however many destinations are computed.
      if (pools.get(key) === pool) pools.delete(key);
      if (pools.size === 0) emptied?.();
    });
    pools.set(key, pool);
    return pool;
  };
  return {
    send: (request) => send(request, poolFor),
    async close() {
      for (const pool of pools.values()) pool.close();
      if (pools.size > 0) await new Promise<void>((resolve) => (emptied = resolve));
    },
  };
}

/** Those where a call is under way stay: their number is the number of calls at most. */
function closeLeastRecent(pools: Iterable<Pool>): void {
  for (const pool of pools) {
    if (pool.rests) return pool.closeIdle();
  }
}

/**
 * Most requests are told apart by their origin alone. What a configured host may be asked over does
 * not serve a computed one that has its name: it was connected without a look at its address.
 */
function keyOf({ tls, proxy, hostIsConfigured }: OutgoingRequest, origin: string): string {
  if (!proxy && !tls.clientCertificate && tls.validateChain && tls.validateName) {
    return hostIsConfigured === true ? origin : `computed ${origin}`;
  }
  return JSON.stringify([origin, hostIsConfigured === true, tls, proxy]);
}

function send(
  request: OutgoingRequest,
  poolFor: (request: OutgoingRequest, origin: string) => Pool,
): Promise<IncomingResponse> {
  try {
    const { origin, target } = splitAddress(request.url);
    if (!isRequestLine(request.method, target)) {
      throw new SendError('protocol', 'The request cannot be written as HTTP/1.1.');
    }
    const pool = poolFor(request, origin);
    const head = requestText(request, target, pool.destination);
    return new Promise((resolve, reject) => {
      new Exchange(request, head, pool, resolve, reject).start();
    });
  } catch (error) {
    request.body?.discard();
    return Promise.reject(sendError(error));
  }
}
