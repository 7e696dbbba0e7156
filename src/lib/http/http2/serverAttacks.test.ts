import assert from 'node:assert/strict';
import { constants } from 'node:http2';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import type { IncomingRequest, OutgoingResponse, RequestHandler } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';
import {
  block,
  flags,
  frame,
  get,
  headers,
  inParts,
  number,
  post,
  RawCaller,
  types,
} from './testing/frames.ts';
import type { Frame } from './testing/frames.ts';

const tls = await testTls();
const end = flags.endHeaders | flags.endStream;

async function withCaller(
  handle: RequestHandler,
  use: (caller: RawCaller) => Promise<void>,
): Promise<void> {
  const server = await listen('127.0.0.1', 0, { handle, tls });
  const caller = new RawCaller(server.port);
  try {
    await use(caller);
  } finally {
    caller.close();
    await server.close(0);
  }
}

function ok(text: string): OutgoingResponse {
  return { status: 200, reason: 'OK', headers: new HeaderMap(), body: Body.ofText(text) };
}

const stuck: RequestHandler = () => new Promise(() => undefined);

for (const code of [
  constants.NGHTTP2_CANCEL,
  constants.NGHTTP2_NO_ERROR,
  constants.NGHTTP2_INTERNAL_ERROR,
]) {
  test(`HP-16, CVE-2023-44487: requests reset with code ${code} at once, without end, are an attack`, async () => {
    let calls = 0;
    const counted: RequestHandler = (request) => {
      calls++;
      return stuck(request);
    };
    await withCaller(counted, async (caller) => {
      for (let batch = 0; batch < 40; batch++) {
        const frames: Buffer[] = [];
        for (let at = 0; at < 50; at++) {
          const stream = 1 + 2 * (batch * 50 + at);
          frames.push(headers(stream, get, end), frame(types.reset, 0, stream, number(code)));
        }
        caller.write(...frames);
      }
      await caller.over();
      assert.ok(calls <= 1_000, `${calls} calls were begun`);
    });
  });
}

test('HP-16, CVE-2025-8671: who makes the server reset streams without end is thrown out', async () => {
  await withCaller(stuck, async (caller) => {
    for (let batch = 0; batch < 40; batch++) {
      const frames: Buffer[] = [];
      for (let at = 0; at < 50; at++) {
        const stream = 1 + 2 * (batch * 50 + at);
        // No window is that large (RFC 9113 §6.9.1).
        const tooMuch = frame(types.windowUpdate, 0, stream, number(2 ** 31 - 1));
        frames.push(headers(stream, get, end), tooMuch);
      }
      caller.write(...frames);
    }
    await caller.over();
  });
});

test('HP-16: who sends requests without end that are none is thrown out', async () => {
  await withCaller(stuck, async (caller) => {
    const path = [...get.slice(0, 3), [':path', '/#x']] as const;
    // Who waits for answers, and has no more streams at a time than he may, is refused for nothing else.
    for (let at = 0; at < 400 && !caller.isOver; at += 40) {
      const streams = Array.from({ length: 40 }, (_, index) => 1 + 2 * (at + index));
      caller.write(...streams.map((stream) => headers(stream, path, end)));
      await caller.until(
        ({ type, stream }) =>
          type === types.goAway || (type === types.headers && stream === streams.at(-1)),
      );
    }
    assert.equal(await caller.goAway(), constants.NGHTTP2_ENHANCE_YOUR_CALM);
  });
});

test('a caller who gives up some requests keeps the connection', async () => {
  await withCaller(
    async ({ target }) => (target === '/' ? await stuck({} as IncomingRequest) : ok('here')),
    async (caller) => {
      for (let at = 0; at < 50; at++) {
        const stream = 1 + 2 * at;
        caller.write(headers(stream, get, end), frame(types.reset, 0, stream, number(8)));
      }
      caller.write(headers(201, [...get.slice(0, 3), [':path', '/ok']], end));
      const answer = await caller.until(
        ({ type, stream }) => type === types.data && stream === 201,
      );
      assert.equal(answer?.payload.toString(), 'here');
    },
  );
});

