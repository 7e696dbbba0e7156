import { asked } from './fieldName.ts';
import type { FieldName } from './fieldName.ts';
import type { HeaderMap } from './HeaderMap.ts';

// What decides about a call, or frames it, cannot be taken away by naming it in Connection.
const protectedFields = new Set([
  'authorization',
  'content-length',
  'content-type',
  'cookie',
  'forwarded',
  'host',
  'te',
  'trailer',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
]);

/**
 * The fields that go on to the next hop: all but those of this connection and those that Connection
 * names (RFC 9110 §7.6.1). What was set here is not the sender's to take away.
 */
export function endToEnd(headers: HeaderMap): HeaderMap {
  return headers.filter(goesOn(headers));
}

/** Removes from a message that was just received what does not go on. */
export function endHere(headers: HeaderMap): HeaderMap {
  headers.retain(goesOn(headers));
  return headers;
}

function goesOn(headers: HeaderMap): (name: FieldName) => boolean {
  const connection = headers.get(asked.connection);
  if (connection === undefined || namesNothing.test(connection)) return isEndToEnd;
  const named = namedInConnection(headers);
  return (name) => isEndToEnd(name) && !named.has(name.key);
}

const namesNothing = /^(?:close|keep-alive)$/i;

// RFC 9110 §6.6.2 and §10.1.4: Trailer and TE stay with the message until somebody writes it, who says
// what follows and what is taken on the next hop.
function isEndToEnd({ isHopByHop, key }: FieldName): boolean {
  return !isHopByHop || key === 'trailer' || key === 'te';
}

function namedInConnection(headers: HeaderMap): Set<string> {
  const names = headers
    .values('connection')
    .flatMap((value) => value.split(','))
    .map((name) => name.trim().toLowerCase());
  return new Set(names.filter((name) => !protectedFields.has(name) && !headers.wasSet(name)));
}
