import type { OutgoingHttpHeaders } from 'node:http2';
import { fieldName } from '../fieldName.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { Malformed } from '../http1/Malformed.ts';
import type { HeadLimits } from '../http1/requestHead.ts';

/** RFC 9113 §8.2.2: fields of one connection have no place in HTTP/2. */
const connectionSpecific = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

const pseudoNames = new Set([':authority', ':method', ':path', ':protocol', ':scheme', ':status']);

/** The pseudo-header fields of `lines`, names and values by turns. @throws Malformed */
export function pseudoFieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < lines.length && lines[at]!.startsWith(':'); at += 2) {
    const name = lines[at]!;
    if (found.has(name)) throw new Malformed(400, 'a pseudo-header field stands twice');
    if (!pseudoNames.has(name)) throw new Malformed(400, 'a pseudo-header field is not known');
    found.set(name, lines[at + 1]!);
  }
  return found;
}

/**
 * The other fields, checked so that HTTP/1.1 can carry them and reads them in no other way (RFC 9113
 * §8.2.1, §8.2.2 and §10.3). @throws Malformed
 */
export function fieldsOf(lines: readonly string[], limits: HeadLimits): HeaderMap {
  checkSize(lines, limits);
  const headers = new HeaderMap();
  const cookies: string[] = [];
  let isBehindPseudo = false;
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [name, value] = [lines[at]!, lines[at + 1]!];
    if (name.startsWith(':')) {
      // RFC 9113 §8.3
      if (isBehindPseudo) throw new Malformed(400, 'a pseudo-header field stands behind others');
      continue;
    }
    isBehindPseudo = true;
    checkField(name, value);
    // Joined with others, nothing would be white space at the end of a value.
    if (name === 'cookie' && value !== '') cookies.push(value);
    else if (name !== 'cookie') headers.addParsed(fieldName(name), value);
  }
  // RFC 9113 §8.2.3: one field for those who speak HTTP/1.1.
  if (cookies.length > 0) headers.addParsed(fieldName('cookie'), cookies.join('; '));
  return headers;
}

/** Fields behind the content, of which none is a pseudo-header field (RFC 9113 §8.1). @throws Malformed */
export function trailersOf(lines: readonly string[], limits: HeadLimits): HeaderMap {
  if (lines[0]?.startsWith(':')) throw new Malformed(400, 'a trailer is a pseudo-header field');
  return fieldsOf(lines, limits);
}

/** RFC 9113 §6.5.2 says how SETTINGS_MAX_HEADER_LIST_SIZE is counted; node tells it and does not count. */
function checkSize(lines: readonly string[], { maxHeaderBytes, maxHeaders }: HeadLimits): void {
  let bytes = 16 * lines.length;
  for (const line of lines) bytes += line.length;
  if (bytes > maxHeaderBytes) throw new Malformed(431, 'the header fields are too large');
  if (lines.length > 2 * (maxHeaders + pseudoNames.size)) {
    throw new Malformed(431, 'too many header fields');
  }
}

function checkField(name: string, value: string): void {
  if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name)) throw new Malformed(400, 'a name is malformed');
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value) || /^[\t ]|[\t ]$/.test(value)) {
    throw new Malformed(400, 'a field is malformed');
  }
  const isTrailersOnly = name !== 'te' || value.toLowerCase() === 'trailers';
  if (connectionSpecific.has(name) || !isTrailersOnly) {
    throw new Malformed(400, 'a field is of one connection only');
  }
}

/** Fields as node:http2 takes them, without those that only HTTP/1.1 has. */
export function outgoingFields(
  headers: HeaderMap,
  isKept: (key: string) => boolean = everything,
): OutgoingHttpHeaders {
  const fields = new Map<string, string | string[]>();
  for (const name of headers.names()) {
    const key = name.toLowerCase();
    if (key === 'te' || connectionSpecific.has(key) || !isKept(key)) continue;
    const values = headers.values(name);
    // RFC 9113 §8.2.3
    if (key === 'cookie') fields.set(key, values.join('; '));
    else fields.set(key, values.length === 1 ? values[0]! : [...values]);
  }
  // Any name is one, `__proto__` as well.
  return Object.fromEntries(fields);
}

const everything = (): boolean => true;
