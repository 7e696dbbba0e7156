import { constants } from 'node:http2';
import type { ServerHttp2Stream } from 'node:http2';
import type { X509Certificate } from 'node:crypto';
import { Body } from '../Body.ts';
import type { CancelSignal } from '../CancelSignal.ts';
import type { IncomingRequest } from '../exchange.ts';
import { fieldName } from '../fieldName.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { isTargetCharacter } from '../http1/characters.ts';
import { declaredFraming } from '../http1/framing.ts';
import { Malformed } from '../http1/Malformed.ts';
import { expectsContinue, isAuthority } from '../http1/requestHead.ts';
import type { ServerLimits } from '../http1/serverLimits.ts';
import { fieldsOf, pseudoFieldsOf } from './fields.ts';
import { EndWatch, StreamBody } from './StreamBody.ts';

/** The caller's side of one connection. */
export interface Peer {
  readonly scheme: 'http' | 'https';
  readonly remoteAddress: string;
  readonly clientCertificate: X509Certificate | null;
}

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
  limits: ServerLimits,
  signal: CancelSignal,
): IncomingRequest {
  const pseudo = pseudoFieldsOf(lines);
  const method = methodOf(pseudo.get(':method'));
  const headers = fieldsOf(lines, limits);
  const length = lengthOf(headers, hasContent);
  const mustContinue = expectsContinue(headers);
  return {
    method,
    scheme: peer.scheme,
    authority: authorityOf(pseudo.get(':authority'), headers),
    target: targetOf(pseudo.get(':path')),
    httpVersion: '2.0',
    headers,
    body: hasContent ? bodyOf(stream, length, limits, mustContinue) : null,
    remoteAddress: peer.remoteAddress,
    clientCertificate: peer.clientCertificate,
    signal,
  };
}

function methodOf(method: string | undefined): string {
  if (method === undefined || !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,32}$/.test(method)) {
    throw new Malformed(400, 'the method is malformed');
  }
  // RFC 9110 §9.3.6: what follows would be no HTTP; RFC 8441 is not offered.
  if (method === 'CONNECT') throw new Malformed(501, 'there are no tunnels here');
  return method;
}

/** RFC 9113 §8.1.1: the content that Content-Length announces has to come. */
function lengthOf(headers: HeaderMap, hasContent: boolean): number | undefined {
  const framing = declaredFraming(headers);
  const length = typeof framing === 'number' ? framing : undefined;
  if (!hasContent && (length ?? 0) > 0) throw new Malformed(400, 'the content is missing');
  return length;
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

function targetOf(path = ''): string {
  for (let at = 0; at < path.length; at++) {
    if (isTargetCharacter[path.charCodeAt(at)] !== 1) {
      throw new Malformed(400, 'the path holds a character that it must not');
    }
  }
  if (!path.startsWith('/')) throw new Malformed(400, 'the path is in no form that is served here');
  return path;
}

function bodyOf(
  stream: ServerHttp2Stream,
  length: number | undefined,
  limits: ServerLimits,
  mustContinue: boolean,
): Body {
  const body = new StreamBody(stream, new EndWatch(stream), length, {
    idleMs: limits.requestTimeoutMs,
    limits,
    begin() {
      if (mustContinue && !stream.headersSent && !stream.destroyed) {
        stream.additionalHeaders({ ':status': constants.HTTP_STATUS_CONTINUE });
      }
    },
    // The answer needs the stream; once it is sent, the rest is not waited for.
    abandon: () => stream.resume(),
  });
  return Body.streaming(body);
}
