import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import { SendError, strictTls } from '../exchange.ts';
import type { OutgoingRequest, RequestHandler } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { createClient } from './client.ts';
import { listen } from '../server.ts';
import type { ServerLimits } from './serverLimits.ts';

/** Answers with what it was asked. */
const echo: RequestHandler = async ({ method, target, body }) => {
  const text = body ? Buffer.from(await body.buffer(1 << 20)).toString('latin1') : '';
  return {
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: Body.ofText(`${method} ${target} ${text}`),
  };
};

async function withServer(
  use: (talk: (...pieces: string[]) => Promise<string>) => Promise<void>,
  handle: RequestHandler = echo,
  limits: Partial<ServerLimits> = {},
): Promise<void> {
  const server = await listen('127.0.0.1', 0, { handle, limits });
  try {
    await use((...pieces) => talk(server.port, pieces));
  } finally {
    await server.close(0);
  }
}

/** Sends pieces, one a turn, and reads until the other side closes. */
function talk(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = '';
    const send = (at: number): void => {
      if (at < pieces.length && !socket.destroyed)
        socket.write(pieces[at]!, 'latin1', () => setImmediate(send, at + 1));
    };
    socket.on('connect', () => send(0));
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

const last = 'GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

function bodiesIn(answer: string): string[] {
  return answer
    .split(/HTTP\/1\.1 200 OK\r\n/)
    .slice(1)
    .map((each) => each.split('\r\n\r\n')[1]!);
}

test('pipelined requests are answered in order, content and all', async () => {
  await withServer(async (say) => {
    const requests = [
      'POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\none',
      'POST /2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n',
      'GET /3 HTTP/1.1\r\nHost: a\r\n\r\n',
      last,
    ].join('');
    const expected = ['POST /1 one', 'POST /2 two', 'GET /3 ', 'GET /last '];
    assert.deepEqual(bodiesIn(await say(requests)), expected);
    assert.deepEqual(bodiesIn(await say(...requests.split(''))), expected, 'byte by byte');
  });
});

test('content in many pieces arrives whole', async () => {
  await withServer(async (say) => {
    const body = 'x'.repeat(5_000);
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5000\r\n\r\n';
    const answer = await say(head, body.slice(0, 1), body.slice(1, 2_000), body.slice(2_000));
    assert.equal(bodiesIn(answer)[0], `POST / ${body}`);
  });
});

const expecting = 'POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n';

test('who waits for 100 Continue gets it when somebody wants the content, RFC 9110 §10.1.1', async () => {
  const server = await listen('127.0.0.1', 0, { handle: echo });
  const socket = connect(server.port, '127.0.0.1', () => socket.write(expecting));
  let answer = '';
  for await (const bytes of socket) {
    answer += String(bytes);
    if (answer === 'HTTP/1.1 100 Continue\r\n\r\n') socket.write(`ab${last}`);
  }
  assert.deepEqual(bodiesIn(answer), ['POST / ab', 'GET /last ']);
  await server.close(0);
});

test('who waits for 100 Continue in vain gets the answer at once, RFC 9110 §10.1.1', async () => {
  await withServer(
    async (say) => {
      assert.match(
        await say(expecting.replace('2\r\n', '999999\r\n')),
        /^HTTP\/1\.1 403 Forbidden/,
      );
    },
    answering(403, 'Forbidden'),
  );
});

/** Answers without a look at the content. */
function answering(status: number, reason: string): RequestHandler {
  return async () => ({ status, reason, headers: new HeaderMap(), body: null });
}

test('an answer to unread content closes the connection, so that content is never a request', async () => {
  await withServer(
    async (say) => {
      const answer = await say(
        'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n',
        last,
      );
      assert.equal(answer.match(/HTTP\/1\.1 /g)?.length, 1);
      assert.match(answer, /Connection: close/);
    },
    answering(401, 'Unauthorized'),
  );
});

test('a little unread content is read for the sake of the connection', async () => {
  const ignoring: RequestHandler = async ({ target }) => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: Body.ofText(target),
  });
  await withServer(async (say) => {
    const answer = await say(
      'POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 70\r\n\r\nGET /x HTTP/1.1\r\n',
      `${'y'.repeat(53)}`,
      last,
    );
    assert.deepEqual(bodiesIn(answer), ['/1', '/last']);
  }, ignoring);
});

