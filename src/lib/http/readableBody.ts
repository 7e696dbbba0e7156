import type { Readable } from 'node:stream';
import type { BodySink, BodyStream } from './Body.ts';

/**
 * A body that a node stream delivers. `release` is what becomes of the stream when nobody wants the
 * rest; an error that it tells later has been heard already.
 */
export function readableBody(
  stream: Readable,
  length: number | undefined,
  release: (stream: Readable) => void = close,
): BodyStream {
  const giveUp = (): void => {
    stream.on('error', ignore);
    release(stream);
  };
  return { length, pipe: (sink) => pipe(stream, sink, giveUp), discard: giveUp };
}

/** For what a backend sends: ends its connection. */
function close(stream: Readable): void {
  stream.destroy();
}

/** For what a caller sends: reads on, since the answer needs the same connection. */
export function drain(stream: Readable): void {
  stream.resume();
}

/** Hands on chunks as they come, and stops the sender while the sink wants to wait. */
function pipe(stream: Readable, sink: BodySink, giveUp: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      stream.off('data', take);
      giveUp();
      reject(error instanceof Error ? error : new Error('the body could not be read'));
    };
    const take = (chunk: Uint8Array): void => {
      try {
        const waiting = sink(chunk);
        if (!waiting) return;
        stream.pause();
        waiting.then(() => stream.resume(), fail);
      } catch (error) {
        fail(error);
      }
    };
    // Broken off before: no event would tell it again.
    if (stream.destroyed) {
      fail(new Error('the body ended early'));
      return;
    }
    stream.on('data', take);
    stream.once('end', resolve);
    stream.once('error', fail);
    stream.once('close', () => {
      if (!stream.readableEnded) fail(new Error('the body ended early'));
    });
  });
}

function ignore(): void {
  // The failure was told where the body was read.
}
