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
  return {
    ':method': method,
    ':scheme': scheme,
    ':authority': headers.get('host') ?? authority,
    ':path': target,
    ...outgoingFields(endToEnd(headers), isPassedOn),
    ...(length === undefined ? {} : { 'content-length': length }),
    // RFC 9110 §10.1.4. They are understood here, whoever is behind; gRPC demands it.
    te: 'trailers',
  };
}

function isPassedOn(key: string): boolean {
  return key !== 'host' && key !== 'content-length' && key !== 'expect';
}
