import type { OutgoingRequest } from './exchange.ts';

/** The connections to one destination. */
export interface DestinationPool {
  /** Whether it keeps connections that nobody uses, and no others. */
  readonly rests: boolean;
  /** Closes idle connections; those in use close when they are released. */
  close(): void;
  /** It stays usable, and connects anew. */
  closeIdle(): void;
}

/** Pools by origin and by how the way there is secured. */
export class Pools<Pool extends DestinationPool> {
  readonly #pools = new Map<string, Pool>();
  readonly #maxIdle: number;
  readonly #open: (request: OutgoingRequest, origin: string, onEmpty: () => void) => Pool;
  #emptied: (() => void) | undefined;

  /** `maxIdle` destinations are kept connected while nothing is sent there. */
  constructor(
    maxIdle: number,
    open: (request: OutgoingRequest, origin: string, onEmpty: () => void) => Pool,
  ) {
    this.#maxIdle = maxIdle;
    this.#open = open;
  }

  /** The pool that serves a request. @throws TypeError when the origin is none */
  for(request: OutgoingRequest, origin: string): Pool {
    const pools = this.#pools;
    const key = keyOf(request, origin);
    const known = pools.get(key);
    if (known) {
      if (pools.size * 2 > this.#maxIdle) {
        // Behind those that were used before it; while there is room, the order does not matter.
        pools.delete(key);
        pools.set(key, known);
      }
      return known;
    }
    if (pools.size >= this.#maxIdle) closeLeastRecent(pools.values());
    const pool = this.#open(request, origin, () => {
      // One that nobody uses costs nothing, however many destinations are computed.
      if (pools.get(key) === pool) pools.delete(key);
      if (pools.size === 0) this.#emptied?.();
    });
    pools.set(key, pool);
    return pool;
  }

  /** Closes idle connections and waits for those in use. */
  async close(): Promise<void> {
    for (const pool of this.#pools.values()) pool.close();
    if (this.#pools.size > 0) await new Promise<void>((resolve) => (this.#emptied = resolve));
  }
}

/** Those where a call is under way stay: their number is the number of calls at most. */
function closeLeastRecent(pools: Iterable<DestinationPool>): void {
  for (const pool of pools) {
    if (pool.rests) return pool.closeIdle();
  }
}

/**
 * Most requests are told apart by their origin alone. What a configured host may be asked over does
 * not serve a computed one that has its name: it was connected without a look at its address.
 */
export function keyOf({ tls, proxy, hostIsConfigured }: OutgoingRequest, origin: string): string {
  if (!proxy && !tls.clientCertificate && tls.validateChain && tls.validateName) {
    return hostIsConfigured === true ? origin : `computed ${origin}`;
  }
  return JSON.stringify([origin, hostIsConfigured === true, tls, proxy]);
}
