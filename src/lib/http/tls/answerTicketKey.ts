import { randomBytes } from 'node:crypto';
import type { TicketKeyAnswer } from './nodeTls.ts';

/** Of a key that `tls.Server` takes: name, HMAC key and AES key have 16 bytes each. */
export const ticketKeyLength = 48;

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
  return (name, _iv, isNew) => {
    if (isNew) return [known, current.hmac, current.aes, current.name, randomBytes(16)];
    const found = parts.find((each) => each.name.equals(name));
    // A whole handshake takes place; OpenSSL wants keys even so.
    if (!found) return unknown;
    return [found === current ? known : renew, found.hmac, found.aes];
  };
}