test('HP-16: CONTINUATION without end is an attack', async () => {
  await withCaller(stuck, async (caller) => {
    caller.write(frame(types.headers, flags.endStream, 1, block(get)));
    const part = block([['x-a', 'b'.repeat(1_000)]]);
    for (let count = 0; count < 200; count++) caller.write(frame(types.continuation, 0, 1, part));
    await caller.over();
  });
});

test('HP-16: header fields that are never ended do not hold a connection for ever', async () => {
  const limits = { keepAliveTimeoutMs: 30, lingerTimeoutMs: 30 };
  const server = await listen('127.0.0.1', 0, { handle: stuck, tls, limits });
  const caller = new RawCaller(server.port);
  caller.write(frame(types.headers, flags.endStream, 1, block(get)));
  await caller.over();
  await server.close(0);
});

for (const [name, each] of [
  ['PING', frame(types.ping, 0, 0, Buffer.alloc(8))],
  ['SETTINGS', frame(types.settings, 0, 0)],
  ['content of no length', frame(types.data, 0, 1)],
] as const) {
  test(`HP-16: ${name} without end is an attack`, async () => {
    await withCaller(stuck, async (caller) => {
      caller.write(headers(1, post));
      for (let count = 0; count < 40; count++) {
        caller.write(...Array.from({ length: 50 }, () => each));
      }
      assert.notEqual(await caller.goAway(), undefined);
      await caller.over();
    });
  });
}

test('HP-16: header fields that are too many or too large get no call', async () => {
  const many = Array.from({ length: 300 }, (_, at) => [`x-${at}`, ''] as const);
  const large = Array.from({ length: 10 }, (_, at) => [`x-${at}`, 'y'.repeat(4_000)] as const);
  for (const fields of [many, large]) {
    let calls = 0;
    const count: RequestHandler = async () => {
      calls++;
      return ok('');
    };
    await withCaller(count, async (caller) => {
      caller.write(...inParts(1, [...get, ...fields], end));
      const refusal = ({ type, stream }: Frame): boolean =>
        stream === 1 && (type === types.reset || type === types.headers);
      await caller.until((each) => refusal(each) || each.type === types.goAway);
      assert.equal(calls, 0);
    });
  }
});

test('HP-16: a caller who never opens his window is not waited for', async () => {
  const limits = { writeTimeoutMs: 30 };
  const discarded = Promise.withResolvers<void>();
  const endless = Body.streaming({
    length: undefined,
    async pipe(sink) {
      for (;;) await sink(Buffer.alloc(16_384));
    },
    discard: () => discarded.resolve(),
  });
  const handle: RequestHandler = async () => ({ ...ok(''), body: endless });
  const server = await listen('127.0.0.1', 0, { handle, tls, limits });
  const caller = new RawCaller(server.port);
  caller.write(headers(1, get, end));
  await discarded.promise;
  const reset = await caller.until(({ type, stream }) => type === types.reset && stream === 1);
  assert.ok(reset);
  caller.close();
  await server.close(0);
});

test('HP-16: a caller who takes nothing of a short answer is not waited for, either', async () => {
  const limits = { writeTimeoutMs: 30 };
  const server = await listen('127.0.0.1', 0, { handle: async () => ok('short'), tls, limits });
  const caller = new RawCaller(server.port);
  // SETTINGS_INITIAL_WINDOW_SIZE
  const noWindow = frame(types.settings, 0, 0, Buffer.from([0, 4, 0, 0, 0, 0]));
  caller.write(noWindow, headers(1, get, end));
  const reset = await caller.until(({ type, stream }) => type === types.reset && stream === 1);
  assert.ok(reset);
  caller.close();
  await server.close(0);
});

test('a call may take longer than its request may', async () => {
  const limits = { requestTimeoutMs: 20, writeTimeoutMs: 20 };
  const handle: RequestHandler = async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return ok('late');
  };
  const server = await listen('127.0.0.1', 0, { handle, tls, limits });
  const caller = new RawCaller(server.port);
  caller.write(headers(1, get, end));
  const answer = await caller.until(({ type, stream }) => stream === 1 && type !== types.headers);
  assert.equal(answer?.payload.toString(), 'late');
  caller.close();
  await server.close(0);
});

