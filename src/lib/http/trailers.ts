import { asked } from './fieldName.ts';
import type { HeaderMap } from './HeaderMap.ts';

/**
 * Fields that mean something to whoever frames, routes, admits or reads a message, and that come too
 * late behind its content (RFC 9110 §6.5.1). Some recipients add trailer fields to the header fields,
 * so none of these goes on as one.
 */
const neverTrailers = new Set([
  // Framing and what belongs to one connection.
  'connection',
  'content-length',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  // Routing.
  'forwarded',
  'host',
  'via',
  'x-http-method-override',
  'x-method-override',
  'x-original-url',
  'x-rewrite-url',
  // Who asks, and what admits the request.
  'authorization',
  'cookie',
  'ocp-apim-subscription-key',
  'origin',
  'proxy-authenticate',
  'proxy-authorization',
  'set-cookie',
  'www-authenticate',
  // Modifiers of requests and control data of responses.
  'age',
  'cache-control',
  'date',
  'expect',
  'expires',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'location',
  'max-forwards',
  'pragma',
  'range',
  'retry-after',
  'vary',
  'warning',
]);

/** Whole families of such fields; only Content-Digest is made to come behind the content (RFC 9530 §2). */
function belongsToHead(key: string): boolean {
  if (neverTrailers.has(key)) return true;
  if (key.startsWith('content-')) return key !== 'content-digest';
  return /^(?:access-control-|sec-|x-forwarded-|x-ms-client-|x-original-)/.test(key);
}

/** Whether a field of that name may follow the content of a message with this head. */
function mayFollow(key: string, head: HeaderMap): boolean {
  // What stands in the head, or was removed from it here, would change it for recipients that join both.
  return !belongsToHead(key) && !head.has(key) && !head.wasSet(key);
}

/**
 * The fields behind the content that go on to the next hop: none that belongs into the head, and none
 * that would change the head. Undefined when nothing is left.
 */
export function onwardTrailers(
  trailers: HeaderMap | undefined,
  head: HeaderMap,
): HeaderMap | undefined {
  return trailers && unlessEmpty(trailers.filter(({ key }) => mayFollow(key, head)));
}

/** Those of them that the head announces: HTTP/1.1 carries no others. */
export function announcedTrailers(
  trailers: HeaderMap | undefined,
  head: HeaderMap,
): HeaderMap | undefined {
  if (!trailers) return undefined;
  const announced = new Set(announcedIn(head));
  return unlessEmpty(trailers.filter(({ key }) => announced.has(key)));
}

function unlessEmpty(fields: HeaderMap): HeaderMap | undefined {
  return fields.names().length > 0 ? fields : undefined;
}

/** The field line that announces what may follow the content (RFC 9110 §6.6.2); empty when nothing may. */
export function trailerText(head: HeaderMap): string {
  if (!head.has(asked.trailer)) return '';
  const names = announcedIn(head);
  return names.length > 0 ? `Trailer: ${names.join(', ')}\r\n` : '';
}

/** Lower-case names in Trailer of fields that may follow. */
function announcedIn(head: HeaderMap): readonly string[] {
  const names = head.values('trailer').flatMap((value) => value.split(','));
  const keys = new Set(names.map((name) => name.trim().toLowerCase()));
  return [...keys].filter((key) => token.test(key) && mayFollow(key, head));
}

// RFC 9110 §5.6.2.
const token = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;

/** Whether a sender takes fields behind the content (RFC 9110 §10.1.4). */
export function acceptsTrailers(head: HeaderMap): boolean {
  return (
    head.has(asked.te) &&
    head.values(asked.te).some((value) => /(?:^|,)\s*trailers\s*(?:,|$)/i.test(value))
  );
}
