import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:http2';
import type { ClientHttp2Session, OutgoingHttpHeaders } from 'node:http2';
import { test } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { Body } from '../Body.ts';
import type { IncomingRequest, RequestHandler } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

type Ask = (fields: OutgoingHttpHeaders, content?: string) => Promise<Answer>;

async function withSession(
  handle: RequestHandler,
  use: (ask: Ask, session: ClientHttp2Session) => Promise<void>,
): Promise<void> {
  const server = await listen('127.0.0.1', 0, { handle, tls: await testTls() });
  const session = connect(`https://127.0.0.1:${server.port}`, { rejectUnauthorized: false });
  session.on('error', () => undefined);
  try {
    await use((fields, content) => ask(session, fields, content), session);
  } finally {
    session.close();
    await server.close(100);
  }
}

async function ask(
  session: ClientHttp2Session,
  fields: OutgoingHttpHeaders,
  content: string | undefined,
): Promise<Answer> {
  const stream = session.request({ ':path': '/', ...fields }, { endStream: content === undefined });
  if (content !== undefined) stream.end(content);
  let body = '';
  stream.setEncoding('utf8').on('data', (part: string) => (body += part));
  const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
  if (!stream.readableEnded) await once(stream, 'end');
  return { status: Number(headers[':status']), headers, body };
}

function closed(emitter: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => emitter.once('close', resolve));
}

const tell =
  (about: (request: IncomingRequest) => string | Promise<string>): RequestHandler =>
  async (request) => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap([
      ['Connection', 'close'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ]),
    body: Body.ofText(await about(request)),
  });

test('a request over HTTP/2 is a request like any other', async () => {
  const about = tell(async ({ method, scheme, target, httpVersion, headers, body }) => {
    const content = body ? Buffer.from(await body.buffer(1_000)).toString() : '';
    return [method, scheme, target, httpVersion, headers.get('X-One'), content].join(' ');
  });
  await withSession(about, async (say) => {
    const { body } = await say({ ':method': 'POST', ':path': '/a%2Fb?c', 'x-one': '1' }, 'hello');
    assert.equal(body, 'POST https /a%2Fb?c 2.0 1 hello');
  });
});

test('fields of one connection are left out of an answer, and lines stay lines', async () => {
  await withSession(
    tell(() => ''),
    async (say) => {
      const { headers } = await say({});
      assert.equal(headers['connection'], undefined);
      assert.deepEqual(headers['set-cookie'], ['a=1', 'b=2']);
      assert.match(String(headers['date']), /GMT$/);
    },
  );
});

test('policies find Host and one Cookie field, RFC 9113 §8.2.3', async () => {
  const about = tell(({ headers }) => `${headers.get('host')} ${headers.get('cookie')}`);
  await withSession(about, async (say) => {
    const { body } = await say({ ':authority': 'api.example', cookie: ['a=1', 'b=2'] });
    assert.equal(body, 'api.example a=1; b=2');
  });
});

test('HP-6, HP-9: what HTTP/1.1 would read otherwise is refused', async () => {
  const never = tell(() => {
    throw new Error('a malformed request was handled');
  });
  await withSession(never, async (say) => {
    const refused: readonly OutgoingHttpHeaders[] = [
      { ':authority': 'a', host: 'b' },
      { ':authority': 'u@a' },
      { ':path': '*' },
      { ':path': '/a b' },
      { ':path': '/#x' },
      { ':path': 'http://a/' },
    ];
    for (const fields of refused) {
      // Some are refused by the library, which resets the stream.
      const status = await say(fields).then(
        (answer) => answer.status,
        () => 400,
      );
      assert.equal(status, 400, JSON.stringify(fields));
    }
  });
});

test('HP-9: content that is not as long as it says never looks whole', async () => {
  const whole: string[] = [];
  const about: RequestHandler = async (request) => {
    whole.push(Buffer.from(await request.body!.buffer(1_000)).toString());
    return tell(() => '')(request);
  };
  await withSession(about, async (_, session) => {
    const stream = session.request({ ':method': 'POST', ':path': '/', 'content-length': '10' });
    stream.on('error', () => undefined);
    stream.end('short');
    await closed(stream);
    assert.deepEqual(whole, []);
  });
});