test('HP-16: content that does not come is not waited for', async () => {
  const limits = { requestTimeoutMs: 20 };
  const failed = Promise.withResolvers<unknown>();
  const handle: RequestHandler = async ({ body }) => {
    await Promise.resolve(body!.buffer(1_000)).catch(failed.resolve);
    return ok('');
  };
  const server = await listen('127.0.0.1', 0, { handle, tls, limits });
  const caller = new RawCaller(server.port);
  caller.write(headers(1, post), frame(types.data, 0, 1, 'half'));
  assert.ok((await failed.promise) instanceof Error);
  caller.close();
  await server.close(0);
});

/** What becomes of a request: its call, or undefined when there was none. */
async function callOf(...frames: readonly Buffer[]): Promise<string | undefined> {
  let seen: string | undefined;
  const handle: RequestHandler = async ({ method, target, headers: fields, body }) => {
    const lines = [...fields].map(([name, value]) => `${name}: ${value}`).join('|');
    let content = '-';
    try {
      if (body) content = Buffer.from(await body.buffer(1_000)).toString();
    } catch {
      return ok('');
    }
    seen = `${method} ${target} ${lines} ${content}`;
    return ok('');
  };
  await withCaller(handle, async (caller) => {
    caller.write(...frames);
    // It is answered, reset, or ends the connection.
    await caller.until(
      ({ type, stream }) =>
        type === types.goAway || (stream === 1 && (type === types.reset || type === types.headers)),
    );
  });
  return seen;
}

const refused: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['Connection', [...get, ['connection', 'close']]],
  ['Keep-Alive', [...get, ['keep-alive', 'timeout=5']]],
  ['Proxy-Connection', [...get, ['proxy-connection', 'close']]],
  ['Transfer-Encoding', [...get, ['transfer-encoding', 'chunked']]],
  ['Upgrade', [...get, ['upgrade', 'websocket']]],
  ['HTTP2-Settings', [...get, ['http2-settings', 'x']]],
  ['TE other than trailers', [...get, ['te', 'gzip']]],
  ['TE with more than trailers', [...get, ['te', 'trailers, chunked']]],
  ['an upper-case name', [...get, ['X-A', 'b']]],
  ['two methods', [[':method', 'POST'], ...get]],
  ['two paths', [...get, [':path', '/b']]],
  ['an unknown pseudo-header field', [...get, [':x', 'b']]],
  ['a pseudo-header field behind others', [...get.slice(0, 3), ['x-a', 'b'], [':path', '/']]],
  ['an extended CONNECT', [[':method', 'CONNECT'], ...get.slice(1), [':protocol', 'websocket']]],
  [
    'CONNECT',
    [
      [':method', 'CONNECT'],
      [':authority', 'a:443'],
    ],
  ],
  ['a space in the method', [[':method', 'GET /x'], ...get.slice(1)]],
  ['a line break in the method', [[':method', 'GET / HTTP/1.1\r\nx: '], ...get.slice(1)]],
  ['a line break in the path', [...get.slice(0, 3), [':path', '/ HTTP/1.1\r\nx: y']]],
  ['a space in the path', [...get.slice(0, 3), [':path', '/a b']]],
  ['no path', get.slice(0, 3)],
  ['an empty path', [...get.slice(0, 3), [':path', '']]],
  ['a Host that is another', [...get, ['host', 'other.example']]],
  ['two Hosts', [...get, ['host', 'api.example'], ['host', 'api.example']]],
  [
    'a line break in :authority',
    [
      [':method', 'GET'],
      [':scheme', 'https'],
      [':path', '/'],
      [':authority', 'a\r\nx: y'],
    ],
  ],
  [
    'user information in :authority',
    [
      [':method', 'GET'],
      [':scheme', 'https'],
      [':path', '/'],
      [':authority', 'u@a'],
    ],
  ],
  ['content that is announced and missing', [...get, ['content-length', '5']]],
  ['a length that is no number', [...get, ['content-length', '+0']]],
  ['two lengths', [...get, ['content-length', '0'], ['content-length', '0']]],
];

