import type { Readable } from 'node:stream';
import type { BodySink, BodyStream } from '../Body.ts';

/** A body that a node stream delivers. */
export function readableBody(stream: Readable, length: number | undefined): BodyStream {
  return {
    length,
    pipe: (sink) => pipe(stream, sink),
    discard: () => {
      stream.on('error', ignore);
      stream.destroy();
    },
  };
}

/** Hands on chunks as they come, and stops the sender while the sink wants to wait. */
function pipe(stream: Readable, sink: BodySink): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      stream.on('error', ignore);
      stream.destroy();
      reject(error instanceof Error ? error : new Error('the body could not be read'));
    };
    stream.on('data', (chunk: Uint8Array) => {
      try {
        const waiting = sink(chunk);
        if (!waiting) return;
        stream.pause();
        waiting.then(() => stream.resume(), fail);
      } catch (error) {
        fail(error);
      }
    });
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
