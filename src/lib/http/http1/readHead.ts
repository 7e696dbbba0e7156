import { CR, LF } from './characters.ts';
import type { HeadText } from './HeadText.ts';
import type { HeldBytes } from './HeldBytes.ts';
import { Malformed } from './Malformed.ts';

/** Where header fields end: the line break of the last one and the empty line. */
const headEnd = Buffer.from('\r\n\r\n', 'latin1');
const nothing = Buffer.alloc(0);

/** With the line break of its last line, and without the empty one behind it. */
export interface WholeHead extends HeadText {
  /** What was read behind it. */
  readonly rest: Buffer;
}

/**
 * Reads on a head of which `held` is here. Undefined while it is not whole, and held then. A message
 * may begin behind one empty line where that is said to be so (RFC 9112 §2.2).
 * @throws Malformed
 */
export function readHead(
  held: HeldBytes,
  read: Buffer,
  maxBytes: number,
  mayFollowEmptyLine = false,
): WholeHead | undefined {
  const before = held.length;
  if (before > 0) held.append(read);
  const bytes = before > 0 ? held.bytes : read;
  const start = mayFollowEmptyLine && bytes[0] === CR && bytes[1] === LF ? 2 : 0;
  const end = bytes.indexOf(headEnd, Math.max(start, before - 3));
  if ((end < 0 ? bytes.length : end) > maxBytes) {
    throw new Malformed(431, 'the header fields are too large');
  }
  if (end < 0) {
    if (looksWrong(bytes, Math.max(0, before - 1))) {
      throw new Malformed(400, 'a line break or a control character stands alone');
    }
    if (before === 0) held.append(read);
    return undefined;
  }
  if (before > 0) held.take();
  const next = end + headEnd.length;
  return {
    text: bytes.toString('latin1', start, end + 2),
    bytes,
    start,
    rest: next === bytes.length ? nothing : bytes.subarray(next),
  };
}

/**
 * Whether a head that is not whole yet can be no head any more: a lone line feed or carriage return,
 * or a NUL. Who sends such bytes is told at once, and not when the time is over.
 */
function looksWrong(bytes: Buffer, from: number): boolean {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if (byte === LF && bytes[at - 1] !== CR) return true;
    if (byte === CR && at + 1 < bytes.length && bytes[at + 1] !== LF) return true;
  }
  return false;
}
