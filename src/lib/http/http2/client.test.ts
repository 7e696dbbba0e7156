import assert from 'node:assert/strict';
import { createServer } from 'node:http2';
import type { Http2Server, ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import { Cancellation } from '../CancelSignal.ts';
import { createClient } from '../client.ts';
import { SendError, strictTls } from '../exchange.ts';
import type { IncomingResponse, OutgoingRequest, Send } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import type { ClientOptions } from '../http1/client.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';
import { flags, frame, headers, inParts, number, RawBackend, types } from './testing/frames.ts';
import type { Frame } from './testing/frames.ts';

function request(url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    method: 'GET',
    url,
    headers: new HeaderMap(),
    body: null,
    timeoutMs: 2_000,
    tls: strictTls,
    hostIsConfigured: true,
    httpVersion: '2',
    ...more,
  };
}

async function textOf(body: Body | null): Promise<string> {
  return body ? Buffer.from(await body.buffer(1_000_000)).toString() : '';
}

function fails(kind: SendError['kind']): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof SendError, String(error));
    assert.equal(error.kind, kind, error.message);
    return true;
  };
}

/** A content that comes when it is told to. */
function slowBody(): { body: Body; give: (text: string) => void; breakOff: () => void } {
  const done = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<(part: Uint8Array) => void | Promise<void>>();
  const body = Body.streaming({
    length: undefined,
    pipe(sink) {
      begun.resolve(sink);
      return done.promise;
    },
    discard: () => done.reject(new Error('given up')),
  });
  return {
    body,
    give: (text) => void begun.promise.then((sink) => sink(Buffer.from(text))),
    breakOff: () => void begun.promise.then(() => done.reject(new Error('broke off'))),
  };
}

async function withBackend(
  options: Parameters<typeof createServer>[0] & { client?: ClientOptions },
  answer: (stream: ServerHttp2Stream, fields: Record<string, unknown>) => void,
  use: (origin: string, send: Send, server: Http2Server) => Promise<void>,
): Promise<void> {
  const server = createServer(options);
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
  });
  server.on('stream', (stream: ServerHttp2Stream, fields) => {
    stream.on('error', () => undefined);
    answer(stream, fields);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createClient(options.client);
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, client.send, server);
  } finally {
    const closing = client.close();
    for (const session of sessions) session.destroy();
    await closing;
    await new Promise((resolve) => server.close(resolve));
  }
}

async function withRaw(
  answer: (frame: Frame, socket: Socket, connection: number) => void,
  use: (origin: string, send: Send, backend: RawBackend) => Promise<void>,
): Promise<void> {
  const backend = await RawBackend.listen(answer);
  const client = createClient();
  try {
    await use(backend.origin, client.send, backend);
  } finally {
    await backend.close();
    await client.close();
  }
}

/** Answers each request with the same bytes. */
function always(...bytes: readonly Buffer[]): (frame: Frame, socket: Socket) => void {
  return ({ type }, socket) => {
    if (type === types.headers) socket.write(Buffer.concat(bytes));
  };
}

const ok = headers(1, [[':status', '200']]);

test('requests to one backend share a connection, and te says that trailers are taken', async () => {
  const seen: unknown[] = [];
  await withBackend(
    {},
    (stream, fields) => {
      seen.push([
        fields[':method'],
        fields[':authority'],
        fields[':path'],
        fields['te'],
        fields['x-a'],
      ]);
      stream.respond({ ':status': 200 });
      stream.end(String(fields[':path']));
    },
    async (origin, send, server) => {
      let sessions = 0;
      server.on('session', () => sessions++);
      const fields = new HeaderMap([
        ['Host', 'other.example'],
        ['Connection', 'close, x-hop'],
        ['X-Hop', '1'],
        ['X-A', 'b'],
        ['HTTP2-Settings', 'x'],
        ['Expect', '100-continue'],
      ]);
      await textOf((await send(request(`${origin}/0`, { headers: fields }))).body);
      const answers = await Promise.all([
        send(request(`${origin}/1?q=a`)),
        send(request(`${origin}/2`)),
      ]);
      assert.deepEqual(await Promise.all(answers.map(({ body }) => textOf(body))), [
        '/1?q=a',
        '/2',
      ]);
      assert.equal(sessions, 1);
      assert.deepEqual(seen[0], ['GET', 'other.example', '/0', 'trailers', 'b']);
    },
  );
});

