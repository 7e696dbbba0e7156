import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import type { ClientHttp2Session } from 'node:http2';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Body } from './Body.ts';
import { createClient } from './client.ts';
import { strictTls } from './exchange.ts';
import type { IncomingRequest, OutgoingResponse, RequestHandler } from './exchange.ts';
import { HeaderMap } from './HeaderMap.ts';
import { endToEnd } from './hopByHop.ts';
import { listen } from './server.ts';
import { testTls } from './testing/testTls.ts';

const tls = await testTls();
const post = 'POST / HTTP/1.1\r\nHost: api.example\r\n';
const chunked = 'Transfer-Encoding: chunked\r\n';
const content = '7\r\ncontent\r\n0\r\n';

interface Way {
  /** What the backend answers to a whole request. */
  readonly answer?: string;
  /** What happens to the request on the way. */
  readonly change?: (request: IncomingRequest) => void | Promise<void>;
  readonly changeAnswer?: (answer: OutgoingResponse) => void | Promise<void>;
}

/** Sends bytes through a gateway; tells what the backend got, and what the caller got. */
async function pass(
  bytes: string,
  way: Way = {},
): Promise<{ readonly sent: string; readonly answer: string }> {
  let sent = '';
  const backend = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (part) => {
        sent += part.toString('latin1');
        const { answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok' } = way;
        if (sent.endsWith('\r\n\r\n') || sent.endsWith('content')) socket.write(answer, 'latin1');
      });
  });
  await once(backend.listen(0, '127.0.0.1'), 'listening');
  const { port } = backend.address() as AddressInfo;
  const client = createClient();
  const server = await listen('127.0.0.1', 0, {
    handle: async (request) => {
      await way.change?.(request);
      const answer = await client.send({
        method: request.method,
        url: `http://127.0.0.1:${port}${request.target}`,
        hostIsConfigured: true,
        headers: endToEnd(request.headers),
        body: request.body,
        timeoutMs: 1_000,
        tls: strictTls,
      });
      await way.changeAnswer?.(answer);
      return { ...answer, headers: endToEnd(answer.headers) };
    },
  });
  const answer = await ask(server.port, bytes);
  await client.close();
  await server.close(0);
  await new Promise((resolve) => backend.close(resolve));
  return { sent, answer };
}

/** Sends bytes and an end, and reads to the end. */
function ask(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let answer = '';
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('error', () => undefined).on('close', () => resolve(answer));
    socket.on('end', () => socket.end());
    socket.end(bytes, 'latin1');
  });
}

/** What stands behind the last chunk. */
function behind(message: string): string | undefined {
  return /\r\n0\r\n([^]*)$/.exec(message)?.[1];
}

test('fields behind the content of a request that are announced go on, announced', async () => {
  const { sent } = await pass(
    `${post}Trailer: X-Sum, X-Cost\r\n${chunked}\r\n${content}X-Sum: 7\r\nX-Cost: 1\r\n\r\n`,
  );
  assert.match(sent, /\r\nTrailer: x-sum, x-cost\r\n/);
  assert.equal(behind(sent), 'X-Sum: 7\r\nX-Cost: 1\r\n\r\n');
});

test('fields behind the content that are not announced stay behind', async () => {
  const { sent } = await pass(`${post}${chunked}\r\n${content}X-Sum: 7\r\n\r\n`);
  assert.equal(behind(sent), '\r\n');
});

for (const name of ['Transfer-Encoding', 'Content-Length', 'Connection']) {
  test(`HP-4: a request with ${name} behind the content is never whole`, async () => {
    const head = `${post}Trailer: ${name}, X-Sum\r\n${chunked}\r\n`;
    const { sent } = await pass(`${head}${content}${name}: chunked\r\nX-Sum: 7\r\n\r\n`);
    assert.equal(behind(sent), undefined);
  });
}

for (const name of [
  'Host',
  'Authorization',
  'Cookie',
  'X-Forwarded-For',
  'Content-Type',
  'Trailer',
  'Expect',
]) {
  test(`HP-4: ${name} behind the content, announced or not, does not go on`, async () => {
    const field = `${name}: chunked\r\n`;
    const head = `${post}Trailer: ${name}, X-Sum\r\n${chunked}\r\n`;
    const { sent } = await pass(`${head}${content}${field}X-Sum: 7\r\n\r\n`);
    assert.equal(behind(sent), 'X-Sum: 7\r\n\r\n');
    assert.equal(new RegExp(`\r\nTrailer: [^\r]*${name}`, 'i').test(sent), false);
  });
}

