import { CR, LF } from './characters.ts';

/** Where header fields end: the line break of the last one and the empty line. */
export const headEnd = Buffer.from('\r\n\r\n', 'latin1');

/**
 * Whether a head that is not whole yet can be no head any more: a lone line feed or carriage return,
 * or a NUL. Who sends such bytes is told at once, and not when the time is over.
 */
export function looksWrong(bytes: Buffer, from: number): boolean {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if (byte === LF && bytes[at - 1] !== CR) return true;
    if (byte === CR && at + 1 < bytes.length && bytes[at + 1] !== LF) return true;
  }
  return false;
}
