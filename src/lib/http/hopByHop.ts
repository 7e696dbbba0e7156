import type { HeaderMap } from './HeaderMap.ts';

// RFC 9110 §7.6.1, and the Proxy-* fields that older clients send. Transfer-Encoding and
// Content-Length are written anew for each connection by whoever writes the message.
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

// What decides about a call, or frames it, cannot be taken away by naming it in Connection.
const protectedFields = new Set([
  'authorization',
  'content-length',
  'content-type',
  'cookie',
  'forwarded',
  'host',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
]);

/**
 * The fields that go on to the next hop: all but those of this connection and those that Connection
 * names (RFC 9110 §7.6.1). What was set here is not the sender's to take away.
 */
export function endToEnd(headers: HeaderMap): HeaderMap {
  const connection = headers.get('connection');
  if (connection === undefined || namesNothing.test(connection)) return headers.filter(isEndToEnd);
  const named = namedInConnection(headers);
  return headers.filter((key) => isEndToEnd(key) && !named.has(key));
}

const namesNothing = /^(?:close|keep-alive)$/i;

function isEndToEnd(key: string): boolean {
  return !hopByHop.has(key);
}

function namedInConnection(headers: HeaderMap): Set<string> {
  const names = headers
    .values('connection')
    .flatMap((value) => value.split(','))
    .map((name) => name.trim().toLowerCase());
  return new Set(names.filter((name) => !protectedFields.has(name) && !headers.wasSet(name)));
}