test('HP-4: a field of the head does not change behind the content, nor come back when it was removed', async () => {
  const head = `${post}Trailer: X-User, X-Inner, X-Sum\r\nX-User: alice\r\nX-Inner: 1\r\n${chunked}\r\n`;
  const trailers = 'X-User: mallory\r\nx-inner: 2\r\nX-Sum: 7\r\n\r\n';
  const { sent } = await pass(`${head}${content}${trailers}`, {
    change: ({ headers }) => headers.set('X-Inner'),
  });
  assert.match(sent, /\r\nX-User: alice\r\n/);
  assert.equal(sent.includes('mallory'), false);
  assert.equal(behind(sent), 'X-Sum: 7\r\n\r\n');
});

test('who takes Trailer away takes the fields away', async () => {
  const { sent } = await pass(`${post}Trailer: X-Sum\r\n${chunked}\r\n${content}X-Sum: 7\r\n\r\n`, {
    change: ({ headers }) => headers.set('Trailer'),
  });
  assert.equal(behind(sent), '\r\n');
});

test('content that was read whole has a length, and nothing behind it', async () => {
  const { sent } = await pass(`${post}Trailer: X-Sum\r\n${chunked}\r\n${content}X-Sum: 7\r\n\r\n`, {
    change: async ({ body }) => void (await body!.buffer(100)),
  });
  assert.match(sent, /\r\nContent-Length: 7\r\n\r\ncontent$/);
  assert.equal(/trailer|x-sum/i.test(sent), false);
});

const smuggled = 'GET /inner HTTP/1.1\r\nHost: a\r\n\r\n';
for (const [what, trailers] of [
  ['a line feed alone', `X-Sum: 7\nX: y\r\n\r\n${smuggled}`],
  ['an empty line of a line feed', `X-Sum: 7\r\n\n${smuggled}`],
  ['a carriage return alone', `X-Sum: 7\rX: y\r\n\r\n${smuggled}`],
  ['a NUL', 'X-Sum: \0\r\n\r\n'],
  ['a folded line', 'X-Sum: 7\r\n more\r\n\r\n'],
  ['a space before the colon', 'X-Sum : 7\r\n\r\n'],
  ['no colon', 'X-Sum\r\n\r\n'],
  ['no name', ': 7\r\n\r\n'],
  ['a request line', smuggled],
  ['too many fields', `${'X-Sum: 7\r\n'.repeat(65)}\r\n`],
  ['a field that is too long', `X-Sum: ${'y'.repeat(9_000)}\r\n\r\n`],
  ['fields that are too long together', `${`X-Sum: ${'y'.repeat(1_000)}\r\n`.repeat(9)}\r\n`],
] as const) {
  test(`HP-4: ${what} behind the content never reaches a backend, and nothing after it is read`, async () => {
    const { sent } = await pass(`${post}Trailer: X-Sum\r\n${chunked}\r\n${content}${trailers}`);
    assert.equal(behind(sent), undefined);
    assert.equal(sent.includes('/inner'), false);
  });
}

test('fields behind the content of an answer go to callers who take them', async () => {
  const answer = `HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\n${chunked}\r\n${content}X-Sum: 7\r\nX-More: 1\r\n\r\n`;
  const taken = await pass(`${post}TE: trailers\r\nContent-Length: 7\r\n\r\ncontent`, { answer });
  assert.match(taken.answer, /\r\nTrailer: x-sum\r\n/);
  assert.equal(behind(taken.answer), 'X-Sum: 7\r\n\r\n');
  assert.match(taken.sent, /\r\nTE: trailers\r\nConnection: TE\r\n/);
  const plain = await pass(`${post}Content-Length: 7\r\n\r\ncontent`, { answer });
  assert.equal(/trailer|x-sum/i.test(plain.answer + plain.sent), false);
  assert.equal(behind(plain.answer), '\r\n');
});

test('HP-4: Set-Cookie, or a field of the head, behind the content of an answer goes nowhere', async () => {
  const head = `HTTP/1.1 200 OK\r\nTrailer: Set-Cookie, X-A\r\nX-A: 1\r\n${chunked}\r\n`;
  const answer = `${head}${content}Set-Cookie: a=b\r\nX-A: 2\r\n\r\n`;
  const got = await pass(`${post}TE: trailers\r\nContent-Length: 7\r\n\r\ncontent`, { answer });
  assert.equal(behind(got.answer), '\r\n');
});

