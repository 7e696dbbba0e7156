import { STATUS_CODES } from 'node:http';
import type { Body } from '../Body.ts';
import type { OutgoingResponse } from '../exchange.ts';
import { asked } from '../fieldName.ts';
import type { FieldName } from '../fieldName.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { acceptsTrailers, trailerText } from '../trailers.ts';
import type { Framing } from './framing.ts';
import type { Malformed } from './Malformed.ts';

/** How a response goes to one caller on one connection. */
export interface Delivery {
  readonly method: string;
  readonly version: '1.0' | '1.1';
  readonly closes: boolean;
  /** Of the request. */
  readonly headers: HeaderMap;
}

/** RFC 9110 §6.4.1: answers to HEAD, and these statuses, have no content. */
export function mayHaveContent(method: string, status: number): boolean {
  return method !== 'HEAD' && status >= 200 && status !== 204 && status !== 304;
}

/** How the content of a response is framed (RFC 9112 §6); HTTP/1.0 knows no chunks. */
export function framingFor(body: Body | null, version: '1.0' | '1.1'): Framing {
  const length = body ? body.length : 0;
  return length ?? (version === '1.1' ? 'chunked' : 'close');
}

/** A status line and header fields, with the empty line behind them (RFC 9112 §4 and §5). */
export function responseText(response: OutgoingResponse, delivery: Delivery): string {
  const { status, reason, headers, body } = response;
  const { method, version, closes } = delivery;
  let text = `HTTP/1.1 ${status} ${proper(reason)}\r\n`;
  if (mayHaveContent(method, status)) {
    const framing = framingFor(body, version);
    text += headers.toText(isPassedOn);
    if (framing === 'chunked') {
      // RFC 9110 §6.5.1: to whom does not say so, fields behind the content are of no use.
      if (acceptsTrailers(delivery.headers)) text += trailerText(headers);
      text += 'Transfer-Encoding: chunked\r\n';
    } else if (framing !== 'close') text += `Content-Length: ${framing}\r\n`;
  } else {
    // RFC 9110 §8.6: the length that the content would have had.
    text += headers.toText(status === 204 || status < 200 ? isPassedOn : isDescriptive);
  }
  // RFC 9110 §6.6.1
  if (!headers.has(asked.date)) text += `Date: ${dateNow()}\r\n`;
  return `${text}${closes ? 'Connection: close\r\n' : ''}\r\n`;
}

/** The head after which a connection goes on in another protocol (RFC 9110 §15.2.2). */
export function upgradeText({ reason, headers }: OutgoingResponse, protocol: string): string {
  const fields = headers.toText(isPassedOn);
  return `HTTP/1.1 101 ${proper(reason)}\r\n${fields}Connection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`;
}

function isDescriptive({ isHopByHop }: FieldName): boolean {
  return !isHopByHop;
}

function isPassedOn({ key, isHopByHop }: FieldName): boolean {
  return !isHopByHop && key !== 'content-length';
}

/** A reason phrase that HTTP cannot carry is left out (RFC 9112 §4: it means nothing to clients). */
function proper(reason: string): string {
  return /[^\t\x20-\x7e\x80-\xff]/.test(reason) ? '' : reason;
}

let date = '';
let dateUntil = 0;

/** RFC 9110 §5.6.7; the same text for a second. */
export function dateNow(): string {
  const now = Date.now();
  if (now >= dateUntil) {
    date = new Date(now).toUTCString();
    dateUntil = now - (now % 1_000) + 1_000;
  }
  return date;
}

const messages: Readonly<Record<Malformed['status'], string>> = {
  400: 'The request is malformed.',
  408: 'The request did not arrive in time.',
  413: 'The request is too large.',
  414: 'The target of the request is too long.',
  417: 'The expectation of the request cannot be met.',
  421: 'The host is served on connections of its own.',
  431: 'The header fields of the request are too large.',
  501: 'The request asks for something that is not known here.',
  505: 'The version of HTTP is not spoken here.',
};

/** Without a word about how the request was read. */
export function refusalBody(status: Malformed['status']): string {
  return `{ "statusCode": ${status}, "message": "${messages[status]}" }`;
}

/** The whole answer to what could not be read. */
export function refusalText(status: Malformed['status']): string {
  const body = refusalBody(status);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Date: ${dateNow()}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
