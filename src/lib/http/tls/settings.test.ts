import assert from 'node:assert/strict';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { connect as connectTls } from 'node:tls';
import type { Capacity } from '../Capacity.ts';
import type { RequestHandler } from '../exchange.ts';
import { listen } from '../server.ts';
import type { RunningServer, ServerOptions } from '../server.ts';
import { tellCaller, TestHosts } from '../testing/testHosts.ts';
import { visit } from '../testing/tlsCaller.ts';
import type { ServerTls } from './ServerTls.ts';

const hosts = await TestHosts.create();
const plain: ServerTls = await hosts.host('one.example');

async function serve(
  t: TestContext,
  tls: ServerTls,
  options: Partial<ServerOptions> = {},
): Promise<RunningServer> {
  const server = await listen('127.0.0.1', 0, { handle: tellCaller, tls, ...options });
  t.after(() => server.close(0));
  return server;
}

const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
const only2 = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const;

test('FA-7: TLS 1.2 and 1.3 with forward secrecy and authenticated encryption unless told otherwise', async (t) => {
  const { port } = await serve(t, plain);
  assert.equal((await visit(port, 'a')).version, 'TLSv1.3');
  assert.match((await visit(port, 'a', only2)).cipher, /^TLS_ECDHE_.*(GCM|POLY1305)/);
  await assert.rejects(visit(port, 'a', old));
  await assert.rejects(visit(port, 'a', { ...only2, ciphers: 'ECDHE-ECDSA-AES128-SHA' }));
  await assert.rejects(visit(port, 'a', { ...only2, ciphers: 'AES128-GCM-SHA256' }));
});

test('the lowest version is a setting, upwards and downwards', async (t) => {
  const { port: high } = await serve(t, { ...plain, minVersion: 'TLSv1.3' });
  assert.equal((await visit(high, 'a')).version, 'TLSv1.3');
  await assert.rejects(visit(high, 'a', only2));
  const ciphers = ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES128-GCM-SHA256'];
  const { port: low } = await serve(t, { ...plain, minVersion: 'TLSv1.1', ciphers });
  assert.equal((await visit(low, 'a', old)).version, 'TLSv1.1');
  await assert.rejects(visit(low, 'a', { ...old, maxVersion: 'TLSv1' }));
});

test('ciphers are a setting, and the server’s order counts', async (t) => {
  const ciphers = ['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-AES128-GCM-SHA256'];
  const { port } = await serve(t, { ...plain, ciphers });
  const wish = { ...only2, ciphers: ciphers.toReversed().join(':') };
  assert.equal((await visit(port, 'a', wish)).cipher, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384');
  await assert.rejects(visit(port, 'a', { ...only2, ciphers: 'ECDHE-ECDSA-CHACHA20-POLY1305' }));
});

test('HTTP/2 is offered unless told otherwise', async (t) => {
  for (const http2 of [true, false]) {
    const { port } = await serve(t, { ...plain, http2 });
    const options = { host: '127.0.0.1', port, rejectUnauthorized: false };
    const socket = connectTls({ ...options, ALPNProtocols: ['h2', 'http/1.1'] });
    await once(socket, 'secureConnect');
    assert.equal(socket.alpnProtocol, http2 ? 'h2' : 'http/1.1');
    socket.destroy();
  }
});

test('a certificate is exchanged for handshakes to come; connections under way go on', async (t) => {
  const server = await serve(t, hosts.server(await hosts.host('one.example')));
  const early = connectTls({ host: '127.0.0.1', port: server.port, rejectUnauthorized: false });
  await once(early, 'secureConnect');
  const next = hosts.server(
    await hosts.host('two.example', true),
    await hosts.host('three.example'),
  );
  server.secure!(next);
  assert.equal((await visit(server.port, 'one.example')).certificate, 'two.example');
  assert.equal((await visit(server.port, 'three.example')).certificate, 'three.example');
  const { certificatePem: cert, privateKeyPem: key } = await hosts.client('orders');
  const unnamed = await visit(server.port, 'two.example', { cert, key, servername: '' });
  assert.match(unnamed.body, /CN=orders/, 'the default asks now');
  early.write('GET / HTTP/1.1\r\nHost: three.example\r\n\r\n');
  const [answer] = (await once(early, 'data')) as [Buffer];
  assert.match(answer.toString('latin1'), /^HTTP\/1\.1 200 /);
  early.destroy();
});

test('what cannot be used changes nothing', async (t) => {
  const server = await serve(t, plain);
  const { key } = await hosts.host('two.example');
  const broken = { ...(await hosts.host('two.example')), key };
  assert.throws(() => server.secure!(broken));
  assert.throws(() => server.secure!({ ...plain, hosts: [broken] }));
  assert.throws(() => server.secure!({ ...plain, ciphers: ['no such cipher'] }));
  assert.equal((await visit(server.port, 'two.example')).certificate, 'one.example');
});

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`${version}: tickets of the key before this one are still read, older ones are not`, async (t) => {
    const [first, second, third] = [randomBytes(48), randomBytes(48), randomBytes(48)];
    const server = await serve(t, { ...plain, ticketKeys: [first] });
    const options = { minVersion: version, maxVersion: version };
    const { session } = await visit(server.port, 'a', options);
    const again = { ...options, session: session! };
    server.secure!({ ...plain, ticketKeys: [second, first] });
    const renewed = await visit(server.port, 'a', again);
    assert.equal(renewed.isResumed, true);
    server.secure!({ ...plain, ticketKeys: [third, second] });
    assert.equal((await visit(server.port, 'a', again)).isResumed, false);
    const later = { ...options, session: renewed.session! };
    assert.equal((await visit(server.port, 'a', later)).isResumed, true, 'the renewed one');
  });
}