test('RFC 7541 §7.1.3: fields that may be secret are not compressed with those of other callers', async () => {
  const lengths: number[] = [];
  const ask = async (name: string): Promise<number> => {
    lengths.length = 0;
    await withRaw(
      ({ type, stream, payload }, socket) => {
        if (type !== types.headers) return;
        lengths.push(payload.length);
        socket.write(headers(stream, [[':status', '204']], 5));
      },
      async (origin, send) => {
        const fields = new HeaderMap([[name, 'abcdefghijklmnopqrstuvwxyz0123456789']]);
        await send(request(origin, { headers: fields }));
        await send(request(origin, { headers: fields }));
      },
    );
    return lengths[1]!;
  };
  const plain = await ask('x-plain-text');
  for (const name of ['authorization', 'x-api-key', 'ocp-apim-subscription-key', 'cookie']) {
    assert.ok((await ask(name)) > plain + 20, name);
  }
});

test('trailers go both ways, whatever the length of the content', async () => {
  await withBackend(
    {},
    (stream) => {
      stream.on('trailers', (sent: Record<string, unknown>) => {
        stream.respond({ ':status': 200 }, { waitForTrailers: true });
        stream.on('wantTrailers', () =>
          stream.sendTrailers({ 'grpc-status': '0', echo: String(sent['x-sum']) }),
        );
        stream.end();
      });
      stream.resume();
    },
    async (origin, send) => {
      const body = Body.streaming({
        length: undefined,
        trailers: new HeaderMap([
          ['X-Sum', '7'],
          ['Authorization', 'Bearer stolen'],
        ]),
        pipe: async (sink) => sink(Buffer.from('x')),
        discard: () => undefined,
      });
      const answer = await send(request(origin, { method: 'POST', body }));
      assert.equal(answer.body?.trailers, undefined);
      assert.equal(await textOf(answer.body), '');
      assert.deepEqual(
        [...(answer.body?.trailers ?? [])],
        [
          ['grpc-status', '0'],
          ['echo', '7'],
        ],
      );
    },
  );
});

test('more requests than the backend allows at a time wait for their turn, RFC 9113 §5.1.2', async () => {
  let open = 0;
  let most = 0;
  const options = { settings: { maxConcurrentStreams: 2 }, client: { maxSessions: 1 } };
  await withBackend(
    options,
    (stream) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        stream.respond({ ':status': 204 }, { endStream: true });
      }, 5);
    },
    async (origin, send) => {
      const answers = await Promise.all(
        Array.from({ length: 9 }, (_, at) => send(request(`${origin}/${at}`))),
      );
      assert.deepEqual(
        answers.map(({ status, body }) => [status, body]),
        answers.map(() => [204, null]),
      );
      assert.equal(most, 2);
    },
  );
});

test('who waits for a connection waits no longer than a request may take, or until it is given up', async () => {
  const options = { settings: { maxConcurrentStreams: 1 }, client: { maxSessions: 1 } };
  await withBackend(
    options,
    () => undefined,
    async (origin, send) => {
      const first = new Cancellation();
      const held = send(request(origin, { signal: first }));
      held.catch(() => undefined);
      await assert.rejects(send(request(origin, { timeoutMs: 30 })), fails('timeout'));
      const second = new Cancellation();
      const waiting = send(request(origin, { signal: second }));
      setImmediate(() => second.abort());
      await assert.rejects(waiting, fails('aborted'));
      first.abort();
      await assert.rejects(held, fails('aborted'));
    },
  );
});

