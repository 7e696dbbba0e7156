import { asked } from '../fieldName.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { CR, isFieldCharacter, LF } from './characters.ts';
import { parseFields } from './fields.ts';
import { declaredFraming } from './framing.ts';
import type { Framing } from './framing.ts';
import type { HeadText } from './HeadText.ts';
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

const statusLine = /^HTTP\/1\.[01] [1-9][0-9][0-9](?: |\r)/;
const ZERO = 0x30;

/**
 * Reads a status line and header fields (RFC 9112 §4 and §5) of an answer to `method`, which end with
 * the line break of the last line, before the empty line.
 * @throws Malformed
 */
export function parseResponseHead(
  head: HeadText,
  method: string,
  { maxHeaders }: HeadLimits,
): ResponseHead {
  const { text } = head;
  if (!statusLine.test(text)) throw new Malformed(400, 'the status line is malformed');
  const isOld = text.charCodeAt('HTTP/1.'.length) === ZERO;
  const status = Number(text.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
  let lineEnd = 'HTTP/1.1 200'.length;
  while (isFieldCharacter[text.charCodeAt(lineEnd)] === 1) lineEnd++;
  if (text.charCodeAt(lineEnd) !== CR || text.charCodeAt(lineEnd + 1) !== LF) {
    throw new Malformed(400, 'the reason phrase holds a control character');
  }
  // RFC 9110 §15.2: HTTP/1.0 has no interim responses.
  if (isOld && status < 200) throw new Malformed(400, `HTTP/1.0 has no status ${status}`);
  const headers = parseFields(head, lineEnd + 2, maxHeaders);
  const connection = headers.get(asked.connection);
  const framing = framingOf(method, status, isOld, headers);
  return {
    status,
    reason: text.slice('HTTP/1.1 200 '.length, lineEnd),
    headers,
    framing,
    isPersistent:
      !isOld &&
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
