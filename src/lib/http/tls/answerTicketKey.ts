import { randomFillSync } from 'node:crypto';
import type { TicketKeyAnswer } from './nodeTls.ts';

/** Of a key that `tls.Server` takes: name, HMAC key and AES key have 16 bytes each. */
export const ticketKeyLength = 48;

const ivLength = 16;

const unknown = [0, Buffer.alloc(16), Buffer.alloc(16)] as const;
const known = 1;
const renew = 2;

/** Tickets are written with the first key and read with all; one read with an older key is renewed (RFC 5077 §5.5). */
export function answerTicketKey(keys: readonly Uint8Array[]): TicketKeyAnswer {
  const parts = keys.map((key) => ({
    name: Buffer.from(key.subarray(0, 16)),
    hmac: Buffer.from(key.subarray(16, 32)),
    aes: Buffer.from(key.subarray(32, ticketKeyLength)),
  }));
  const current = parts[0]!;
  const nextIv = initializationVectors();
  return (name, _iv, isNew) => {
    if (isNew) return [known, current.hmac, current.aes, current.name, nextIv()];
    const found = parts.find((each) => each.name.equals(name));
    // A whole handshake takes place; OpenSSL wants keys even so.
    if (!found) return unknown;
    return [found === current ? known : renew, found.hmac, found.aes];
  };
}

/**
 * Random ones, of which none is given twice. A handshake of TLS 1.3 needs two; asking for 256 at once
 * costs a hundredth of asking each time.
 */
function initializationVectors(): () => Buffer {
  const stock = Buffer.alloc(256 * ivLength);
  let at = stock.length;
  return () => {
    if (at === stock.length) {
      randomFillSync(stock);
      at = 0;
    }
    const start = at;
    at += ivLength;
    return stock.subarray(start, at);
  };
}
