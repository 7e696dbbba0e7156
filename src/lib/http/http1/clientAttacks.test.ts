import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { test } from 'node:test';
import { Cancellation } from '../CancelSignal.ts';
import { SendError } from '../exchange.ts';
import type { OutgoingRequest } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { testTls } from '../testing/testTls.ts';
import { createClient } from './client.ts';
import type { Client } from './client.ts';

async function withBackend(
  server: Server,
  use: (port: number, sockets: readonly Socket[]) => Promise<void>,
): Promise<void> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use((server.address() as AddressInfo).port, sockets);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

function ask(url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    method: 'GET',
    url,
    headers: new HeaderMap(),
    body: null,
    timeoutMs: 2_000,
    tls: { validateChain: false, validateName: false },
    ...more,
  };
}

async function outcome(client: Client, request: OutgoingRequest, turns = 0): Promise<string> {
  try {
    const { status, body } = await client.send(request);
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    return `${status} ${body ? (await body.buffer(1 << 24)).length : 0}`;
  } catch (error) {
    return error instanceof SendError ? error.kind : String(error);
  }
}

test('an answer over TLS is whole when it came with the end of the connection, however late it is read', async () => {
  const { certificate: cert, key } = await testTls();
  for (const head of ['', 'Content-Length: 50000\r\n']) {
    for (const size of head ? [50_000] : [0, 5, 50_000]) {
      const server = createTlsServer({ cert, key }, (socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => {
          socket.cork();
          socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n${head}\r\n${'x'.repeat(size)}`);
          socket.uncork();
        });
      });
      await withBackend(server, async (port) => {
        const client = createClient();
        for (const turns of [0, 1, 20]) {
          const result = await outcome(client, ask(`https://127.0.0.1:${port}/`), turns);
          assert.equal(result, `200 ${size}`, `${head}${size} ${turns}`);
        }
        await client.close();
      });
    }
  }
});

test('an answer over TLS that breaks off never looks whole, however late it is read', async () => {
  const { certificate: cert, key } = await testTls();
  const server = createTlsServer({ cert, key }, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.cork();
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n${'x'.repeat(40_000)}`);
      socket.uncork();
    });
  });
  await withBackend(server, async (port) => {
    const client = createClient();
    for (const turns of [0, 1, 20]) {
      const result = await outcome(client, ask(`https://127.0.0.1:${port}/`), turns);
      assert.doesNotMatch(result, /^200/);
    }
    await client.close();
  });
});

test('who waits for a connection and gives up takes nobody else along, and no connection either', async () => {
  // Cuts the first connection when it is told to; takes the next ones late.
  const server = createServer({ pauseOnConnect: false });
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
  let connections = 0;
  server.on('connection', (socket) => {
    const number = ++connections;
    socket.on('data', () => number > 1 && socket.write(answer));
  });
  await withBackend(server, async (port, sockets) => {
    const name = Promise.withResolvers<void>();
    let lookups = 0;
    const client = createClient({
      maxConnections: 1,
      lookup: (_host, options, callback) => {
        const found = (): void =>
          options.all
            ? callback(null, [{ address: '127.0.0.1', family: 4 }])
            : callback(null, '127.0.0.1', 4);
        if (lookups++ === 0) found();
        else void name.promise.then(found);
      },
    });
    const url = `http://backend.test:${port}/`;
    const first = outcome(client, ask(url));
    while (sockets.length === 0) await new Promise(setImmediate);
    const second = outcome(client, ask(url, { timeoutMs: 60 }));
    const third = outcome(client, ask(url, { timeoutMs: 1_500 }));
    await new Promise(setImmediate);
    sockets[0]!.destroy();
    assert.equal(await first, 'connection');
    assert.equal(await second, 'timeout');
    name.resolve();
    assert.equal(await third, '200 2');
    assert.equal(await outcome(client, ask(url, { timeoutMs: 500 })), '200 2');
    const closing = client.close();
    const late = new Promise((resolve) => setTimeout(resolve, 500, 'late').unref());
    assert.equal(await Promise.race([closing, late]), undefined);
  });
});

test('who gives up while he waits for a connection leaves it to the next', async () => {
  const server = createServer((socket) => {
    socket.on('data', () =>
      setImmediate(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')),
    );
  });
  await withBackend(server, async (port, sockets) => {
    const client = createClient({ maxConnections: 1 });
    const url = `http://127.0.0.1:${port}/`;
    const gone = new Cancellation();
    const all = [{}, { signal: gone }, {}].map((more) => outcome(client, ask(url, more)));
    gone.abort();
    assert.deepEqual(await Promise.all(all), ['200 2', 'aborted', '200 2']);
    assert.equal(sockets.length, 1);
    await client.close();
  });
});

test('bytes behind a streamed answer do not hurt who waits for the connection', async () => {
  let requests = 0;
  const server = createServer((socket) => {
    socket.on('data', () => {
      if (requests++ > 0) {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        return;
      }
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      setImmediate(() =>
        socket.write('2\r\nok\r\n0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison'),
      );
    });
  });
  await withBackend(server, async (port) => {
    const client = createClient({ maxConnections: 1 });
    const url = `http://127.0.0.1:${port}/`;
    const all = ['GET', 'POST'].map((method) => outcome(client, ask(url, { method })));
    assert.deepEqual(await Promise.all(all), ['200 2', '200 2']);
    await client.close();
  });
});

test('a backend that takes no connection fails all who wait, each of them', async () => {
  const server = createServer();
  let port = 0;
  await withBackend(server, async (free) => void (port = free));
  const client = createClient({ maxConnections: 2 });
  const url = `http://127.0.0.1:${port}/`;
  const all = Array.from({ length: 20 }, () => outcome(client, ask(url)));
  assert.deepEqual(new Set(await Promise.all(all)), new Set(['connection']));
  await client.close();
});
