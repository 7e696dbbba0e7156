import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
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
