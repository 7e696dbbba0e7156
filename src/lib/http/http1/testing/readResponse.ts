import { request as nodeRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { strictTls } from '../../exchange.ts';
import type { IncomingResponse } from '../../exchange.ts';
import { HeaderMap } from '../../HeaderMap.ts';
import { ClientConnection } from '../ClientConnection.ts';
import { Exchange } from '../Exchange.ts';
import type { Connections } from '../Exchange.ts';
import { defaultServerLimits } from '../serverLimits.ts';
import { MemorySocket } from './MemorySocket.ts';

/** What a client understood of an answer; undefined when it took it for none. */
export interface ReadResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly string[];
  readonly body: string;
}

/** Lets a client of our own read the answer to a request; then the connection ends. */
export async function readOurResponse(
  method: string,
  pieces: readonly Buffer[],
): Promise<ReadResponse | undefined> {
  const socket = new MemorySocket();
  const owner = { released: () => undefined, closed: () => undefined };
  const connection = new ClientConnection(owner, {
    ...defaultServerLimits,
    contentTimeoutMs: 60_000,
  });
  connection.opened(socket.asSocket);
  socket.on('data', (bytes: Buffer) => connection.take(bytes));
  const request = {
    method,
    url: 'http://a/',
    headers: new HeaderMap(),
    body: null,
    timeoutMs: 60_000,
    tls: strictTls,
  };
  const head = `${method} / HTTP/1.1\r\nHost: a\r\n\r\n`;
  const answer = new Promise<IncomingResponse>((resolve, reject) => {
    new Exchange(request, head, poolOf(connection), resolve, reject).start();
  })
    .then(async ({ status, reason, headers, body }) => {
      const bytes = body ? await body.buffer(1 << 20) : new Uint8Array(0);
      return { status, reason, headers: [...headers].flat(), body: textOf(bytes) };
    })
    // However it failed, it was taken for no answer.
    .catch(() => undefined);
  await feed(socket, pieces);
  const reading = await answer;
  connection.destroy();
  return reading;
}

function poolOf(connection: ClientConnection): Connections {
  return {
    takeIdle: () => connection,
    take: () => Promise.resolve(connection),
    released: () => undefined,
  };
}

/** Lets Node's own client, with llhttp in strict mode, do the same. */
export async function readTheirResponse(
  method: string,
  pieces: readonly Buffer[],
): Promise<ReadResponse | undefined> {
  const socket = new MemorySocket();
  const answer = new Promise<ReadResponse | undefined>((resolve) => {
    const request = nodeRequest({
      method,
      host: 'a',
      createConnection: () => socket.asSocket,
      insecureHTTPParser: false,
    });
    let answered: { readonly message: IncomingMessage; readonly parts: Buffer[] } | undefined;
    request.on('response', (message) => {
      const parts: Buffer[] = [];
      answered = { message, parts };
      message.on('data', (part: Buffer) => parts.push(part));
      message.on('error', () => undefined);
    });
    request.on('error', () => undefined);
    for (const event of ['upgrade', 'connect']) request.on(event, () => resolve(undefined));
    // What follows an answer makes Node fail; the answer was read before.
    socket.on('close', () => setImmediate(() => resolve(answered && readingOf(answered))));
    request.end();
  });
  await turn();
  await feed(socket, pieces);
  try {
    return await answer;
  } finally {
    socket.destroy();
  }
}

function readingOf({
  message,
  parts,
}: {
  readonly message: IncomingMessage;
  readonly parts: readonly Buffer[];
}): ReadResponse | undefined {
  const { statusCode: status = 0, statusMessage: reason = '', rawHeaders: headers } = message;
  return message.complete
    ? { status, reason, headers, body: textOf(Buffer.concat(parts)) }
    : undefined;
}

async function feed(socket: MemorySocket, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    socket.push(Buffer.from(piece));
    await turn();
  }
  if (!socket.destroyed) socket.push(null);
  for (let count = 0; count < 4; count++) await turn();
  socket.destroy();
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
