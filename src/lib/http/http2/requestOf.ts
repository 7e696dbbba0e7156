import type { X509Certificate } from 'node:crypto';
import type { ServerHttp2Stream } from 'node:http2';
import { Body } from '../Body.ts';
import type { CancelSignal } from '../CancelSignal.ts';
import type { IncomingRequest } from '../exchange.ts';
import { fieldName } from '../fieldName.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { isTargetCharacter } from '../http1/characters.ts';
import { declaredFraming } from '../http1/framing.ts';
import { Malformed } from '../http1/Malformed.ts';
import { isAuthority } from '../http1/requestHead.ts';
import { drain, readableBody } from '../readableBody.ts';

/** The caller's side of one connection. */
export interface Peer {
  readonly scheme: 'http' | 'https';
  readonly remoteAddress: string;
  readonly clientCertificate: X509Certificate | null;
}

interface PseudoFields {
  readonly method: string;
  readonly path: string;
  readonly authority: string | undefined;
}

/** RFC 9113 §8.2.2: fields of one connection have no place here. */
const connectionSpecific = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/**
 * A request as it came on a stream: `lines` are names and values by turns, pseudo-header fields first.
 * What could be read otherwise as HTTP/1.1 is refused (RFC 9113 §8.2.1, §8.3 and §10.3).
 * @throws Malformed
 */
export function requestOf(
  stream: ServerHttp2Stream,
  lines: readonly string[],
  hasContent: boolean,
  peer: Peer,
  signal: CancelSignal,
): IncomingRequest {
  const { method, path, authority } = pseudoFields(lines);
  if (method === 'CONNECT') throw new Malformed(501, 'there are no tunnels here');
  const headers = fieldsOf(lines);
  const framing = declaredFraming(headers);
  return {
    method,
    scheme: peer.scheme,
    authority: authorityOf(authority, headers),
    target: targetOf(path),
    httpVersion: '2.0',
    headers,
    body: hasContent ? bodyOf(stream, typeof framing === 'number' ? framing : undefined) : null,
    remoteAddress: peer.remoteAddress,
    clientCertificate: peer.clientCertificate,
    signal,
  };
}

function pseudoFields(lines: readonly string[]): PseudoFields {
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < lines.length && lines[at]!.startsWith(':'); at += 2) {
    if (found.has(lines[at]!)) throw new Malformed(400, 'a pseudo-header field stands twice');
    found.set(lines[at]!, lines[at + 1]!);
  }
  const method = found.get(':method');
  const path = found.get(':path') ?? '';
  if (method === undefined) throw new Malformed(400, 'the method is missing');
  return { method, path, authority: found.get(':authority') };
}

function fieldsOf(lines: readonly string[]): HeaderMap {
  const headers = new HeaderMap();
  const cookies: string[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [name, value] = [lines[at]!, lines[at + 1]!];
    if (name.startsWith(':')) continue;
    checkField(name, value);
    if (name === 'cookie') cookies.push(value);
    else headers.addParsed(fieldName(name), value);
  }
  // RFC 9113 §8.2.3: one field for those who speak HTTP/1.1.
  if (cookies.length > 0) headers.addParsed(fieldName('cookie'), cookies.join('; '));
  return headers;
}

function checkField(name: string, value: string): void {
  if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name)) throw new Malformed(400, 'a name is malformed');
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) throw new Malformed(400, 'a field is malformed');
  const isTrailersOnly = name !== 'te' || value.toLowerCase() === 'trailers';
  if (connectionSpecific.has(name) || !isTrailersOnly) {
    throw new Malformed(400, 'a field is of one connection only');
  }
}

/** RFC 9113 §8.3.1: Host must not contradict `:authority`. */
function authorityOf(authority: string | undefined, headers: HeaderMap): string {
  const [host, ...others] = headers.values('host');
  const named = authority ?? host;
  if (others.length > 0 || named === undefined || !isAuthority(named)) {
    throw new Malformed(400, 'there is no one proper host');
  }
  if (host === undefined) headers.addParsed(fieldName('host'), named);
  else if (host.toLowerCase() !== named.toLowerCase()) {
    throw new Malformed(400, 'Host is another one than :authority');
  }
  return named;
}

function targetOf(path: string): string {
  for (let at = 0; at < path.length; at++) {
    if (isTargetCharacter[path.charCodeAt(at)] !== 1) {
      throw new Malformed(400, 'the path holds a character that it must not');
    }
  }
  if (!path.startsWith('/')) throw new Malformed(400, 'the path is in no form that is served here');
  return path;
}

function bodyOf(stream: ServerHttp2Stream, length: number | undefined): Body {
  return Body.streaming(readableBody(stream, length, drain));
}