for (const [what, fields] of refused) {
  test(`HP-9: a request with ${what} is no call`, async () => {
    assert.equal(await callOf(headers(1, fields, end)), undefined);
  });
}

test('HP-9: what would be another field in HTTP/1.1 does not arrive', async () => {
  const plain = await callOf(headers(1, get, end));
  assert.equal(plain, 'GET / host: api.example -');
  for (const field of [
    ['x-a', 'b\r\ntransfer-encoding: chunked'],
    ['x-a', 'b\0'],
    ['x-a', 'b\n'],
    ['x-a: b\r\nx-c', 'd'],
    ['x-a:', 'b'],
    ['x a', 'b'],
    ['', 'b'],
    ['x-ä', 'b'],
  ] as const) {
    const seen = await callOf(headers(1, [...get, field], end));
    assert.ok(seen === undefined || seen === plain, JSON.stringify(seen));
  }
});

test('HP-9: content that is longer or shorter than Content-Length says is no call', async () => {
  for (const content of ['four', 'sixsix']) {
    const head = headers(1, [...post, ['content-length', '5']]);
    assert.equal(await callOf(head, frame(types.data, flags.endStream, 1, content)), undefined);
  }
});

for (const code of [0, 8, 5]) {
  test(`content that is reset with code ${code} before its end never looks whole`, async () => {
    const half = frame(types.data, 0, 1, 'half');
    const seen = Promise.withResolvers<unknown>();
    const handle: RequestHandler = async ({ body }) => {
      await body!.pipe(() => undefined).then(seen.resolve, seen.resolve);
      return ok('');
    };
    await withCaller(handle, async (caller) => {
      caller.write(headers(1, post), half);
      await caller.until(({ type }) => type === types.settings);
      caller.write(frame(types.reset, 0, 1, number(code)));
      assert.ok((await seen.promise) instanceof Error);
    });
  });
}

test('content of a caller who goes away never looks whole', async () => {
  const seen = Promise.withResolvers<unknown>();
  const begun = Promise.withResolvers<void>();
  const handle: RequestHandler = async ({ body }) => {
    begun.resolve();
    await body!.pipe(() => undefined).then(seen.resolve, seen.resolve);
    return ok('');
  };
  await withCaller(handle, async (caller) => {
    caller.write(headers(1, post), frame(types.data, 0, 1, 'half'));
    await begun.promise;
    caller.socket.end();
    assert.ok((await seen.promise) instanceof Error);
  });
});

test('a whole request in one packet is whole', async () => {
  const seen = await callOf(headers(1, post), frame(types.data, flags.endStream, 1, 'whole'));
  assert.equal(seen, 'POST / host: api.example whole');
});

test('a caller who measures the way while content arrives, as gRPC does, is no attacker', async () => {
  const parts = 500;
  const long = Body.streaming({
    length: undefined,
    async pipe(sink) {
      for (let at = 0; at < parts; at++) await sink(Buffer.alloc(16_384));
    },
    discard: () => undefined,
  });
  await withCaller(
    async () => ({ ...ok(''), body: long }),
    async (caller) => {
      const open = number(2 ** 30);
      caller.write(frame(types.windowUpdate, 0, 0, open), headers(1, get, end));
      caller.write(frame(types.windowUpdate, 0, 1, open));
      let seen = 0;
      caller.socket.on('data', () => {
        for (; seen < caller.frames.length; seen++) {
          const { type } = caller.frames[seen]!;
          if (type === types.data) caller.write(frame(types.ping, 0, 0, Buffer.alloc(8)));
        }
      });
      const last = await caller.until(
        ({ type, flags: bits }) => type === types.data && (bits & flags.endStream) !== 0,
      );
      assert.ok(last, `the connection ended after ${seen} frames`);
    },
  );
});
