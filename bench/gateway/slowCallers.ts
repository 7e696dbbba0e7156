/**
 * Callers that take their time: they read a long answer, or send long content, 64 KB at a time with a
 * pause after each. Prints how many streams went on to the end, and what they carried.
 */
import { connect } from 'node:net';
import { generator, resultOf } from './load.ts';

export interface SlowOptions {
  readonly port: number;
  readonly path: string;
  readonly kind: 'download' | 'upload';
  readonly streams: number;
  readonly seconds: number;
  /** 0 for callers that send as fast as they can. */
  readonly pauseMs: number;
}

export interface SlowResult {
  /** Streams that were under way when the time was over. */
  readonly streams: number;
  readonly megabytes: number;
}

export function slowCallers(core: number, options: SlowOptions): Promise<SlowResult> {
  return resultOf<SlowResult>(core, generator('slowCallers.ts', options));
}

/** Longer than any of them gets in the time. */
const longBytes = 1_000_000_000;
const part = Buffer.alloc(64 * 1024, 'x');

async function main({ port, path, kind, streams, seconds, pauseMs }: SlowOptions): Promise<void> {
  let carried = 0;
  const pause = (then: () => void): void => void setTimeout(then, pauseMs);
  const sockets = Array.from({ length: streams }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    const send = (): void => {
      carried += part.length;
      socket.write(part, () => pause(send));
    };
    if (kind === 'upload') {
      socket.resume();
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${longBytes}\r\n\r\n`,
        send,
      );
      return socket;
    }
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    return socket.on('data', (bytes) => {
      carried += bytes.length;
      socket.pause();
      pause(() => socket.resume());
    });
  });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1e3));
  const going = sockets.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
  const result: SlowResult = { streams: going, megabytes: Math.round(carried / 1e6) };
  process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
  for (const socket of sockets) socket.destroy();
}

if (import.meta.main) {
  await main(JSON.parse(process.argv[2]!) as SlowOptions);
  process.exit();
}
