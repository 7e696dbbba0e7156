import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createSecureServer, createServer } from 'node:http2';
import type { ServerHttp2Stream } from 'node:http2';
import { connect, createServer as createSocketServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { createClient } from '../client.ts';
import { SendError, strictTls } from '../exchange.ts';
import type { OutgoingRequest, Send } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import type { ClientOptions } from '../http1/client.ts';
import { AddressRefused } from '../http1/guardedLookup.ts';
import { listen } from '../server.ts';
import { DevelopmentCa } from '../../x509/developmentCa.ts';

const world = { now: Date.now, randomBytes };
const ca = await DevelopmentCa.create(world);
const trusted = await ca.issueServer({ names: ['localhost', '127.0.0.1'] });
const foreign = await (await DevelopmentCa.create(world)).issueServer({ names: ['127.0.0.1'] });

async function portOf(test: TestContext, server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  test.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A backend that tells who it is asked as, and by whose certificate. */
async function startBackend(
  t: TestContext,
  identity?: { readonly certificatePem: string; readonly privateKeyPem: string },
): Promise<number> {
  const server = identity
    ? createSecureServer({
        cert: identity.certificatePem,
        key: identity.privateKeyPem,
        requestCert: true,
        rejectUnauthorized: false,
      })
    : createServer();
  server.on('session', (session) => {
    session.on('error', () => undefined);
    t.after(() => session.destroy());
  });
  server.on('stream', (stream: ServerHttp2Stream, fields) => {
    const { socket } = stream.session!;
    const peer = socket instanceof TLSSocket ? socket.getPeerCertificate().subject?.CN : undefined;
    stream.respond({ ':status': 204, 'x-for': fields[':authority'], 'x-peer': peer ?? 'nobody' });
    stream.end();
  });
  return await portOf(t, server);
}

function client(t: TestContext, options: ClientOptions = {}): Send {
  const made = createClient({
    trustedCertificates: [ca.certificatePem],
    connectTimeoutMs: 1_000,
    ...options,
  });
  t.after(() => made.close());
  return made.send;
}

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

const refused =
  (of: (cause: unknown) => boolean) =>
  (error: unknown): boolean =>
    error instanceof SendError && error.kind === 'connection' && of(error.cause);

test('a chain that is not trusted, and a certificate for another host, are refused unless they may be', async (t) => {
  const send = client(t);
  const stranger = `https://127.0.0.1:${await startBackend(t, foreign)}`;
  const named = { ...foreign, ...(await ca.issueServer({ names: ['other.example'] })) };
  const other = `https://127.0.0.1:${await startBackend(t, named)}`;
  const any = refused((cause) => cause instanceof Error);
  await assert.rejects(send(request(stranger)), any);
  await assert.rejects(send(request(other)), any);
  const lax = { validateChain: false, validateName: true };
  assert.equal((await send(request(stranger, { tls: lax }))).status, 204);
  const unnamed = { validateChain: true, validateName: false };
  assert.equal((await send(request(other, { tls: unnamed }))).status, 204);
});

test('requests with a client certificate and those without share no connection', async (t) => {
  const send = client(t);
  const url = `https://127.0.0.1:${await startBackend(t, trusted)}`;
  const { certificatePem, privateKeyPem } = await ca.issueClient({ commonName: 'gateway' });
  const clientCertificate = { certificate: certificatePem, key: privateKeyPem };
  const asked = await send(request(url, { tls: { ...strictTls, clientCertificate } }));
  assert.equal(asked.headers.get('x-peer'), 'gateway');
  assert.equal((await send(request(url))).headers.get('x-peer'), 'nobody');
});

test('OW-7: a computed host does not lead inside, nor over a connection that was made for a configured one', async (t) => {
  const port = await startBackend(t);
  const asked: string[] = [];
  const send = client(t, {
    refusal: (address) => (address.startsWith('127.') ? 'inside' : undefined),
    lookup: (host, _, callback) => {
      asked.push(host);
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    },
  });
  const inside = refused((cause) => cause instanceof AddressRefused);
  const url = `http://inner.example:${port}`;
  assert.equal((await send(request(url))).status, 204);
  await assert.rejects(send(request(url, { hostIsConfigured: false })), inside);
  const literal = request(`http://127.0.0.1:${port}`, { hostIsConfigured: false });
  await assert.rejects(send(literal), inside);
  assert.deepEqual(asked, ['inner.example', 'inner.example']);
});

/** A proxy that makes tunnels; `gathers` has what the destination says first come with its answer. */
async function startProxy(t: TestContext, gathers: boolean, heads: string[]): Promise<string> {
  const proxy = createSocketServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (head) => {
      heads.push(head.toString('latin1'));
      const [, port] = /^CONNECT [^:]+:(\d+) /.exec(heads.at(-1)!) ?? [];
      const onward = connect(Number(port), '127.0.0.1');
      onward.on('error', () => undefined);
      const established = Buffer.from('HTTP/1.1 200 Connection established\r\n\r\n');
      if (!gathers) socket.write(established);
      onward.once('data', (first: Buffer) => {
        socket.write(gathers ? Buffer.concat([established, first]) : first);
        onward.pipe(socket);
      });
      socket.pipe(onward);
      t.after(() => {
        onward.destroy();
        socket.destroy();
      });
    });
  });
  return `http://127.0.0.1:${await portOf(t, proxy)}`;
}