test('a request that timed out or was given up leaves the connection to the others', async () => {
  const later: ServerHttp2Stream[] = [];
  await withBackend(
    {},
    (stream, fields) => {
      if (fields[':path'] === '/later') later.push(stream);
    },
    async (origin, send, server) => {
      let sessions = 0;
      server.on('session', () => sessions++);
      const answer = send(request(`${origin}/later`));
      const signal = new Cancellation();
      setTimeout(() => signal.abort(), 20);
      await assert.rejects(send(request(origin, { signal })), fails('aborted'));
      await assert.rejects(send(request(origin, { timeoutMs: 20 })), fails('timeout'));
      later[0]!.respond({ ':status': 204 }, { endStream: true });
      assert.equal((await answer).status, 204);
      assert.equal(sessions, 1);
    },
  );
});

test('content is read no faster than it is taken, and others are not kept waiting by it', async () => {
  let written = 0;
  await withBackend(
    {},
    (stream, fields) => {
      stream.respond({ ':status': 200 });
      if (fields[':path'] === '/small') return void stream.end('small');
      const part = Buffer.alloc(16_384);
      const more = (): void => {
        while (written < 8_000_000) {
          written += part.length;
          if (!stream.write(part)) return;
        }
        stream.end();
      };
      stream.on('drain', more);
      more();
    },
    async (origin, send) => {
      const big = await send(request(origin));
      const taken = Promise.withResolvers<void>();
      let length = 0;
      const piping = big.body!.pipe((part) => {
        length += part.length;
        return taken.promise;
      });
      const { body } = await send(request(`${origin}/small`));
      assert.equal(await textOf(body), 'small');
      await new Promise((resolve) => setTimeout(resolve, 30));
      assert.ok(written < 1_000_000, `${written} bytes were read for nobody`);
      taken.resolve();
      await piping;
      assert.equal(length, written);
    },
  );
});

test('long requests that the backend does not read let others of the same connection through', async () => {
  await withBackend(
    {},
    (stream, fields) => {
      if (fields[':path'] === '/short') stream.respond({ ':status': 204 }, { endStream: true });
    },
    async (origin, send) => {
      const signal = new Cancellation();
      const long = Array.from({ length: 6 }, () =>
        send(request(origin, { method: 'POST', body: Body.of(Buffer.alloc(12_000_000)), signal })),
      );
      for (const each of long) each.catch(() => undefined);
      const short = await send(request(`${origin}/short`));
      assert.equal(short.status, 204);
      signal.abort();
      await Promise.allSettled(long);
    },
  );
});

test('an answer before the end of the request ends the request as well', async () => {
  await withBackend(
    {},
    (stream) => {
      stream.respond({ ':status': 413 });
      stream.end('too much');
    },
    async (origin, send) => {
      const { body, give } = slowBody();
      give('a part');
      const answer = await send(request(origin, { method: 'POST', body }));
      assert.equal(answer.status, 413);
      assert.equal(await textOf(answer.body), 'too much');
    },
  );
});

test('a request that breaks off never looks whole to the backend', async () => {
  const ends: unknown[] = [];
  const closed = Promise.withResolvers<void>();
  await withBackend(
    {},
    (stream) => {
      stream.on('end', () => ends.push(stream.rstCode)).resume();
      stream.on('close', closed.resolve);
    },
    async (origin, send) => {
      const { body, give, breakOff } = slowBody();
      give('half');
      const waiting = send(request(origin, { method: 'POST', body }));
      setTimeout(breakOff, 10);
      await assert.rejects(waiting, fails('aborted'));
      await closed.promise;
      assert.deepEqual(ends, [8]);
    },
  );
});

for (const [how, end] of [
  ['reset without an error', frame(types.reset, 0, 1, number(0))],
  ['cancelled', frame(types.reset, 0, 1, number(8))],
  ['failed', frame(types.reset, 0, 1, number(2))],
  [
    'given up with the connection',
    frame(types.goAway, 0, 0, Buffer.concat([number(1), number(2)])),
  ],
] as const) {
  test(`content that is ${how} before its end never looks whole`, async () => {
    await withRaw(always(ok, frame(types.data, 0, 1, 'half'), end), async (origin, send) => {
      let answer: IncomingResponse;
      try {
        answer = await send(request(origin));
      } catch (error) {
        assert.ok(error instanceof SendError);
        return;
      }
      await assert.rejects(textOf(answer.body), /early|failed/);
    });
  });
}

