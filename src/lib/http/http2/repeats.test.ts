import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import { createClient } from '../client.ts';
import { SendError } from '../exchange.ts';
import { listen } from '../server.ts';
import { fails, request, slowBody, withRaw } from './testing/asking.ts';
import { frame, headers, number, RawBackend, types } from './testing/frames.ts';
import type { Frame } from './testing/frames.ts';

function requestCounter(): { count: number; next(frame: Frame): boolean } {
  return {
    count: 0,
    next({ type }) {
      if (type !== types.headers) return false;
      this.count++;
      return true;
    },
  };
}

test('a stream that was refused is tried again, RFC 9113 §8.7', async () => {
  const requests = requestCounter();
  await withRaw(
    (each, socket) => {
      if (!requests.next(each)) return;
      if (requests.count === 1) socket.write(frame(types.reset, 0, each.stream, number(7)));
      else socket.write(headers(each.stream, [[':status', '204']], 5));
    },
    async (origin, send) => {
      const body = Body.ofText('again');
      assert.equal((await send(request(origin, { method: 'POST', body }))).status, 204);
      assert.equal(requests.count, 2);
    },
  );
});

test('a backend that refuses without end is asked a few times only', async () => {
  const requests = requestCounter();
  await withRaw(
    (each, socket) => {
      if (requests.next(each)) socket.write(frame(types.reset, 0, each.stream, number(7)));
    },
    async (origin, send) => {
      await assert.rejects(send(request(origin)), fails('connection'));
      assert.equal(requests.count, 3);
    },
  );
});

for (const [code, how] of [
  [0, 'in peace'],
  [2, 'with an error'],
] as const) {
  test(`GOAWAY ${how}: what it says was not processed goes to another connection`, async () => {
    await withRaw(
      ({ type, stream }, socket, connection) => {
        if (type !== types.headers) return;
        if (connection > 0) socket.write(headers(stream, [[':status', '204']], 5));
        else socket.write(frame(types.goAway, 0, 0, Buffer.concat([number(0), number(code)])));
      },
      async (origin, send, { connections }) => {
        const answer = await send(request(origin, { method: 'POST', body: Body.ofText('x') }));
        assert.equal(answer.status, 204);
        assert.equal(connections.length, 2);
      },
    );
  });

  test(`GOAWAY ${how}: what may have been processed is not sent again`, async () => {
    const requests = requestCounter();
    await withRaw(
      (each, socket) => {
        if (!requests.next(each)) return;
        const last = number(each.stream);
        socket.end(frame(types.goAway, 0, 0, Buffer.concat([last, number(code)])));
      },
      async (origin, send) => {
        await assert.rejects(send(request(origin)), fails('connection'));
        assert.equal(requests.count, 1);
      },
    );
  });
}

test('who waits for room on a connection that takes no more requests gets another one', async () => {
  // SETTINGS_MAX_CONCURRENT_STREAMS
  const oneStream = frame(types.settings, 0, 0, Buffer.from([0, 3, 0, 0, 0, 1]));
  const backend = await RawBackend.listen(({ type, stream }, socket, connection) => {
    if (type === types.settings && connection === 0) socket.write(oneStream);
    if (type !== types.headers) return;
    if (connection > 0) socket.write(headers(stream, [[':status', '204']], 5));
    else socket.write(headers(stream, [[':status', '200']]));
  });
  const client = createClient({ maxSessions: 1 });
  const endless = await client.send(request(backend.origin));
  const waiting = client.send(request(backend.origin));
  const goAway = frame(types.goAway, 0, 0, Buffer.concat([number(1), number(0)]));
  backend.connections[0]!.write(goAway);
  assert.equal((await waiting).status, 204);
  endless.body?.discard();
  await client.close();
  await backend.close();
});

test('a request is not sent again when the connection closes without a word', async () => {
  const requests = requestCounter();
  await withRaw(
    (each, socket) => {
      if (requests.next(each)) socket.end();
    },
    async (origin, send) => {
      await assert.rejects(send(request(origin)), fails('connection'));
      assert.equal(requests.count, 1);
    },
  );
});

test('a stream of content that was begun is not sent again, refused or not', async () => {
  const requests = requestCounter();
  await withRaw(
    (each, socket) => {
      if (requests.next(each)) socket.write(frame(types.reset, 0, each.stream, number(7)));
    },
    async (origin, send) => {
      const { body, give } = slowBody();
      give('x');
      const waiting = send(request(origin, { method: 'POST', body }));
      await assert.rejects(waiting, fails('connection'));
      assert.equal(requests.count, 1);
    },
  );
});

test('a backend that speaks HTTP/1.1 in clear is no backend for HTTP/2', async () => {
  const server = await listen('127.0.0.1', 0, {
    handle: () => Promise.reject(new Error('it was understood')),
  });
  const client = createClient();
  const waiting = client.send(request(`http://127.0.0.1:${server.port}`));
  await assert.rejects(waiting, (error) => error instanceof SendError);
  await client.close();
  await server.close(0);
});

test('a connection that does not answer a ping after a timeout serves nobody else', async () => {
  await withRaw(
    ({ type, stream }, socket, connection) => {
      if (type !== types.headers || connection === 0) return;
      socket.write(headers(stream, [[':status', '204']], 5));
    },
    async (origin, send, { connections }) => {
      await assert.rejects(send(request(origin, { timeoutMs: 20 })), fails('timeout'));
      assert.equal((await send(request(origin))).status, 204);
      assert.equal(connections.length, 2);
    },
  );
});