async function closed(socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  await once(socket, 'close');
}

test('HP-16: a handshake that stands still or drips is closed after its time', async (t) => {
  const { port } = await serve(t, plain, { limits: { handshakeTimeoutMs: 80 } });
  const silent = connect(port, '127.0.0.1');
  const dripping = connect(port, '127.0.0.1');
  // A record that never ends, byte by byte.
  const bytes = Buffer.from([0x16, 3, 1, 0x40, 0, 1, 0, 0x3f, 0xfc, 3, 3]);
  let at = 0;
  const drip = setInterval(() => {
    dripping.write(bytes.subarray(at, at + 1));
    at = (at + 1) % bytes.length;
  }, 15);
  t.after(() => clearInterval(drip));
  await Promise.all([closed(silent), closed(dripping)]);
});

test('HP-16: handshakes under way count as connections, and make room again', async (t) => {
  const limits = { handshakeTimeoutMs: 80, maxConnections: 2 };
  const { port } = await serve(t, plain, { limits });
  const stuck = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  await Promise.all(stuck.map((socket) => once(socket, 'connect')));
  const ends = Promise.all(stuck.map(closed));
  await assert.rejects(visit(port, 'a'));
  await ends;
  assert.equal((await visit(port, 'a')).status, 200);
});

test(
  'a handshake that fails closes the connection at once, and makes room again',
  { timeout: 5_000 },
  async (t) => {
    let left = Promise.withResolvers<void>();
    const connections: Capacity = { enter: () => true, leave: () => left.resolve() };
    const { port } = await serve(t, plain, { connections });
    const fail = async (socket: Socket, act: () => void): Promise<void> => {
      left = Promise.withResolvers<void>();
      await once(socket, 'connect');
      act();
      // What it is told is not read.
      await closed(socket.resume());
      await left.promise;
    };
    const talking = connect(port, '127.0.0.1');
    await fail(talking, () => talking.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
    const leaving = connect(port, '127.0.0.1');
    await fail(leaving, () => leaving.end());
    const vanishing = connect(port, '127.0.0.1');
    await fail(vanishing, () => vanishing.resetAndDestroy());
    const outdated = connect(port, '127.0.0.1');
    await fail(outdated, () =>
      connectTls({ ...old, socket: outdated }).on('error', () => undefined),
    );
    assert.equal((await visit(port, 'a')).status, 200);
  },
);

test('the time for a handshake is over when it is done', async (t) => {
  const { port } = await serve(t, plain, { limits: { handshakeTimeoutMs: 80 } });
  const secure = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false });
  await once(secure, 'secureConnect');
  const later = connect(port, '127.0.0.1');
  await closed(later);
  secure.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  const [answer] = (await once(secure, 'data')) as [Buffer];
  assert.match(answer.toString('latin1'), /^HTTP\/1\.1 200 /);
  secure.destroy();
});

test('a request tells the address of its caller', async (t) => {
  let seen: string | undefined;
  const handle: RequestHandler = (request) => {
    seen = request.remoteAddress;
    return tellCaller(request);
  };
  const { port } = await serve(t, plain, { handle });
  assert.equal((await visit(port, 'a')).status, 200);
  assert.equal(seen, '127.0.0.1');
});

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`${version}: a caller who closes his side right after the handshake gets the answer`, async (t) => {
    const handle: RequestHandler = async (request) => {
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
      return tellCaller(request);
    };
    const { port } = await serve(t, plain, { handle });
    const options = { host: '127.0.0.1', port, minVersion: version, maxVersion: version };
    const socket = connectTls({ ...options, rejectUnauthorized: false });
    // With the end of the handshake.
    socket.end('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.match(answer.toString('latin1'), /^HTTP\/1\.1 200 /);
    socket.destroy();
  });
}