test('content whose connection closes never looks whole', async () => {
  await withRaw(
    ({ type }, socket) => {
      if (type !== types.headers) return;
      socket.end(Buffer.concat([ok, frame(types.data, 0, 1, 'half')]));
    },
    async (origin, send) => {
      const { body } = await send(request(origin));
      await assert.rejects(textOf(body));
    },
  );
});

test('content that is all there is whole, even if it is reset without an error behind it', async () => {
  const bytes = [
    headers(1, [
      [':status', '200'],
      ['content-length', '5'],
    ]),
    frame(types.data, flags.endStream, 1, 'whole'),
    frame(types.reset, 0, 1, number(0)),
  ];
  await withRaw(always(...bytes), async (origin, send) => {
    const { body, give } = slowBody();
    give('x');
    const answer = await send(request(origin, { method: 'POST', body }));
    assert.equal(await textOf(answer.body), 'whole');
  });
});

const malformed: readonly (readonly [string, readonly Buffer[]])[] = [
  [
    'Connection in it',
    [
      headers(
        1,
        [
          [':status', '200'],
          ['connection', 'close'],
        ],
        5,
      ),
    ],
  ],
  [
    'Transfer-Encoding in it',
    [
      headers(
        1,
        [
          [':status', '200'],
          ['transfer-encoding', 'chunked'],
        ],
        5,
      ),
    ],
  ],
  ['no status', [headers(1, [['x-a', 'b']], 5)]],
  [
    'two statuses',
    [
      headers(
        1,
        [
          [':status', '200'],
          [':status', '204'],
        ],
        5,
      ),
    ],
  ],
  ['a status of letters', [headers(1, [[':status', '2xx']], 5)]],
  ['status 101', [headers(1, [[':status', '101']], 4), headers(1, [[':status', '200']], 5)]],
  [
    'the path of a request',
    [
      headers(
        1,
        [
          [':status', '200'],
          [':path', '/'],
        ],
        5,
      ),
    ],
  ],
  [
    'a name in upper case',
    [
      headers(
        1,
        [
          [':status', '200'],
          ['X-A', 'b'],
        ],
        5,
      ),
    ],
  ],
  [
    'two lengths',
    [
      headers(1, [
        [':status', '200'],
        ['content-length', '1'],
        ['content-length', '2'],
      ]),
    ],
  ],
];

for (const [what, bytes] of malformed) {
  test(`HP-9, RFC 9113 §8.1.1: an answer with ${what} is refused`, async () => {
    await withRaw(always(...bytes), async (origin, send) => {
      await assert.rejects(send(request(origin)), fails('protocol'));
    });
  });
}

test('HP-9: an answer whose content is not as long as it says never looks whole', async () => {
  for (const content of ['four', 'sixsix']) {
    const head = headers(1, [
      [':status', '200'],
      ['content-length', '5'],
    ]);
    const bytes = [head, frame(types.data, flags.endStream, 1, content)];
    await withRaw(always(...bytes), async (origin, send) => {
      await assert.rejects(async () => textOf((await send(request(origin))).body));
    });
  }
});

test('HP-9: what would be another field in HTTP/1.1 does not arrive', async () => {
  for (const field of [
    ['x-a', 'b\r\nset-cookie: c=d'],
    ['x-a: b\r\nset-cookie', 'd'],
    ['x-a', 'b\0'],
    ['x a', 'b'],
  ] as const) {
    const head = headers(1, [[':status', '200'], field]);
    const trailers = headers(1, [field], flags.endHeaders | flags.endStream);
    await withRaw(always(head, frame(types.data, 0, 1, 'x'), trailers), async (origin, send) => {
      const answer = await send(request(origin));
      await textOf(answer.body);
      assert.deepEqual([...answer.headers, ...(answer.body?.trailers ?? [])], []);
    });
  }
});

