import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { World } from '../engine/ports/World.ts';
import type { Send } from '../lib/http/exchange.ts';

/** The world as it is: the system's clock and randomness, and a client on real sockets. */
export function realWorld(send: Send): World {
  return {
    now: Date.now,
    randomBytes: (count) => randomBytes(count),
    send,
    async sleep(milliseconds, signal) {
      try {
        await setTimeout(milliseconds, undefined, { signal });
      } catch (error) {
        // Whoever sleeps looks at the signal afterwards; being woken is no failure.
        if (!signal?.aborted) throw error;
      }
    },
  };
}
