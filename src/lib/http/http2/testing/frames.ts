/** HTTP/2 by hand (RFC 9113 §4 and §6), for what no proper peer sends. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export const types = {
  data: 0,
  headers: 1,
  priority: 2,
  reset: 3,
  settings: 4,
  ping: 6,
  goAway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;
export const flags = { endStream: 1, ack: 1, endHeaders: 4 } as const;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

export function frame(
  type: number,
  flagBits: number,
  stream: number,
  payload: Buffer | string = '',
): Buffer {
  const content = Buffer.from(payload as string, 'latin1');
  const head = Buffer.alloc(9);
  head.writeUIntBE(content.length, 0, 3);
  head[3] = type;
  head[4] = flagBits;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, content]);
}

export function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Fields as literals that nobody indexes (RFC 7541 §6.2.2). */
export function block(fields: Iterable<readonly [name: string, value: string]>): Buffer {
  const parts: Buffer[] = [];
  for (const [name, value] of fields) {
    parts.push(Buffer.from([0]), text(name), text(value));
  }
  return Buffer.concat(parts);
}

/** RFC 7541 §5.1 and §5.2. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'latin1');
  const length: number[] = [];
  let rest = bytes.length;
  if (rest < 127) length.push(rest);
  else {
    length.push(127);
    for (rest -= 127; rest >= 128; rest = Math.floor(rest / 128)) length.push((rest % 128) + 128);
    length.push(rest);
  }
  return Buffer.concat([Buffer.from(length), bytes]);
}

export function headers(
  stream: number,
  fields: Iterable<readonly [name: string, value: string]>,
  flagBits: number = flags.endHeaders,
): Buffer {
  return frame(types.headers, flagBits, stream, block(fields));
}

/** Fields that are too long for one frame, with the rest of them in CONTINUATION (RFC 9113 §6.10). */
export function inParts(
  stream: number,
  fields: Iterable<readonly [name: string, value: string]>,
  flagBits: number,
): Buffer[] {
  const whole = block(fields);
  const parts: Buffer[] = [];
  for (let at = 0; at < whole.length; at += maxFrame) {
    const isLast = at + maxFrame >= whole.length;
    const end = isLast ? flagBits & flags.endHeaders : 0;
    const part = whole.subarray(at, at + maxFrame);
    const bits = end | (at === 0 ? flagBits & flags.endStream : 0);
    parts.push(frame(at === 0 ? types.headers : types.continuation, bits, stream, part));
  }
  return parts;
}

/** RFC 9113 §6.5.2. */
const maxFrame = 16_384;

export const get = [
  [':method', 'GET'],
  [':scheme', 'https'],
  [':authority', 'api.example'],
  [':path', '/'],
] as const;
export const post = [[':method', 'POST'], ...get.slice(1)] as const;

/** Takes frames out of a stream of bytes. */
class FrameReader {
  #held: Buffer = Buffer.alloc(0);

  read(bytes: Buffer): Frame[] {
    this.#held = Buffer.concat([this.#held, bytes]);
    const frames: Frame[] = [];
    for (;;) {
      if (this.#held.length < 9) return frames;
      const end = 9 + this.#held.readUIntBE(0, 3);
      if (this.#held.length < end) return frames;
      frames.push({
        type: this.#held[3]!,
        flags: this.#held[4]!,
        stream: this.#held.readUInt32BE(5),
        payload: this.#held.subarray(9, end),
      });
      this.#held = this.#held.subarray(end);
    }
  }
}

const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

/** A caller who writes frames as he likes. */
export class RawCaller {
  readonly socket: Socket;
  readonly frames: Frame[] = [];
  readonly #reader = new FrameReader();
  #wake: () => void = () => undefined;
  #isOver = false;

  constructor(port: number) {
    const socket = connectTls({
      host: '127.0.0.1',
      port,
      rejectUnauthorized: false,
      ALPNProtocols: ['h2'],
    });
    this.socket = socket;
    socket.on('data', (bytes: Buffer) => {
      this.frames.push(...this.#reader.read(bytes));
      this.#wake();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#isOver = true;
      this.#wake();
    });
    socket.write(Buffer.concat([preface, frame(types.settings, 0, 0)]));
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  write(...frames: readonly Buffer[]): void {
    if (!this.socket.destroyed) this.socket.write(Buffer.concat(frames));
  }

  /** The first frame that passes, once it is here; undefined when the connection is over before. */
  async until(passes: (frame: Frame) => boolean): Promise<Frame | undefined> {
    for (;;) {
      const found = this.frames.find(passes);
      if (found || this.#isOver) return found;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** The error code of the first GOAWAY; undefined when the connection ends without. */
  async goAway(): Promise<number | undefined> {
    return (await this.until(({ type }) => type === types.goAway))?.payload.readUInt32BE(4);
  }

  /** Resolves when the connection is over. */
  async over(): Promise<void> {
    await this.until(() => false);
  }

  close(): void {
    this.socket.destroy();
  }
}

/** A backend that answers frames with whatever bytes it likes; HTTP/2 in clear. */
export class RawBackend {
  readonly connections: Socket[] = [];
  readonly #server;

  private constructor(answer: (frame: Frame, socket: Socket, connection: number) => void) {
    this.#server = createServer((socket) => {
      const connection = this.connections.push(socket) - 1;
      const reader = new FrameReader();
      let skipped = 0;
      socket.on('error', () => undefined);
      socket.write(frame(types.settings, 0, 0));
      socket.on('data', (bytes: Buffer) => {
        const rest = bytes.subarray(Math.min(bytes.length, preface.length - skipped));
        skipped += bytes.length - rest.length;
        for (const each of reader.read(rest)) answer(each, socket, connection);
      });
    });
  }

  static async listen(
    answer: (frame: Frame, socket: Socket, connection: number) => void,
  ): Promise<RawBackend> {
    const backend = new RawBackend(answer);
    await new Promise<void>((resolve) => backend.#server.listen(0, '127.0.0.1', resolve));
    return backend;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
