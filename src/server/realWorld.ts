import { randomFillSync } from 'node:crypto';
import type { World } from '../engine/ports/World.ts';
import type { CancelSignal } from '../lib/http/CancelSignal.ts';
import type { Send } from '../lib/http/exchange.ts';

/** The world as it is: the system's clock and randomness, and a client on real sockets. */
export function realWorld(send: Send): World {
  return { now: Date.now, randomBytes, send, sleep };
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

/** Asking the system for a few bytes costs as much as asking for many. */
const random = Buffer.allocUnsafeSlow(4096);
let used = random.length;

function randomBytes(count: number): Uint8Array {
  if (count > random.length) return randomFillSync(new Uint8Array(count));
  if (used + count > random.length) {
    randomFillSync(random);
    used = 0;
  }
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    bytes[at] = random[used]!;
    // Bytes are given once, and are not to be found in memory afterwards.
    random[used++] = 0;
  }
  return bytes;
}
