import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import { OwnCapacity } from '../Capacity.ts';
import type { OutgoingResponse, RequestHandler } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { listen } from '../server.ts';
import type { RunningServer, ServerOptions } from '../server.ts';
import { testTls } from '../testing/testTls.ts';

function ok(body: Body | null): OutgoingResponse {
  return { status: 200, reason: 'OK', headers: new HeaderMap(), body };
}

const tellTarget: RequestHandler = async ({ target }) => ok(Body.ofText(target));

function streaming(
  pipe: (sink: (part: Uint8Array) => void | Promise<void>) => Promise<void>,
): Body {
  return Body.streaming({ length: undefined, pipe, discard: () => undefined });
}

async function withServer(
  options: ServerOptions,
  use: (socket: Socket, server: RunningServer) => Promise<void>,
): Promise<void> {
  const server = await listen('127.0.0.1', 0, options);
  const socket = connect({ port: server.port, host: '127.0.0.1', noDelay: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  try {
    await use(socket, server);
  } finally {
    socket.destroy();
    await server.close(0);
  }
}

/** Reads until the text ends so, or the connection is over. */
function until(socket: Socket, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const parts: string[] = [];
    const take = (bytes: Buffer): void => {
      parts.push(bytes.toString('latin1'));
      if (pattern.test(parts.slice(-2).join('').slice(-400))) settle();
    };
    const settle = (): void => {
      socket.off('data', take).off('end', settle).off('close', settle);
      resolve(parts.join(''));
    };
    socket.on('data', take).on('end', settle).on('close', settle);
  });
}

const post = (target: string, length: number, more = ''): string =>
  `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n${more}\r\n`;
const get = (target: string): string => `GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`;
const last = 'GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

test('a request behind content that nobody read is answered, though it came in the same piece', async () => {
  await withServer({ handle: tellTarget, limits: { keepAliveTimeoutMs: 500 } }, async (socket) => {
    socket.write(`${post('/1', 70)}GET /smuggled`);
    await until(socket, /\/1$/);
    socket.write(`${'y'.repeat(57)}${last}`);
    assert.match(await until(socket, /\/last$/), /\/last$/);
  });
});

test('an answer that waits for its reader is not followed by another one before its time', async () => {
  const second = Promise.withResolvers<void>();
  const seen: string[] = [];
  const handle: RequestHandler = async ({ target, body }) => {
    seen.push(target);
    if (target === '/1') {
      void body!.pipe(() => undefined).catch(() => undefined);
      return ok(Body.of(Buffer.alloc(16 << 20, 'x')));
    }
    if (target === '/2') await second.promise;
    return ok(Body.ofText(target));
  };
  await withServer({ handle }, async (socket) => {
    socket.pause();
    socket.write(`${post('/1', 10)}12345`);
    while (seen.length < 1) await new Promise(setImmediate);
    socket.write(`67890${get('/2')}`);
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    const text = until(socket, /\/last$/);
    socket.resume();
    while (!seen.includes('/2')) await new Promise(setImmediate);
    socket.write(last);
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    second.resolve();
    assert.deepEqual(
      (await text)
        .split('\r\n\r\n')
        .slice(2)
        .map((each) => each.split('HTTP')[0]),
      ['/2', '/last'],
    );
  });
});

test('a caller who reads slowly gets an answer with Connection: close to its end', async () => {
  const size = 24 << 20;
  const handle: RequestHandler = async () => ok(Body.of(Buffer.alloc(size, 'x')));
  await withServer(
    { handle, limits: { writeTimeoutMs: 150, lingerTimeoutMs: 150 } },
    async (socket) => {
      socket.write(last);
      let read = 0;
      socket.on('data', (bytes: Buffer) => {
        read += bytes.length;
        socket.pause();
        setTimeout(() => socket.resume(), 1);
      });
      await once(socket, 'close');
      assert.ok(read > size, `${read}`);
    },
  );
});