for (const [how, isSecure, gathers] of [
  ['TLS', true, false],
  ['HTTP/2 in clear', false, false],
  ['HTTP/2 in clear that the backend begins', false, true],
] as const) {
  test(`a proxy makes a tunnel for ${how}`, async (t) => {
    const heads: string[] = [];
    const url = await startProxy(t, gathers, heads);
    const port = await startBackend(t, isSecure ? trusted : undefined);
    const proxy = { url, hostIsConfigured: true, username: 'ada', password: 'pw' };
    const scheme = isSecure ? 'https' : 'http';
    const answer = await client(t)(request(`${scheme}://127.0.0.1:${port}/a`, { proxy }));
    assert.equal(answer.headers.get('x-for'), `127.0.0.1:${port}`);
    assert.match(heads[0]!, /\r\nProxy-Authorization: Basic YWRhOnB3\r\n/);
  });
}

test('a backend that takes one connection only is not asked for others without end', async (t) => {
  let connections = 0;
  const server = createServer({ settings: { maxConcurrentStreams: 1 } });
  server.on('connection', (socket) => {
    if (++connections > 1) socket.destroy();
  });
  server.on('session', (session) => {
    session.on('error', () => undefined);
    t.after(() => session.destroy());
  });
  server.on('stream', (stream: ServerHttp2Stream) => {
    stream.on('error', () => undefined);
    setTimeout(() => stream.respond({ ':status': 204 }, { endStream: true }), 10);
  });
  const url = `http://127.0.0.1:${await portOf(t, server)}`;
  const send = client(t);
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(request(url))));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [204, 204, 204, 204, 204],
  );
  assert.ok(connections <= 6, `${connections} connections`);
});

test('a backend that speaks HTTP/1.1 only: 2or1 asks it so, and remembers; 2 fails', async (t) => {
  let connections = 0;
  const server = createTlsServer(
    { cert: trusted.certificatePem, key: trusted.privateKeyPem, ALPNProtocols: ['http/1.1'] },
    (socket) => {
      socket.on('error', () => undefined);
      t.after(() => socket.destroy());
      socket.on('data', () => socket.write('HTTP/1.1 204 No Content\r\n\r\n'));
    },
  );
  server.on('connection', () => connections++);
  const url = `https://127.0.0.1:${await portOf(t, server)}`;
  const send = client(t);
  for (let at = 0; at < 3; at++) {
    assert.equal((await send(request(url, { httpVersion: '2or1' }))).status, 204);
  }
  assert.equal(connections, 2);
  await assert.rejects(
    send(request(url)),
    (error) => error instanceof SendError && error.kind === 'protocol',
  );
});

test('a connection that nobody uses for a while is closed', async (t) => {
  const server = createServer();
  const closed = Promise.withResolvers<void>();
  server.on('session', (session) => session.on('close', closed.resolve));
  server.on('stream', (stream: ServerHttp2Stream) =>
    stream.respond({ ':status': 204 }, { endStream: true }),
  );
  const url = `http://127.0.0.1:${await portOf(t, server)}`;
  await client(t, { idleMs: 20 })(request(url));
  await closed.promise;
});

test('closing waits for a request under way, and takes no other', async (t) => {
  const answered = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const server = createServer();
  server.on('stream', (stream: ServerHttp2Stream) => {
    begun.resolve();
    void answered.promise.then(() => stream.respond({ ':status': 204 }, { endStream: true }));
  });
  const url = `http://127.0.0.1:${await portOf(t, server)}`;
  const made = createClient();
  const waiting = made.send(request(url));
  await begun.promise;
  const closing = made.close();
  await assert.rejects(made.send(request(url)), (error) => error instanceof SendError);
  answered.resolve();
  assert.equal((await waiting).status, 204);
  await closing;
});

test('an upgrade is asked for over HTTP/1.1, whatever the version of other requests', async (t) => {
  const server = await listen('127.0.0.1', 0, {
    handle: async ({ httpVersion, upgrade }) => ({
      status: 200,
      reason: 'OK',
      headers: new HeaderMap([['x-seen', `${httpVersion} ${upgrade}`]]),
      body: null,
    }),
  });
  t.after(() => server.close(0));
  const url = `http://127.0.0.1:${server.port}/`;
  const { headers } = await client(t)(request(url, { upgrade: 'websocket' }));
  assert.equal(headers.get('x-seen'), '1.1 websocket');
});
