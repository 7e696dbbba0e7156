import { randomBytes } from 'node:crypto';
import type { World } from '../engine/ports/World.ts';
import type { CancelSignal } from '../lib/http/CancelSignal.ts';
import type { Send } from '../lib/http/exchange.ts';

/** The world as it is: the system's clock and randomness, and a client on real sockets. */
export function realWorld(send: Send): World {
  return { now: Date.now, randomBytes: (count) => randomBytes(count), send, sleep };
}

/** Whoever sleeps looks at the signal afterwards; being woken is no failure. */
function sleep(milliseconds: number, signal?: CancelSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    signal?.addEventListener('abort', wake);
  });
}
