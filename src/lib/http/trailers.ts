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

/**
 * The fields behind the content that go on to the next hop: none that belongs into the head, and none
 * that has the name of a field there, which it would change for recipients that join them. Undefined
 * when nothing is left.
 */
export function onwardTrailers(
  trailers: HeaderMap | undefined,
  head: HeaderMap,
): HeaderMap | undefined {
  const kept = trailers?.filter(({ key }) => !belongsToHead(key) && !head.has(key));
  return kept && kept.names().length > 0 ? kept : undefined;
}

/** Those of them that the head has announced in Trailer (RFC 9110 §6.6.2): HTTP/1.1 carries no others. */
export function announcedTrailers(head: HeaderMap): readonly string[] {
  const names = head.values('trailer').flatMap((value) => value.split(','));
  const keys = names.map((name) => name.trim().toLowerCase()).filter((name) => token.test(name));
  return [...new Set(keys)].filter((key) => !belongsToHead(key) && !head.has(key));
}

// RFC 9110 §5.6.2.
const token = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;

/** Whether a sender takes fields behind the content (RFC 9110 §10.1.4). */
export function acceptsTrailers(head: HeaderMap): boolean {
  return head.values('te').some((value) => /(?:^|,)\s*trailers\s*(?:,|$)/i.test(value));
}