test('HP-4: an answer with fields behind its content that are no fields is broken off', async () => {
  const answer = `HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\n${chunked}\r\n${content}X-Sum : 7\r\n\r\n`;
  const got = await pass(`${post}TE: trailers\r\nContent-Length: 7\r\n\r\ncontent`, { answer });
  assert.equal(behind(got.answer), undefined);
});

/** A gateway in front of a handler that speaks another version. */
async function withGateway(
  versions: { readonly caller: 'http1' | 'http2'; readonly backend: '1' | '2' },
  backend: RequestHandler,
  use: (port: number) => Promise<void>,
): Promise<void> {
  const inner = await listen('127.0.0.1', 0, {
    handle: backend,
    ...(versions.backend === '2' ? { tls } : {}),
  });
  const client = createClient();
  const outer = await listen('127.0.0.1', 0, {
    handle: async ({ method, headers, body, target }) => {
      const scheme = versions.backend === '2' ? 'https' : 'http';
      const answer = await client.send({
        method,
        url: `${scheme}://127.0.0.1:${inner.port}${target}`,
        hostIsConfigured: true,
        httpVersion: versions.backend,
        headers: endToEnd(headers),
        body,
        timeoutMs: 1_000,
        tls: { ...strictTls, validateChain: false },
      });
      return { ...answer, headers: endToEnd(answer.headers) };
    },
    ...(versions.caller === 'http2' ? { tls } : {}),
  });
  try {
    await use(outer.port);
  } finally {
    await client.close();
    await outer.close(0);
    await inner.close(0);
  }
}

/** Answers with what it got, in trailers as well. */
const echo: RequestHandler = async ({ headers, body }) => {
  const text = Buffer.from(await body!.buffer(1_000)).toString();
  const trailers = new HeaderMap([['X-Echo', String(body!.trailers?.get('x-sum'))]]);
  const seen = ['transfer-encoding', 'te', 'connection', 'trailer'].map(
    (name) => headers.get(name) ?? '-',
  );
  return {
    status: 200,
    reason: 'OK',
    headers: new HeaderMap([
      ['X-Seen', seen.join('|')],
      ['Trailer', 'X-Echo'],
    ]),
    body: Body.streaming({
      length: undefined,
      trailers,
      pipe: async (sink) => sink(Buffer.from(text)),
      discard: () => undefined,
    }),
  };
};

async function askOverHttp2(session: ClientHttp2Session): Promise<Record<string, unknown>> {
  const stream = session.request(
    { ':method': 'POST', ':path': '/', trailer: 'x-sum', te: 'trailers' },
    { waitForTrailers: true },
  );
  stream.on('wantTrailers', () => stream.sendTrailers({ 'x-sum': '7' }));
  stream.end('content');
  const trailers = once(stream, 'trailers');
  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const [head] = (await once(stream, 'response')) as [Record<string, unknown>];
  const [fields] = (await trailers) as [Record<string, unknown>];
  return { text, seen: head['x-seen'], echo: fields['x-echo'] };
}

for (const [version, seen] of [
  ['1', 'chunked|trailers|TE|x-sum'],
  ['2', '-|trailers|-|x-sum'],
] as const) {
  test(`HP-9: a caller over HTTP/2, a backend over HTTP/${version}: content and trailers both ways`, async () => {
    await withGateway({ caller: 'http2', backend: version }, echo, async (port) => {
      const session = connectHttp2(`https://127.0.0.1:${port}`, { rejectUnauthorized: false });
      session.on('error', () => undefined);
      assert.deepEqual(await askOverHttp2(session), { text: 'content', seen, echo: '7' });
      session.close();
    });
  });
}

test('a caller over HTTP/1.1, a backend over HTTP/2: content and trailers both ways', async () => {
  await withGateway({ caller: 'http1', backend: '2' }, echo, async (port) => {
    const head = `${post}TE: trailers\r\nConnection: TE\r\nTrailer: X-Sum\r\n${chunked}\r\n`;
    const answer = await ask(port, `${head}${content}X-Sum: 7\r\n\r\n`);
    assert.match(answer, /\r\nx-seen: -\|trailers\|-\|X-Sum\r\n/i);
    assert.equal(behind(answer), 'x-echo: 7\r\n\r\n');
  });
});
