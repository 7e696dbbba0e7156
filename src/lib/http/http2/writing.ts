import type { Http2Stream } from 'node:http2';
import type { Lease } from '../Lease.ts';

/**
 * Longer content goes out in parts, with back-pressure: what a stream holds counts as memory of its
 * session, which takes no other streams when there is too much of it.
 */
export const mostAtOnce = 64 * 1024;
/** Parts up to this size are copied: they do not hold the large buffer that they were read into. */
const mostCopied = 16 * 1024;

/**
 * Writes a part of content. A promise waits while the other side reads more slowly, and rejects when
 * the stream is over, or when nothing was read for `timeoutMs`.
 */
export function write(
  stream: Http2Stream,
  part: Uint8Array,
  lease: Lease | undefined,
  timeoutMs: number,
): void | Promise<void> {
  if (stream.destroyed || stream.closed) throw new Error('the stream is over');
  // The stream keeps what it cannot send at once.
  const isHeld = lease !== undefined && part.length > mostCopied;
  if (isHeld) lease.hold();
  const isTaken = isHeld
    ? stream.write(part, () => lease.release())
    : stream.write(Buffer.from(part));
  return isTaken ? undefined : drained(stream, timeoutMs);
}

function drained(stream: Http2Stream, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      stream.off('drain', settle);
      stream.off('close', settle);
      if (stream.destroyed || stream.closed) reject(new Error('the stream is over'));
      else resolve();
    };
    const timer = setTimeout(() => {
      reject(new Error('the other side reads nothing'));
      settle();
    }, timeoutMs);
    stream.once('drain', settle);
    stream.once('close', settle);
  });
}
