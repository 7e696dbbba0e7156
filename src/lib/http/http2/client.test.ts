import assert from 'node:assert/strict';
import { createServer } from 'node:http2';
import type { Http2Server, ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import { Cancellation } from '../CancelSignal.ts';
import { createClient } from '../client.ts';
import { strictTls } from '../exchange.ts';
import type { IncomingResponse, Send } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import type { ClientOptions } from '../http1/client.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';
import { fails, request, slowBody, textOf } from './testing/asking.ts';

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
