import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { test } from 'node:test';
import { hasWaiting, writeText } from './writeText.ts';

/** Two ends of a connection. */
async function withPair(use: (near: Socket, far: Socket) => Promise<void>): Promise<void> {
  const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const far = Promise.withResolvers<Socket>();
  server.on('connection', far.resolve);
  const near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  near.on('error', () => undefined);
  await once(near, 'connect');
  const other = await far.promise;
  other.on('error', () => undefined);
  try {
    await use(near, other);
  } finally {
    near.destroy();
    other.destroy();
    server.close();
  }
}

async function allOf(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => parts.push(bytes));
  socket.resume();
  await once(socket, 'end');
  return Buffer.concat(parts).toString('latin1');
}

test('texts arrive in order, among what is written otherwise, also when nobody reads at first', async () => {
  await withPair(async (near, far) => {
    let expected = '';
    for (let count = 0; count < 2_000; count++) {
      const text = `${count} é `.padEnd(5_000, '.');
      expected += text;
      if (count % 7 === 3) near.write(Buffer.from(text, 'latin1'));
      else writeText(near, text);
    }
    assert.ok(near.writableLength > 0, 'some of it waits');
    near.end('the end', 'latin1');
    assert.ok((await allOf(far)) === `${expected}the end`);
  });
});

test('what the system has not taken yet is known to wait, though no stream knows of it', async () => {
  await withPair(async (near, far) => {
    writeText(near, 'x');
    assert.equal(hasWaiting(near), false);
    for (let count = 0; !hasWaiting(near); count++) {
      assert.ok(count < 10_000, 'the memory of the system has an end');
      writeText(near, 'x'.repeat(10_000));
    }
    assert.equal(near.writableLength, 0);
    far.resume();
    while (hasWaiting(near)) await new Promise(setImmediate);
  });
});

test('whoever writes faster than the other side reads is told', async () => {
  await withPair(async (near, far) => {
    let count = 0;
    while (writeText(near, 'x'.repeat(10_000))) {
      count++;
      assert.ok(count < 10_000, 'the memory of the system has an end');
      if (count % 50 === 0) await new Promise(setImmediate);
    }
    const drained = once(near, 'drain');
    far.resume();
    await drained;
  });
});

test('what is written before a connection is open waits for it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const far = once(server, 'connection');
  await once(server, 'listening');
  const near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  writeText(near, 'early');
  near.end();
  const [other] = (await far) as [Socket];
  assert.equal(await allOf(other), 'early');
  server.close();
});

test('to write to a connection that is over does no harm', async () => {
  await withPair(async (near, far) => {
    far.resetAndDestroy();
    const closed = once(near, 'close');
    for (let count = 0; count < 20 && !near.destroyed; count++) {
      writeText(near, 'x');
      await new Promise(setImmediate);
    }
    await closed;
    writeText(near, 'x');
  });
});