test('streams are answered as they are ready, not in order', async () => {
  const first = Promise.withResolvers<void>();
  const about = tell(async ({ target }) => {
    if (target === '/1') await first.promise;
    else first.resolve();
    return target;
  });
  await withSession(about, async (say) => {
    const both = await Promise.all([say({ ':path': '/1' }), say({ ':path': '/2' })]);
    assert.deepEqual(
      both.map(({ body }) => body),
      ['/1', '/2'],
    );
  });
});

test('HP-16: who opens and resets streams without end loses the connection', async () => {
  await withSession(
    tell(() => new Promise<string>(() => undefined)),
    async (_, session) => {
      const over = closed(session);
      for (let count = 0; count < 2_000 && !session.destroyed; count++) {
        const stream = session.request({ ':path': '/' });
        stream.on('error', () => undefined);
        stream.close(8);
        if (count % 50 === 0) await new Promise(setImmediate);
      }
      await over;
    },
  );
});

test('a malformed request that is reset at once ends nothing but itself', async () => {
  await withSession(
    tell(() => 'here'),
    async (say, session) => {
      for (let count = 0; count < 5; count++) {
        const stream = session.request({ ':path': '/#x' });
        stream.on('error', () => undefined);
        stream.close(8);
      }
      assert.equal((await say({})).body, 'here');
    },
  );
});

test('content that was broken off before anybody read it fails who reads it', async () => {
  const read = Promise.withResolvers<unknown>();
  const about: RequestHandler = async (request) => {
    await new Promise<void>((resolve) => request.signal.addEventListener('abort', resolve));
    await Promise.resolve(request.body!.buffer(1_000)).then(read.resolve, read.resolve);
    return tell(() => '')(request);
  };
  await withSession(about, async (_, session) => {
    const stream = session.request({ ':method': 'POST', ':path': '/' });
    stream.on('error', () => undefined);
    stream.write('half');
    await new Promise((resolve) => setTimeout(resolve, 20));
    stream.close(8);
    const late = new Promise((resolve) => setTimeout(resolve, 300, 'late').unref());
    assert.ok((await Promise.race([read.promise, late])) instanceof Error);
  });
});

test('a field that a backend sent twice is no failure, RFC 9110 §5.3', async () => {
  const twice: RequestHandler = async () => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap([
      ['X-Content-Type-Options', 'nosniff'],
      ['X-Content-Type-Options', 'nosniff'],
      ['HTTP2-Settings', 'x'],
      ['TE', 'gzip'],
    ]),
    body: Body.ofText('whole'),
  });
  await withSession(twice, async (say) => {
    const { body, headers } = await say({});
    assert.equal(body, 'whole');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['te'], undefined);
  });
});

test('a caller who closes nothing loses an idle connection all the same', async () => {
  const server = await listen('127.0.0.1', 0, {
    handle: tell(() => ''),
    tls: await testTls(),
    limits: { keepAliveTimeoutMs: 30, lingerTimeoutMs: 30 },
  });
  const halfOpen = { host: '127.0.0.1', rejectUnauthorized: false, allowHalfOpen: true };
  const socket = connectTls({ ...halfOpen, port: server.port, ALPNProtocols: ['h2'] });
  socket.on('error', () => undefined).resume();
  await once(socket, 'end');
  // Half of it is over; the other half is ours to keep, if the server lets us.
  const write = setInterval(() => socket.write('x'), 10);
  await closed(socket);
  clearInterval(write);
  socket.destroy();
  await server.close(0);
});

test('content that nobody reads does not keep a stream open after its answer, RFC 9113 §8.1', async () => {
  await withSession(
    tell(() => 'early'),
    async (_, session) => {
      const stream = session.request({ ':method': 'POST', ':path': '/' });
      stream.on('error', () => undefined).resume();
      stream.write('half');
      const late = new Promise((resolve) => setTimeout(resolve, 500, 'late').unref());
      assert.notEqual(await Promise.race([closed(stream), late]), 'late');
    },
  );
});

