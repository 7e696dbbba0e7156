/**
 * What connections cost that nobody uses: memory for each of 10,000 that have made a call, and the
 * latency of calls beside them. `node bench/gateway/idle.ts`; `ulimit -n` must allow as many.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bound, freePort } from './process.ts';
import { sallyport } from './sallyport.ts';
import { tlsFiles } from './tlsFiles.ts';

const idle = 10_000;
const atOnce = 200;
const calls = 2_000;

const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const backend = createServer((socket) => {
  socket.on('error', () => undefined).on('data', () => socket.write(answer));
}).listen(0, '127.0.0.1');
await once(backend, 'listening');
const address = backend.address();
const origin = typeof address === 'object' && address ? address.port : 0;
const [httpPort, httpsPort] = [await freePort(), await freePort()];
const setup = { folder, httpPort, httpsPort, origin, sink: origin, tls: await tlsFiles(folder) };
const gateway = await Bound.start([0], sallyport(setup, {}), httpPort);

async function open(): Promise<Socket> {
  const socket = connect(httpPort, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

async function call(socket: Socket): Promise<void> {
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(socket, 'data');
}

/** Median and 99th percentile in milliseconds, one call after another. */
async function latency(): Promise<string> {
  const socket = await open();
  const taken: number[] = [];
  for (let at = 0; at < calls; at++) {
    const start = performance.now();
    await call(socket);
    taken.push(performance.now() - start);
  }
  socket.destroy();
  taken.sort((a, b) => a - b);
  const [median, last] = [taken[calls / 2]!, taken[Math.floor(calls * 0.99)]!];
  return `${median.toFixed(2)} ms, 99 % within ${last.toFixed(2)} ms`;
}

try {
  process.stdout.write(`alone: ${await latency()}\n`);
  const before = gateway.residentMegabytes();
  const sockets: Socket[] = [];
  while (sockets.length < idle) {
    const some = await Promise.all(Array.from({ length: atOnce }, open));
    await Promise.all(some.map(call));
    sockets.push(...some);
  }
  const each = ((gateway.residentMegabytes() - before) * 1e3) / idle;
  process.stdout.write(`beside ${idle} that are idle: ${await latency()}\n`);
  const cpu = gateway.cpuMicroseconds();
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const share = ((gateway.cpuMicroseconds() - cpu) / 5e6) * 100;
  process.stdout.write(
    `each takes ${each.toFixed(1)} KB; all together ${share.toFixed(1)} % of a core\n`,
  );
  const lost = sockets.filter((socket) => socket.destroyed).length;
  process.stdout.write(`${lost} of them were lost\n`);
  for (const socket of sockets) socket.destroy();
} finally {
  await gateway.stop();
  backend.close();
  rmSync(folder, { recursive: true, force: true });
}
