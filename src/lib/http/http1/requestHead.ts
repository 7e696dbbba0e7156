import { asked } from '../fieldName.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { CR, isTargetCharacter, isTokenCharacter, LF, SP } from './characters.ts';
import { parseFields } from './fields.ts';
import { declaredFraming } from './framing.ts';
import type { HeadText } from './HeadText.ts';
import { Malformed } from './Malformed.ts';

export interface HeadLimits {
  /** Bytes of a start line and all header fields together. */
  readonly maxHeaderBytes: number;
  readonly maxHeaders: number;
}

/** A request up to its content. */
export interface RequestHead {
  readonly method: string;
  /** Path and query as sent, in origin form. */
  readonly target: string;
  readonly authority: string;
  readonly version: '1.0' | '1.1';
  readonly headers: HeaderMap;
  /** Bytes of content, or chunks; 0 without content. */
  readonly framing: number | 'chunked';
  readonly isPersistent: boolean;
  /** Whether the sender waits for `100 Continue` before it sends the content. */
  readonly expectsContinue: boolean;
}

const maxMethodLength = 32;

/**
 * Reads a request line and header fields (RFC 9112 §3 and §5), which end with the line break of the
 * last line, before the empty line.
 * @throws Malformed
 */
export function parseRequestHead(head: HeadText, { maxHeaders }: HeadLimits): RequestHead {
  const { text } = head;
  const methodEnd = endOf(text, 0, isTokenCharacter);
  const targetEnd = endOf(text, methodEnd + 1, isTargetCharacter);
  const lineEnd = targetEnd + versionLength + 1;
  if (
    methodEnd === 0 ||
    methodEnd > maxMethodLength ||
    targetEnd === methodEnd + 1 ||
    text.charCodeAt(methodEnd) !== SP ||
    text.charCodeAt(targetEnd) !== SP ||
    text.charCodeAt(lineEnd) !== CR ||
    text.charCodeAt(lineEnd + 1) !== LF
  ) {
    throw new Malformed(400, 'the request line is malformed');
  }
  const version = versionOf(text.slice(targetEnd + 1, lineEnd));
  const method = text.slice(0, methodEnd);
  // RFC 9110 §9.3.6: what follows would be no HTTP.
  if (method === 'CONNECT') throw new Malformed(501, 'there are no tunnels here');
  const headers = parseFields(head, lineEnd + 2, maxHeaders);
  const address = addressOf(text.slice(methodEnd + 1, targetEnd), version, headers);
  return {
    method,
    ...address,
    version,
    headers,
    framing: framingOf(version, headers),
    isPersistent: isPersistent(version, headers),
    expectsContinue: version === '1.1' && expectsContinue(headers),
  };
}

function endOf(text: string, at: number, isPart: Uint8Array): number {
  while (isPart[text.charCodeAt(at)] === 1) at++;
  return at;
}

const versionLength = 'HTTP/1.1'.length;

function versionOf(text: string): '1.0' | '1.1' {
  if (text === 'HTTP/1.1') return '1.1';
  if (text === 'HTTP/1.0') return '1.0';
  if (/^HTTP\/[0-9]\.[0-9]$/.test(text)) throw new Malformed(505, `${text} is not spoken here`);
  throw new Malformed(400, 'the request line is malformed');
}

// RFC 3986 §3.2: host and port, without user information. Of the characters of a registered name
// those that names in DNS have.
const authorityForm = /^(?:[A-Za-z0-9\-._~]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?$/;

/** Callers name the same host again and again: that of the last request needs no second look. */
let lastProper = '';

function isProper(host: string): boolean {
  if (host === lastProper && host !== '') return true;
  if (!authorityForm.test(host)) return false;
  lastProper = host;
  return true;
}

/** Whether a text is a host, with or without a port. */
export function isAuthority(text: string): boolean {
  return authorityForm.test(text);
}

/** RFC 9112 §3.2: origin form, or absolute form, which must not contradict Host. */
function addressOf(
  target: string,
  version: '1.0' | '1.1',
  headers: HeaderMap,
): { readonly authority: string; readonly target: string } {
  const host = headers.get(asked.host);
  if (headers.isRepeated(asked.host)) throw new Malformed(400, 'Host stands more than once');
  if (host === undefined && version === '1.1') throw new Malformed(400, 'Host is missing');
  if (host !== undefined && !isProper(host)) throw new Malformed(400, 'Host is malformed');
  if (target.startsWith('/')) return { authority: host ?? '', target };
  const absolute = /^https?:\/\/([^/?#]*)([^#]*)$/i.exec(target);
  if (!absolute) throw new Malformed(400, 'the target is in no form that is served here');
  const [, authority = '', rest = ''] = absolute;
  if (!authorityForm.test(authority)) throw new Malformed(400, 'the target has no proper host');
  if (host !== undefined && host.toLowerCase() !== authority.toLowerCase()) {
    throw new Malformed(400, 'Host is another one than that of the target');
  }
  return { authority, target: rest.startsWith('/') ? rest : `/${rest}` };
}

function framingOf(version: '1.0' | '1.1', headers: HeaderMap): number | 'chunked' {
  const framing = declaredFraming(headers) ?? 0;
  // RFC 9112 §6.1: such a message has been through a hop that did not understand it.
  if (framing === 'chunked' && version === '1.0') {
    throw new Malformed(400, 'HTTP/1.0 has no Transfer-Encoding');
  }
  return framing;
}

/** RFC 9112 §9.3; HTTP/1.0 is not kept alive. */
function isPersistent(version: '1.0' | '1.1', headers: HeaderMap): boolean {
  const connection = headers.get(asked.connection);
  return version === '1.1' && (connection === undefined || !hasOption(connection, 'close'));
}

/** Whether a Connection field names an option (RFC 9110 §7.6.1). */
export function hasOption(connection: string, option: string): boolean {
  if (!connection.includes(',')) return connection.trim().toLowerCase() === option;
  return connection.split(',').some((each) => each.trim().toLowerCase() === option);
}

/** RFC 9110 §10.1.1. @throws Malformed for an expectation that nobody can meet */
export function expectsContinue(headers: HeaderMap): boolean {
  const expectation = headers.get(asked.expect);
  if (expectation === undefined) return false;
  if (expectation.toLowerCase() === '100-continue') return true;
  throw new Malformed(417, 'the expectation is not known');
}