test('trailers go from and to callers, those that belong into the head do not', async () => {
  const both: RequestHandler = async ({ body }) => {
    await body!.buffer(1_000);
    const sum = body!.trailers?.get('x-sum');
    const content = Body.streaming({
      length: undefined,
      trailers: new HeaderMap([
        ['grpc-status', '0'],
        ['x-sum', String(sum)],
        ['set-cookie', 'a=b'],
        ['x-head', 'changed'],
      ]),
      pipe: async (sink) => sink(Buffer.from('content')),
      discard: () => undefined,
    });
    const headers = new HeaderMap([['X-Head', '1']]);
    return { status: 200, reason: 'OK', headers, body: content };
  };
  await withSession(both, async (_, session) => {
    const stream = session.request({ ':method': 'POST', ':path': '/' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'x-sum': '7' }));
    stream.end('content');
    const trailers = once(stream, 'trailers');
    stream.resume();
    const [fields] = (await trailers) as [Record<string, unknown>];
    assert.deepEqual(Object.entries(fields), [
      ['grpc-status', '0'],
      ['x-sum', '7'],
    ]);
  });
});

test('a request that was answered was not given up, one that the caller resets was', async () => {
  const signals: boolean[] = [];
  const aborted = Promise.withResolvers<void>();
  const about: RequestHandler = async (request) => {
    const { signal, target } = request;
    signal.addEventListener('abort', () => {
      signals.push(target === '/stuck');
      aborted.resolve();
    });
    return target === '/stuck' ? await new Promise(() => undefined) : await tell(() => '')(request);
  };
  await withSession(about, async (say, session) => {
    await say({});
    await new Promise(setImmediate);
    const stream = session.request({ ':path': '/stuck' });
    stream.on('error', () => undefined);
    await say({});
    stream.close(8);
    await aborted.promise;
    assert.deepEqual(signals, [true]);
  });
});

test('a long answer that is not read lets others of the same connection through', async () => {
  const about: RequestHandler = async ({ target }) => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: target === '/long' ? Body.of(Buffer.alloc(12_000_000)) : Body.ofText('short'),
  });
  await withSession(about, async (say, session) => {
    const long = session.request({ ':path': '/long' });
    await once(long, 'response');
    assert.equal((await say({ ':path': '/short' })).body, 'short');
    let length = 0;
    long.on('data', (part: Buffer) => (length += part.length));
    await once(long, 'end');
    assert.equal(length, 12_000_000);
  });
});

test('content that was read whole on the way keeps what follows it; what does not is not announced', async () => {
  const about: RequestHandler = async ({ target }) => {
    const trailers = new HeaderMap([['grpc-status', '0']]);
    const body = Body.streaming({
      length: undefined,
      trailers,
      pipe: async (sink) => sink(Buffer.from('content')),
      discard: () => undefined,
    });
    await body.buffer(100);
    if (target === '/taken') body.read(false);
    const headers = new HeaderMap([['Trailer', 'grpc-status']]);
    return { status: 200, reason: 'OK', headers, body };
  };
  await withSession(about, async (say, session) => {
    const stream = session.request({ ':path': '/' });
    const trailers = once(stream, 'trailers');
    stream.resume();
    const [fields] = (await trailers) as [Record<string, unknown>];
    assert.equal(fields['grpc-status'], '0');
    const taken = await say({ ':path': '/taken' });
    assert.deepEqual([taken.body, taken.headers['trailer']], ['', undefined]);
  });
});

test('who expects to be told to continue is told when content is wanted, RFC 9110 §10.1.1', async () => {
  const about = tell(async ({ body, target }) =>
    target === '/unread' ? 'unread' : Buffer.from(await body!.buffer(1_000)).toString(),
  );
  await withSession(about, async (say, session) => {
    const fields = { ':method': 'POST', expect: '100-continue' };
    const stream = session.request({ ...fields, ':path': '/' });
    await once(stream, 'continue');
    stream.end('now');
    let body = '';
    stream.setEncoding('utf8').on('data', (part: string) => (body += part));
    await once(stream, 'end');
    assert.equal(body, 'now');
    const unread = session.request({ ...fields, ':path': '/unread' });
    unread.on('continue', () => assert.fail('it was told to continue')).resume();
    const [{ ':status': status }] = (await once(unread, 'response')) as [Record<string, unknown>];
    assert.equal(status, 200);
    unread.close();
    assert.equal((await say({ expect: 'something else' })).status, 417);
  });
});