test('an upload that stops is given up on, though the answer has had to wait meanwhile', async () => {
  const handle: RequestHandler = async ({ body }) =>
    ok(
      streaming(async (sink) => {
        await sink(Buffer.alloc(8 << 20));
        await body!.buffer(1_000);
      }),
    );
  await withServer(
    { handle, limits: { requestTimeoutMs: 100, writeTimeoutMs: 5_000 } },
    async (socket) => {
      socket.resume();
      socket.write(`${post('/', 100)}x`);
      await once(socket, 'close', { signal: AbortSignal.timeout(2_000) });
    },
  );
});

test('100 Continue never stands inside an answer', async () => {
  const handle: RequestHandler = async ({ body }) =>
    ok(
      streaming(async (sink) => {
        await sink(Buffer.from('begun'));
        await body!.buffer(1_000);
        await sink(Buffer.from('done'));
      }),
    );
  await withServer({ handle }, async (socket) => {
    socket.write(post('/', 4, 'Expect: 100-continue\r\n'));
    const text = await until(socket, /begun\r?\n?[^]*/);
    socket.write('abcd');
    assert.ok(!`${text}${await until(socket, /done/)}`.includes('100 Continue'));
  });
});

test('who was not told to continue may leave the content out, so that nothing is taken for it', async () => {
  await withServer({ handle: tellTarget }, async (socket) => {
    socket.write(post('/1', 60, 'Expect: 100-continue\r\n'));
    assert.match(await until(socket, /\/1$/), /\r\nConnection: close\r\n/);
  });
});

test('more requests at once than can be carried are all answered, in order', async () => {
  await withServer({ handle: tellTarget, limits: { maxCalls: 0 } }, async (socket) => {
    const count = 4_000;
    socket.write(`${'GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(count)}${last}`);
    const answers = (await until(socket, /Connection: close\r\n\r\n[^]*\}$/)).match(
      /HTTP\/1\.1 503/g,
    );
    assert.equal(answers?.length, count + 1);
  });
});

test('a handler that throws at once ends its own connection only, and counts no more', async () => {
  let isFirst = true;
  const handle: RequestHandler = (request) => {
    if (!isFirst) return tellTarget(request);
    isFirst = false;
    throw new Error('broken');
  };
  await withServer({ handle, limits: { maxCalls: 1 } }, async (socket, server) => {
    socket.write(get('/'));
    await once(socket, 'close', { signal: AbortSignal.timeout(1_000) });
    const other = connect(server.port, '127.0.0.1');
    other.write(last);
    assert.match(await until(other, /\/last$/), /200 OK/);
    other.destroy();
  });
});

test('servers that share their room for connections close those that have none, before any handshake', async () => {
  const room = new OwnCapacity(1);
  const tls = await testTls();
  const options = { handle: tellTarget, connections: room };
  const plain = await listen('127.0.0.1', 0, options);
  const secure = await listen('127.0.0.1', 0, { ...options, tls });
  const first = connect(plain.port, '127.0.0.1');
  first.write(get('/first'));
  assert.match(await until(first, /\/first$/), /200 OK/);
  for (const port of [plain.port, secure.port, secure.port]) {
    const refused = connect(port, '127.0.0.1').resume();
    await once(refused, 'close', { signal: AbortSignal.timeout(1_000) });
  }
  first.destroy();
  await plain.close(0);
  await new Promise(setImmediate);
  const next = connectTls({ host: '127.0.0.1', port: secure.port, rejectUnauthorized: false });
  await once(next, 'secureConnect');
  next.write(last);
  assert.match(await until(next, /\/last$/), /200 OK/);
  next.destroy();
  await secure.close(0);
});

test(
  'two servers that agree on it share a port; one that does not is told that it is taken',
  { skip: /^(darwin|win32)$/.test(process.platform) },
  async () => {
    const first = await listen('127.0.0.1', 0, { handle: tellTarget, reusePort: true });
    const second = await listen('127.0.0.1', first.port, { handle: tellTarget, reusePort: true });
    assert.equal(second.port, first.port);
    await assert.rejects(listen('127.0.0.1', first.port, { handle: tellTarget }), {
      code: 'EADDRINUSE',
    });
    await Promise.all([first.close(0), second.close(0)]);
  },
);

