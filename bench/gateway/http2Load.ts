/**
 * A load generator for HTTP/2 that costs little beside what it measures: it writes frames whose header
 * blocks it has made before, and of answers it reads no more than frames, status and end. Prints its
 * result as JSON.
 */
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import {
  endHeaders,
  endOrAcknowledge,
  frame,
  frameType,
  HeaderBlocks,
  isOk,
  preface,
  readFrames,
  settings,
  windowUpdate,
} from './http2Frames.ts';
import type { Frame } from './http2Frames.ts';
import type { Http2Options } from './http2Calls.ts';
import { Taken } from './load.ts';

const options = JSON.parse(process.argv[2]!) as Http2Options;
const { port, path, seconds, connections, streams, headerSets } = options;
const endsAt = performance.now() + seconds * 1e3;
const taken = new Taken();

/** Far more than is under way, so that no answer waits. */
const windowBytes = 2 ** 30;
const [enablePush, initialWindowSize] = [2, 4];
const greeting = [
  preface,
  settings([enablePush, 0], [initialWindowSize, windowBytes]),
  windowUpdate(windowBytes),
];

interface Call {
  readonly at: number;
  isAnswered: boolean;
}

/** One connection with so many calls under way, until the time is over. */
class Caller {
  readonly #calls = new Map<number, Call>();
  readonly #blocks: HeaderBlocks;
  readonly #socket: TLSSocket;
  #out: Buffer[] = [];
  #rest: Buffer = Buffer.alloc(0);
  #nextStream = 1;
  #received = 0;

  constructor(headers: Readonly<Record<string, string>>) {
    this.#blocks = new HeaderBlocks(`127.0.0.1:${port}`, path, headers);
    const where = { port, host: '127.0.0.1' };
    this.#socket = connect({ ...where, ALPNProtocols: ['h2'], rejectUnauthorized: false });
    this.#socket.on('secureConnect', () => this.#greet());
    this.#socket.on('data', (bytes: Buffer) => this.#take(bytes));
    this.#socket.on('error', () => this.#socket.destroy());
  }

  /** Resolves when no call is under way any more. */
  get over(): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.on('close', () => {
        for (let lost = this.#calls.size; lost > 0; lost--) taken.fail();
        resolve();
      });
    });
  }

  #greet(): void {
    this.#out.push(...greeting);
    for (let stream = 0; stream < streams; stream++) this.#call();
    this.#flush();
  }

  #call(): void {
    const flags = endOrAcknowledge | endHeaders;
    this.#out.push(frame(frameType.headers, flags, this.#nextStream, this.#blocks.next()));
    this.#calls.set(this.#nextStream, { at: performance.now(), isAnswered: false });
    this.#nextStream += 2;
  }

  #take(bytes: Buffer): void {
    const { frames, rest } = readFrames(Buffer.concat([this.#rest, bytes]));
    this.#rest = rest;
    for (const each of frames) this.#takeFrame(each);
    this.#flush();
    if (this.#calls.size === 0) this.#socket.end();
  }

  #takeFrame({ type, flags, stream, content }: Frame): void {
    const isFlagged = (flags & endOrAcknowledge) !== 0;
    if (type === frameType.settings || type === frameType.ping) {
      if (!isFlagged)
        this.#out.push(
          frame(type, endOrAcknowledge, 0, type === frameType.ping ? content : undefined),
        );
    } else if (type === frameType.goAway) this.#socket.destroy();
    else if (type === frameType.resetStream) this.#finish(stream);
    else if (type === frameType.headers || type === frameType.data) {
      const call = this.#calls.get(stream);
      if (type === frameType.data) this.#count(content.length);
      else if (call && isOk(content)) call.isAnswered = true;
      if (isFlagged) this.#finish(stream);
    }
  }

  #count(bytes: number): void {
    this.#received += bytes;
    if (this.#received < windowBytes / 2) return;
    this.#out.push(windowUpdate(this.#received));
    this.#received = 0;
  }

  #finish(stream: number): void {
    const call = this.#calls.get(stream);
    if (!call) return;
    this.#calls.delete(stream);
    if (call.isAnswered) taken.add(performance.now() - call.at);
    else taken.fail();
    if (performance.now() < endsAt) this.#call();
  }

  #flush(): void {
    if (this.#out.length > 0) this.#socket.write(Buffer.concat(this.#out));
    this.#out = [];
  }
}

const callers = Array.from(
  { length: connections },
  (_, at) => new Caller(headerSets[at % headerSets.length]!).over,
);
await Promise.all(callers);
taken.print();