test('HP-9: an answer that announces content and ends is refused', async () => {
  const head = headers(
    1,
    [
      [':status', '200'],
      ['content-length', '5'],
    ],
    5,
  );
  await withRaw(always(head), async (origin, send) => {
    await assert.rejects(send(request(origin)), fails('protocol'));
  });
  await withRaw(always(head), async (origin, send) => {
    assert.equal((await send(request(origin, { method: 'HEAD' }))).status, 200);
  });
});

test('a field may have any name that is one, and values beyond ASCII', async () => {
  const fields = new HeaderMap([
    ['__proto__', 'a'],
    ['__Proto__', 'b'],
    ['constructor', 'caf\xe9'],
  ]);
  await withBackend(
    {},
    (stream, sent) => {
      const own = (name: string): string =>
        String(Object.getOwnPropertyDescriptor(sent, name)?.value);
      stream.respond({ ':status': 204, 'x-seen': `${own('__proto__')}|${own('constructor')}` });
      stream.end();
    },
    async (origin, send) => {
      const answer = await send(request(origin, { headers: fields }));
      assert.equal(answer.headers.get('x-seen'), 'a, b|caf\xe9');
    },
  );
});

test('pseudo-header fields and fields of one connection are no trailers', async () => {
  for (const field of [
    [':status', '500'],
    ['connection', 'x'],
    ['te', 'gzip'],
  ] as const) {
    const trailers = headers(1, [field], flags.endHeaders | flags.endStream);
    await withRaw(always(ok, frame(types.data, 0, 1, 'x'), trailers), async (origin, send) => {
      await assert.rejects(async () => textOf((await send(request(origin))).body));
    });
  }
});

test('interim responses are skipped, within reason', async () => {
  const hint = headers(1, [
    [':status', '103'],
    ['link', '</a>'],
  ]);
  const end = headers(1, [[':status', '204']], flags.endHeaders | flags.endStream);
  await withRaw(always(hint, hint, end), async (origin, send) => {
    assert.equal((await send(request(origin))).status, 204);
  });
  await withRaw(always(...Array.from({ length: 40 }, () => hint), end), async (origin, send) => {
    await assert.rejects(send(request(origin)), fails('protocol'));
  });
});

test('header fields that are too many or too large are refused', async () => {
  const many = Array.from({ length: 300 }, (_, at) => [`x-${at}`, ''] as const);
  const large = Array.from({ length: 10 }, (_, at) => [`x-${at}`, 'y'.repeat(4_000)] as const);
  for (const fields of [many, large]) {
    const status = [[':status', '200']] as const;
    await withRaw(always(...inParts(1, [...status, ...fields], 5)), async (origin, send) => {
      await assert.rejects(send(request(origin)));
    });
    const trailers = inParts(1, fields, flags.endHeaders | flags.endStream);
    await withRaw(always(ok, ...trailers), async (origin, send) => {
      await assert.rejects(async () => textOf((await send(request(origin))).body));
    });
  }
});

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

test('HTTP/2 if the backend speaks it over TLS, else HTTP/1.1', async () => {
  const tls = await testTls();
  const handle = async ({ httpVersion }: { httpVersion: string }): Promise<IncomingResponse> => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: Body.ofText(httpVersion),
  });
  const newer = await listen('127.0.0.1', 0, { handle, tls });
  const older = await listen('127.0.0.1', 0, { handle });
  const client = createClient();
  const lax = { ...strictTls, validateChain: false };
  const ask = async (url: string, httpVersion: '1' | '2' | '2or1'): Promise<string> =>
    textOf((await client.send(request(url, { httpVersion, tls: lax }))).body);
  assert.equal(await ask(`https://127.0.0.1:${newer.port}/`, '1'), '1.1');
  assert.equal(await ask(`https://127.0.0.1:${newer.port}/`, '2or1'), '2.0');
  assert.equal(await ask(`https://127.0.0.1:${newer.port}/`, '2'), '2.0');
  assert.equal(await ask(`http://127.0.0.1:${older.port}/`, '2or1'), '1.1');
  await client.close();
  await Promise.all([newer.close(0), older.close(0)]);
});
