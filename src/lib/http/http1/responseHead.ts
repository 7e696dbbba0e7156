import type { HeaderMap } from '../HeaderMap.ts';
import { CR, isFieldCharacter, LF } from './characters.ts';
import { parseFields } from './fields.ts';
import { declaredFraming } from './framing.ts';
import type { Framing } from './framing.ts';
import { Malformed } from './Malformed.ts';
import { hasOption } from './requestHead.ts';
import type { HeadLimits } from './requestHead.ts';

/** A response up to its content. */
export interface ResponseHead {
  readonly status: number;
  readonly reason: string;
  readonly headers: HeaderMap;
  readonly framing: Framing;
  /** Whether the connection may carry another request after the content. */
  readonly isPersistent: boolean;
}

const statusLine = /^HTTP\/1\.([01]) ([1-9][0-9][0-9])(?: |\r)/;

/**
 * Reads a status line and header fields (RFC 9112 §4 and §5) of an answer to `method`. `text` is
 * Latin-1 and ends with the line break of its last line, before the empty line.
 * @throws Malformed
 */
export function parseResponseHead(
  text: string,
  method: string,
  { maxHeaders }: HeadLimits,
): ResponseHead {
  const [, minor, digits] = statusLine.exec(text) ?? [];
  if (digits === undefined) throw new Malformed(400, 'the status line is malformed');
  let lineEnd = 'HTTP/1.1 200'.length;
  while (isFieldCharacter[text.charCodeAt(lineEnd)] === 1) lineEnd++;
  if (text.charCodeAt(lineEnd) !== CR || text.charCodeAt(lineEnd + 1) !== LF) {
    throw new Malformed(400, 'the reason phrase holds a control character');
  }
  const status = Number(digits);
  // RFC 9110 §15.2: HTTP/1.0 has no interim responses.
  if (minor === '0' && status < 200) throw new Malformed(400, `HTTP/1.0 has no status ${status}`);
  const headers = parseFields(text, lineEnd + 2, maxHeaders);
  const connection = headers.get('connection');
  const framing = framingOf(method, status, minor === '0', headers);
  return {
    status,
    reason: text.slice('HTTP/1.1 200 '.length, lineEnd),
    headers,
    framing,
    isPersistent:
      minor === '1' &&
      framing !== 'close' &&
      (connection === undefined || !hasOption(connection, 'close')),
  };
}

/** RFC 9112 §6.3. */
function framingOf(method: string, status: number, isOld: boolean, headers: HeaderMap): Framing {
  const declared = declaredFraming(headers);
  if (declared === 'chunked' && isOld) {
    throw new Malformed(400, 'HTTP/1.0 has no Transfer-Encoding');
  }
  const hasNoContent = method === 'HEAD' || status < 200 || status === 204 || status === 304;
  if (hasNoContent) return 0;
  return declared ?? 'close';
}