test('a request cut at any byte gets no answer that says it worked, and hurts nobody', async () => {
  await withServer(
    async (say) => {
      const request = 'POST /cut HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc';
      const cuts = Array.from({ length: request.length }, (_, length) => request.slice(0, length));
      const answers = await Promise.all(cuts.map((cut) => say(cut)));
      assert.ok(answers.every((answer) => !answer.includes('200 OK')));
      assert.deepEqual(bodiesIn(await say(last)), ['GET /last ']);
    },
    echo,
    { headersTimeoutMs: 200, requestTimeoutMs: 200, keepAliveTimeoutMs: 200 },
  );
});

test('HP-16: who sends a head slowly gets 408, and who sends nothing is closed', async () => {
  await withServer(
    async (say) => {
      assert.match(await say('GET / HTTP/1.1\r\nHo'), /^HTTP\/1\.1 408 /);
      assert.equal(await say(''), '');
    },
    echo,
    { headersTimeoutMs: 30, keepAliveTimeoutMs: 30 },
  );
});

test('HP-16: heads that are too large, and bytes that cannot become one, are refused at once', async () => {
  await withServer(async (say) => {
    assert.match(
      await say(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(40_000)}`),
      /^HTTP\/1\.1 431 /,
    );
    assert.match(await say('GET / HTTP/1.1\nHost: a\n\n'), /^HTTP\/1\.1 400 /);
    assert.match(await say('\x16\x03\x01\x00\xa5\x01\x00'), /^HTTP\/1\.1 400 /);
  });
});

test('a streamed answer that breaks off breaks the connection, and never looks whole', async () => {
  const breaking: RequestHandler = async () => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: Body.streaming({
      length: undefined,
      async pipe(sink) {
        await sink(Buffer.from('half'));
        throw new Error('gone');
      },
      discard: () => undefined,
    }),
  });
  await withServer(async (say) => {
    const answer = await say(last);
    assert.match(answer, /4\r\nhalf/);
    assert.ok(!answer.includes('0\r\n\r\n'));
  }, breaking);
});

test('more or less content than was announced never passes for an answer', async () => {
  for (const content of ['123456', '1234']) {
    const lying: RequestHandler = async () => ({
      status: 200,
      reason: 'OK',
      headers: new HeaderMap(),
      body: Body.streaming({
        length: 5,
        pipe: async (sink) => sink(Buffer.from(content)),
        discard: () => undefined,
      }),
    });
    await withServer(async (say) => {
      const answer = await say(`${last}${last}`);
      assert.ok((answer.match(/HTTP\/1\.1/g)?.length ?? 0) <= 1);
    }, lying);
  }
});

// ── The other door ────────────────────────────────────────────────────────────────────────────────

interface Backend {
  readonly origin: string;
  /** How many connections were made. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Answers each request, as far as it can tell them apart, with these bytes; then may close. */
async function backend(answers: (request: number, socket: Socket) => void): Promise<Backend> {
  let connections = 0;
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => answers(requests++, socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function asking(url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    method: 'GET',
    url,
    headers: new HeaderMap(),
    body: null,
    timeoutMs: 2_000,
    tls: strictTls,
    ...more,
  };
}

/** What a client makes of an answer: its text, or how it failed. */
async function outcome(
  origin: string,
  more: Partial<OutgoingRequest> = {},
  client = createClient(),
): Promise<string> {
  try {
    const { status, body } = await client.send(asking(origin, more));
    return `${status} ${body ? Buffer.from(await body.buffer(1 << 20)).toString() : ''}`;
  } catch (error) {
    return error instanceof SendError ? error.kind : 'broken';
  }
}

test('answers are read in each framing, whole or in pieces', async () => {
  const cases = {
    'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello': '200 hello',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n': '200 hello',
    'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello': '200 hello',
    'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n': '204 ',
  };
  for (const [answer, expected] of Object.entries(cases)) {
    for (const size of [1, 7, answer.length]) {
      const origin = await backend((_, socket) => void sendInPieces(socket, answer, size));
      assert.equal(await outcome(origin.origin), expected, `${JSON.stringify(answer)} by ${size}`);
      await origin.close();
    }
  }
});

async function sendInPieces(socket: Socket, text: string, size: number): Promise<void> {
  for (let at = 0; at < text.length; at += size) {
    socket.write(text.slice(at, at + size), 'latin1');
    await new Promise(setImmediate);
  }
  if (text.includes('close')) socket.end();
}

test('an answer cut at any byte is a failure, never a short answer', async () => {
  for (const answer of [
    'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
  ]) {
    for (let length = 0; length < answer.length; length++) {
      const origin = await backend((_, socket) => socket.end(answer.slice(0, length), 'latin1'));
      const result = await outcome(origin.origin);
      assert.ok(['connection', 'broken'].includes(result), `${length}: ${result}`);
      await origin.close();
    }
  }
});

test('what breaks the rules of HTTP is a protocol failure', async () => {
  for (const answer of [
    'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
    'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na',
    'HTTP/1.1 101 Switching Protocols\r\n\r\n',
    'SSH-2.0-OpenSSH\r\n\r\n',
    `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
    'HTTP/1.1 100 Continue\r\n\r\n'.repeat(40),
  ]) {
    const origin = await backend((_, socket) => socket.write(answer, 'latin1'));
    assert.equal(await outcome(origin.origin), 'protocol', answer.slice(0, 60));
    await origin.close();
  }
});

test('bytes behind an answer are never taken for the next one', async () => {
  const good = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n';
  const client = createClient();
  const origin = await backend((request, socket) =>
    socket.write(
      request === 0 ? `${good}okHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison` : `${good}go`,
      'latin1',
    ),
  );
  assert.equal(await outcome(origin.origin, {}, client), '200 ok');
  assert.equal(await outcome(origin.origin, {}, client), '200 go');
  assert.equal(origin.connections(), 2);
  await client.close();
  await origin.close();
});

test('connections are kept and used again', async () => {
  const client = createClient();
  const origin = await backend((_, socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'),
  );
  for (let count = 0; count < 5; count++)
    assert.equal(await outcome(origin.origin, {}, client), '200 ok');
  assert.equal(origin.connections(), 1);
  await client.close();
  await origin.close();
});

test('a kept connection that was closed meanwhile costs a safe request nothing, and others are not sent twice', async () => {
  for (const [method, expected] of [
    ['GET', '200 ok'],
    ['POST', 'connection'],
  ] as const) {
    const client = createClient();
    const origin = await backend((request, socket) => {
      if (request === 1) socket.destroy();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    assert.equal(await outcome(origin.origin, {}, client), '200 ok');
    assert.equal(await outcome(origin.origin, { method }, client), expected);
    await client.close();
    await origin.close();
  }
});

test('HP-8: a target or a method that would end the request line is refused', async () => {
  const origin = await backend((_, socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
  );
  assert.equal(await outcome(`${origin.origin}/a b`), 'protocol');
  assert.equal(await outcome(`${origin.origin}/a\r\nX: 1`), 'protocol');
  assert.equal(
    await outcome(origin.origin, { method: 'GET / HTTP/1.1\r\nX: 1\r\n\r\nGET' }),
    'protocol',
  );
  await origin.close();
});

test('more requests than connections wait for their turn, within their time', async () => {
  const client = createClient({ maxConnections: 1 });
  const origin = await backend((request, socket) => {
    if (request < 2) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  });
  const results = await Promise.all([
    outcome(origin.origin, {}, client),
    outcome(origin.origin, {}, client),
    outcome(origin.origin, { timeoutMs: 50 }, client),
  ]);
  assert.deepEqual(results, ['200 ok', '200 ok', 'timeout']);
  await client.close();
  await origin.close();
});

test('a connection goes on in another protocol when both sides want it, in both directions', async () => {
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<void>();
  const origin = await backend((request, socket) => {
    if (request > 0) return;
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nhello ',
    );
    socket.removeAllListeners('data');
    socket.on('data', (bytes) => socket.write(bytes)).on('close', onClosed);
  });
  const client = createClient();
  const server = await listen('127.0.0.1', 0, {
    handle: ({ method, target, headers, body, upgrade, signal }) =>
      client.send(asking(origin.origin + target, { method, headers, body, upgrade, signal })),
  });
  const socket = connect(server.port, '127.0.0.1', () =>
    socket.write(
      'GET /chat HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: echo\r\n\r\nearly ',
    ),
  );
  let answer = '';
  for await (const bytes of socket) {
    answer += String(bytes);
    if (answer.endsWith('early ')) socket.write('late');
    if (answer.endsWith('late')) break;
  }
  assert.match(
    answer,
    /^HTTP\/1\.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nhello early late$/,
  );
  await closed;
  await client.close();
  await server.close(0);
  await origin.close();
});

test('a protocol that nobody asked for is refused, and HTTP/2 in clear is not asked for', async () => {
  const seen: string[] = [];
  const origin = await backend((_, socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n'),
  );
  assert.equal(await outcome(origin.origin), 'protocol');
  await withServer(
    async (say) => {
      await say('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n');
      await say('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nUpgrade: websocket\r\n\r\n');
    },
    async ({ upgrade }) => {
      seen.push(String(upgrade));
      return { status: 200, reason: 'OK', headers: new HeaderMap(), body: null };
    },
  );
  assert.deepEqual(seen, ['undefined', 'undefined']);
  await origin.close();
});

test('HP-16: more calls than can be done are refused at once, and say when to ask again', async () => {
  const release = Promise.withResolvers<void>();
  const waiting: RequestHandler = async (request) => {
    await release.promise;
    return echo(request);
  };
  await withServer(
    async (say) => {
      const first = say(last);
      const second = await say(last);
      assert.match(second, /^HTTP\/1\.1 503 Service Unavailable\r\n[^]*Retry-After: 1\r\n/);
      release.resolve();
      assert.deepEqual(bodiesIn(await first), ['GET /last ']);
      assert.deepEqual(bodiesIn(await say(last)), ['GET /last ']);
    },
    waiting,
    { maxCalls: 1 },
  );
});

test('HP-16: a caller who stops reading is given up on, and so is what streams to him', async () => {
  const given = Promise.withResolvers<void>();
  const endless: RequestHandler = async () => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: Body.streaming({
      length: undefined,
      async pipe(sink) {
        for (;;) await (sink(Buffer.alloc(64 * 1024)) ?? new Promise((next) => setImmediate(next)));
      },
      discard: () => given.resolve(),
    }),
  });
  const server = await listen('127.0.0.1', 0, { handle: endless, limits: { writeTimeoutMs: 30 } });
  const socket = connect(server.port, '127.0.0.1', () => socket.write(last));
  socket.on('error', () => undefined).pause();
  await given.promise;
  socket.destroy();
  await server.close(0);
});

test('a backend that stops in the middle is given up on', async () => {
  const client = createClient({ contentTimeoutMs: 30 });
  const origin = await backend((_, socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel'),
  );
  assert.equal(await outcome(origin.origin, {}, client), 'timeout');
  await client.close();
  await origin.close();
});
