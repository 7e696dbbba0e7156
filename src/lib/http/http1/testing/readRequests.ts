import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { OwnCapacity } from '../../Capacity.ts';
import { HeaderMap } from '../../HeaderMap.ts';
import { ServerConnection } from '../ServerConnection.ts';
import { defaultServerLimits } from '../serverLimits.ts';
import { MemorySocket } from './MemorySocket.ts';

/** What a server understood of one request. */
export interface ReadRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: string;
}

export interface Reading {
  readonly requests: readonly ReadRequest[];
  /** What was sent back, as it stands on the wire. */
  readonly answers: string;
}

/** Lets a server of our own read bytes in those pieces. */
export async function readOurs(pieces: readonly Buffer[]): Promise<Reading> {
  const requests: ReadRequest[] = [];
  const socket = new MemorySocket();
  const connection = new ServerConnection(socket.asSocket, {
    async handle({ method, target, headers, body }) {
      const bytes = body ? await body.buffer(1 << 20) : new Uint8Array(0);
      const lines = [...headers].flat();
      requests.push({
        method,
        target,
        headers: lines,
        body: Buffer.from(bytes).toString('latin1'),
      });
      return { status: 200, reason: 'OK', headers: new HeaderMap(), body: null };
    },
    limits: defaultServerLimits,
    scheme: 'http',
    onRefusal: () => undefined,
    calls: new OwnCapacity(Infinity),
    isDraining: () => false,
  });
  socket.on('data', (bytes: Buffer) => connection.take(bytes));
  await send(socket, pieces);
  connection.destroy();
  return { requests, answers: socket.sent };
}

/** Lets Node's own server, with llhttp in strict mode, read bytes in those pieces. */
export async function readTheirs(pieces: readonly Buffer[]): Promise<Reading> {
  const messages: { readonly message: IncomingMessage; readonly parts: Buffer[] }[] = [];
  const take = (message: IncomingMessage, response: ServerResponse): void => {
    const parts: Buffer[] = [];
    messages.push({ message, parts });
    message.on('data', (part: Buffer) => parts.push(part));
    message.on('end', () => response.end());
  };
  const server = createServer({ insecureHTTPParser: false, requireHostHeader: true }, take);
  server.on('checkContinue', take).on('checkExpectation', take);
  const socket = new MemorySocket();
  server.emit('connection', socket as unknown as Socket);
  await send(socket, pieces);
  socket.destroy();
  // Node gives up on a request that it has read when the one behind it is malformed.
  const whole = messages.filter(({ message }) => message.complete);
  const requests = whole.map(({ message, parts }) => {
    const { method = '', url: target = '', rawHeaders: headers } = message;
    return { method, target, headers, body: Buffer.concat(parts).toString('latin1') };
  });
  return { requests, answers: socket.sent };
}

/** A turn of the event loop between pieces, and some at the end for what is answered later. */
async function send(socket: MemorySocket, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    socket.push(Buffer.from(piece));
    await turn();
  }
  for (let count = 0; count < 6; count++) await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
