import { sensitiveHeaders } from 'node:http2';
import type { OutgoingHttpHeaders } from 'node:http2';
import type { OutgoingRequest } from '../exchange.ts';
import { endToEnd } from '../hopByHop.ts';
import { outgoingFields } from './fields.ts';

/**
 * The head of a request (RFC 9113 §8.3.1). Fields of the hop before end here, and framing is ours.
 * `authority` is that of the destination.
 */
export function requestFields(
  { method, headers, body }: OutgoingRequest,
  scheme: 'http' | 'https',
  authority: string,
  target: string,
): OutgoingHttpHeaders {
  const length = body?.length;
  const fields = {
    ':method': method,
    ':scheme': scheme,
    ':authority': headers.get('host') ?? authority,
    ':path': target,
    ...outgoingFields(endToEnd(headers), isPassedOn),
    ...(length === undefined ? {} : { 'content-length': length }),
    // RFC 9110 §10.1.4. They are understood here, whoever is behind; gRPC demands it.
    te: 'trailers',
  };
  const secrets = Object.keys(fields).filter((key) => mayBeSecret.test(key));
  return secrets.length > 0 ? { ...fields, [sensitiveHeaders]: secrets } : fields;
}

/**
 * Fields of different callers share the compression of one connection: a caller who guesses what
 * another sent must not learn from the length that he is right (RFC 7541 §7.1).
 */
const mayBeSecret = /auth|cookie|credential|key|pass|secret|session|sign|token/;

function isPassedOn(key: string): boolean {
  return key !== 'host' && key !== 'content-length' && key !== 'expect';
}
