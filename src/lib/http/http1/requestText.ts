import type { OutgoingRequest } from '../exchange.ts';
import { asked } from '../fieldName.ts';
import type { FieldName } from '../fieldName.ts';
import { endToEnd } from '../hopByHop.ts';
import { acceptsTrailers, trailerText } from '../trailers.ts';
import type { Destination } from './Destination.ts';

// RFC 9110 §8.6: these mean something with content of no length, too.
const expectContent = new Set(['POST', 'PUT', 'PATCH']);

/**
 * A request line and header fields, with the empty line behind them (RFC 9112 §3 and §5). All of it is
 * written anew: framing is ours, and hop-by-hop fields end here.
 */
export function requestText(
  request: OutgoingRequest,
  target: string,
  { authority, isSecure, proxy }: Destination,
): string {
  const { method, headers, body } = request;
  const isForProxy = proxy !== undefined && !isSecure;
  let text = `${method} ${isForProxy ? `http://${authority}` : ''}${target} HTTP/1.1\r\n`;
  if (!headers.has(asked.host)) text += `Host: ${authority}\r\n`;
  text += (headers.has(asked.connection) ? endToEnd(headers) : headers).toText(isPassedOn);
  if (isForProxy && proxy.authorization !== undefined) {
    text += `Proxy-Authorization: ${proxy.authorization}\r\n`;
  }
  if (request.upgrade === undefined) {
    // RFC 9110 §10.1.4: TE is of this connection, which has to be said.
    if (acceptsTrailers(headers)) text += 'TE: trailers\r\nConnection: TE\r\n';
  } else text += `Connection: Upgrade\r\nUpgrade: ${request.upgrade}\r\n`;
  if (!body) return text + (expectContent.has(method) ? 'Content-Length: 0\r\n\r\n' : '\r\n');
  const { length } = body;
  if (length !== undefined) return `${text}Content-Length: ${length}\r\n\r\n`;
  return `${text}${trailerText(headers)}Transfer-Encoding: chunked\r\n\r\n`;
}

function isPassedOn({ key, isHopByHop }: FieldName): boolean {
  return !isHopByHop && key !== 'content-length' && key !== 'expect';
}

// RFC 9112 §3: what would end the request line, or begin another message.
const unsendable = /[^\x21-\x7e]/;

/** Whether a method and a target can stand in a request line. */
export function isRequestLine(method: string, target: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(method) && !unsendable.test(target);
}