test('an answer that was written is not cut when the server stops', async () => {
  const size = 24 << 20;
  const handle: RequestHandler = async () =>
    ok(
      streaming(async (sink) => {
        for (let at = 0; at < size; at += 1 << 16) await sink(Buffer.alloc(1 << 16));
        await sink(Buffer.alloc(40_000));
      }),
    );
  await withServer({ handle }, async (socket, server) => {
    let read = 0;
    socket.write(get('/'));
    const whole = new Promise<void>((resolve) =>
      socket.on('data', (bytes: Buffer) => {
        read += bytes.length;
        if (bytes.toString('latin1', bytes.length - 7) === '\r\n0\r\n\r\n') resolve();
      }),
    );
    socket.on('close', () => assert.ok(read > size + 40_000));
    await whole;
    await server.close(1_000);
  });
});

test('content that came whole over TLS is whole, though the caller has closed his side', async () => {
  const size = 60_000;
  const handle: RequestHandler = async ({ body }) => {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    return ok(Body.ofText(String((await body!.buffer(1 << 20)).length)));
  };
  const server = await listen('127.0.0.1', 0, { handle, tls: await testTls() });
  const halfOpen = { host: '127.0.0.1', rejectUnauthorized: false, allowHalfOpen: true };
  const socket = connectTls({ ...halfOpen, port: server.port });
  await once(socket, 'secureConnect');
  socket.cork();
  socket.end(`${post('/', size)}${'x'.repeat(size)}`);
  socket.uncork();
  assert.match(await until(socket, /60000$/), /\r\n60000$/);
  socket.destroy();
  await server.close(0);
});

/** Sends a request and closes the own side behind it. */
async function askAndEnd(port: number, target = '/'): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.end(get(target));
  await once(socket, 'connect');
  return socket;
}

test('a caller who closes his side behind the request gets the answer', async () => {
  const late: RequestHandler = async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    return ok(Body.ofText('late'));
  };
  const server = await listen('127.0.0.1', 0, { handle: late });
  const socket = await askAndEnd(server.port);
  assert.match(await until(socket, /late$/), /late$/);
  socket.destroy();
  await server.close(0);
});

test('a call does not wait for ever on behalf of a caller who has closed his side', async () => {
  const given = Promise.withResolvers<void>();
  const handle: RequestHandler = ({ signal }) => {
    signal.addEventListener('abort', given.resolve);
    return new Promise(() => undefined);
  };
  const limits = { halfClosedTimeoutMs: 20 };
  const server = await listen('127.0.0.1', 0, { handle, limits });
  const socket = await askAndEnd(server.port);
  const [answer] = await Promise.all([until(socket, /./), given.promise]);
  assert.equal(answer, '');
  socket.destroy();
  await server.close(0);
});

test('an answer that has begun goes on for a caller who has closed his side', async () => {
  const othersGone = Promise.withResolvers<void>();
  const slow = streaming(async (sink) => {
    await sink(Buffer.from('first'));
    await othersGone.promise;
    await sink(Buffer.from('last'));
  });
  const handle: RequestHandler = ({ target, signal }) => {
    if (target === '/slow') return Promise.resolve(ok(slow));
    signal.addEventListener('abort', othersGone.resolve);
    return new Promise(() => undefined);
  };
  const server = await listen('127.0.0.1', 0, { handle, limits: { halfClosedTimeoutMs: 20 } });
  const patient = await askAndEnd(server.port, '/slow');
  assert.match(await until(patient, /first/), /first/);
  // By the time that this one is given up, the limit has passed for both of them.
  const other = await askAndEnd(server.port, '/silent');
  assert.match(await until(patient, /0\r\n\r\n$/), /last/);
  patient.destroy();
  other.destroy();
  await server.close(0);
});
