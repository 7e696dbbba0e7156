import { asked } from '../fieldName.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { Malformed } from './Malformed.ts';

/** How the end of a body is found (RFC 9112 §6.3): bytes to come, chunks, or the end of the connection. */
export type Framing = number | 'chunked' | 'close';

/**
 * What Content-Length and Transfer-Encoding say; undefined when neither is there. Whatever two
 * readers could understand in two ways is refused (RFC 9112 §6.1, §6.3 and §11.2).
 * @throws Malformed
 */
export function declaredFraming(headers: HeaderMap): number | 'chunked' | undefined {
  const coding = headers.get(asked['transfer-encoding']);
  const length = headers.get(asked['content-length']);
  if (coding === undefined) return length === undefined ? undefined : contentLength(length);
  if (length !== undefined) {
    throw new Malformed(400, 'Content-Length stands beside Transfer-Encoding');
  }
  if (coding.toLowerCase() !== 'chunked') {
    throw new Malformed(400, 'Transfer-Encoding is something else than chunked');
  }
  return 'chunked';
}

// A list, even of equal numbers, is no number: who repeats a length wants two readers to disagree.
const digits = /^[0-9]{1,15}$/;

function contentLength(text: string): number {
  if (!digits.test(text)) throw new Malformed(400, 'Content-Length is no number');
  return Number(text);
}
