/**
 * Keeps a server and a client of `src/lib/http` busy with callers and backends that behave badly, and
 * fails when the heap grows steadily: `node bench/gateway/soak.ts --seconds 60`.
 */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { strictTls } from '../../src/lib/http/exchange.ts';
import { HeaderMap } from '../../src/lib/http/HeaderMap.ts';
import { createClient } from '../../src/lib/http/http1/client.ts';
import { listen } from '../../src/lib/http/server.ts';

const busyConnections = 64;
const idleConnections = 2_000;
const sampleMs = 5_000;
/** What the heap may gain from the first half of a run to the second; caches fill in the first. */
const mostGrowthMegabytes = 4;

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const endsAt = Date.now() + Number(values.seconds) * 1_000;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const backend = createServer((socket) => {
  socket.on('error', () => undefined).on('data', (bytes: Buffer) => answer(socket, bytes));
}).listen(0, '127.0.0.1');
await once(backend, 'listening');
const origin = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
const large = `HTTP/1.1 200 OK\r\nContent-Length: 102400\r\n\r\n${'x'.repeat(102_400)}`;

/** By the path; content of uploads is read and forgotten. */
function answer(socket: Socket, bytes: Buffer): void {
  const [, path] = /(?:GET|POST) \/(\S*) HTTP/.exec(bytes.toString('latin1', 0, 64)) ?? [];
  if (path === undefined || path === 'silent') return;
  if (path === 'large') socket.write(large);
  else if (path === 'cut') socket.end(large.slice(0, 50_000));
  else if (path === 'stall') socket.write(large.slice(0, 50_000));
  else socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n');
}

const client = createClient({ contentTimeoutMs: 500 });
const server = await listen('127.0.0.1', 0, {
  handle: async ({ method, target, body, signal }) => {
    const request = { method, body, signal, url: origin + target, headers: new HeaderMap() };
    try {
      return await client.send({ ...request, timeoutMs: 1_000, tls: strictTls });
    } catch {
      return { status: 502, reason: 'Bad Gateway', headers: new HeaderMap(), body: null };
    }
  },
  limits: { keepAliveTimeoutMs: 3_600_000, headersTimeoutMs: 3_600_000, requestTimeoutMs: 2_000 },
});

const kinds = ['small', 'small', 'small', 'large', 'upload', 'chunks', 'cut', 'stall', 'silent'];
let requests = 0;

/** One caller: request after request, each on what is left of his connection, or on a new one. */
async function call(): Promise<void> {
  let socket: Socket | undefined;
  while (Date.now() < endsAt) {
    if (!socket || socket.destroyed) {
      socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
    }
    const kind = kinds[Math.floor(Math.random() * kinds.length)]!;
    const text = requestOf(kind);
    requests++;
    if (Math.random() < 0.1) await abort(socket, text);
    else await talk(socket, text);
  }
  socket?.destroy();
}

function requestOf(kind: string): string {
  const content = 'y'.repeat(100_000);
  if (kind === 'upload') {
    return `POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n${content}`;
  }
  if (kind === 'chunks') {
    const chunk = `400\r\n${content.slice(0, 1_024)}\r\n`;
    return `POST /chunks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(50)}0\r\n\r\n`;
  }
  return `GET /${kind} HTTP/1.1\r\nHost: a\r\n\r\n`;
}

async function abort(socket: Socket, text: string): Promise<void> {
  socket.write(text.slice(0, Math.floor(Math.random() * text.length)));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
  socket.destroy();
}

/** Until the answer is whole, or broken. */
function talk(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve) => {
    let read = 0;
    let length = Number.POSITIVE_INFINITY;
    const settle = (): void => {
      socket.off('data', take).off('close', settle);
      resolve();
    };
    const take = (bytes: Buffer): void => {
      if (read === 0) length = lengthOf(bytes.toString('latin1', 0, 512));
      read += bytes.length;
      if (read >= length || bytes.subarray(-5).equals(lastChunk)) settle();
    };
    socket.on('data', take).on('close', settle);
    socket.write(text);
  });
}

const lastChunk = Buffer.from('0\r\n\r\n');

function lengthOf(text: string): number {
  const [, length] = /Content-Length: (\d+)/i.exec(text) ?? [];
  return length === undefined
    ? Number.POSITIVE_INFINITY
    : text.indexOf('\r\n\r\n') + 4 + Number(length);
}

const idle = Array.from({ length: idleConnections }, () =>
  connect(server.port, '127.0.0.1').on('error', () => undefined),
);
const heaps: number[] = [];
const sampling = setInterval(() => {
  collect();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  heaps.push(heapUsed / 1e6);
  const [all, heap, buffers] = [rss, heapUsed, arrayBuffers].map((each) => (each / 1e6).toFixed(1));
  console.log(`${requests} requests, RSS ${all} MB, heap ${heap} MB, buffers ${buffers} MB`);
}, sampleMs);
await Promise.all(Array.from({ length: busyConnections }, call));
clearInterval(sampling);
for (const socket of idle) socket.destroy();
await server.close(1_000);
await client.close();
backend.close();
const half = Math.floor(heaps.length / 2);
const growth = Math.min(...heaps.slice(half)) - Math.min(...heaps.slice(0, half));
console.log(`The heap grew by ${growth.toFixed(1)} MB.`);
if (growth > mostGrowthMegabytes) process.exitCode = 1;
