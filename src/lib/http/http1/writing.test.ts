import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { takeBuffer } from './BufferPool.ts';
import { ContentWriter } from './writing.ts';

test('a small part does not keep the large buffer that it was read into', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Not connected in this turn, so that all that is written waits.
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let held = 0;
  const lease = { hold: () => held++, release: () => held-- };
  const writer = new ContentWriter(socket, 1_000_000, 'head\r\n\r\n');
  for (let count = 0; count < 50; count++) void writer.take(Buffer.alloc(1_000), lease);
  assert.equal(held, 0);
  void Promise.resolve(writer.take(Buffer.alloc(100_000), lease)).catch(() => undefined);
  assert.equal(held, 1);
  socket.destroy();
  await once(socket, 'close');
  assert.equal(held, 0, 'given back when the connection is over');
  server.close();
});

test('a large part that nobody may keep is sent as it was, from memory that is used again', async () => {
  const sent = Promise.withResolvers<Buffer>();
  const server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket
      .on('data', (bytes: Buffer) => parts.push(bytes))
      .on('end', () => sent.resolve(Buffer.concat(parts)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const writer = new ContentWriter(socket, 150_000, '');
  const part = Buffer.alloc(50_000);
  const again = takeBuffer();
  again.release();
  for (const content of ['a', 'b', 'c'])
    void Promise.resolve(writer.take(part.fill(content))).catch(() => undefined);
  part.fill('z');
  assert.notEqual(takeBuffer(), again, 'it is in use');
  socket.end();
  const text = (await sent.promise).toString();
  assert.ok(text === 'a'.repeat(50_000) + 'b'.repeat(50_000) + 'c'.repeat(50_000));
  const free = Array.from({ length: 4 }, () => takeBuffer());
  assert.ok(free.includes(again), 'it is given back');
  server.close();
});
