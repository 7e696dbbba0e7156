import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import type { ClientHttp2Session } from 'node:http2';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { connect as connectTls } from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { listen } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { tellCaller, TestHosts } from '../testing/testHosts.ts';
import { visit } from '../testing/tlsCaller.ts';
import type { ServerTls } from './ServerTls.ts';

const hosts = await TestHosts.create();
const open = await hosts.host('open.example');
const wild = await hosts.host('*.wild.example');
const asking = { ...wild, requestClientCertificate: true };

async function serve(t: TestContext, tls: ServerTls): Promise<RunningServer> {
  const server = await listen('127.0.0.1', 0, { handle: tellCaller, tls });
  t.after(() => server.close(0));
  return server;
}

async function secure(t: TestContext, options: ConnectionOptions): Promise<TLSSocket> {
  const socket = connectTls({ host: '127.0.0.1', rejectUnauthorized: false, ...options });
  t.after(() => socket.destroy());
  await once(socket, 'secureConnect');
  return socket;
}

/** The status of an answer over HTTP/1.1 on a connection that stays. */
async function statusOn(socket: TLSSocket, host: string): Promise<number> {
  socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return Number(/^HTTP\/1\.1 ([0-9]+) /.exec(answer.toString('latin1'))?.[1]);
}

async function statusIn(session: ClientHttp2Session): Promise<unknown> {
  const stream = session.request({ ':authority': 'open.example' }).resume();
  const [head] = (await once(stream, 'response')) as [Record<string, unknown>];
  return head[':status'];
}

test('whether HTTP/2 is offered follows the settings; sessions under way go on', async (t) => {
  const server = await serve(t, { ...open, http2: false });
  const options = { port: server.port, ALPNProtocols: ['h2', 'http/1.1'] };
  const first = await secure(t, options);
  assert.equal(first.alpnProtocol, 'http/1.1');
  server.secure!({ ...open, http2: true });
  const second = await secure(t, options);
  assert.equal(second.alpnProtocol, 'h2');
  const session = connectHttp2('https://open.example', { createConnection: () => second });
  t.after(() => session.destroy());
  assert.equal(await statusIn(session), 200);
  server.secure!({ ...open, http2: false });
  assert.equal((await secure(t, options)).alpnProtocol, 'http/1.1');
  assert.equal(await statusIn(session), 200);
  assert.equal(await statusOn(first, 'open.example'), 200);
});

test('a handshake under way ends by the settings that it began with', async (t) => {
  const server = await serve(t, hosts.server(open));
  const transport = connect(server.port, '127.0.0.1');
  await once(transport, 'connect');
  // Connections are taken in their order.
  await visit(server.port, 'open.example');
  server.secure!(hosts.server(asking, open));
  const early = await secure(t, { socket: transport, servername: 'a.wild.example' });
  assert.equal(early.getPeerCertificate().subject.CN, 'open.example');
  assert.equal((await visit(server.port, 'a.wild.example')).certificate, '*.wild.example');
  assert.equal(await statusOn(early, 'a.wild.example'), 421);
});

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`RFC 9110 §7.4, ${version}: a connection is not for hosts whose rules have changed since`, async (t) => {
    const server = await serve(t, open);
    const options = { port: server.port, minVersion: version, maxVersion: version };
    const early = await secure(t, { ...options, servername: 'a.wild.example' });
    assert.equal(await statusOn(early, 'a.wild.example'), 200);
    server.secure!(hosts.server(open, asking));
    assert.equal(await statusOn(early, 'a.wild.example'), 421);
    assert.equal(await statusOn(early, 'open.example'), 200);
    const asked = await secure(t, { ...options, servername: 'a.wild.example' });
    assert.equal(await statusOn(asked, 'a.wild.example'), 200);
    server.secure!(hosts.server({ ...open, requestClientCertificate: true }, wild));
    assert.equal(await statusOn(asked, 'a.wild.example'), 421);
    assert.equal(await statusOn(early, 'a.wild.example'), 200);
    assert.equal(await statusOn(asked, 'open.example'), 200);
    server.secure!(open);
    assert.equal(await statusOn(asked, 'a.wild.example'), 200, 'nobody is asked any more');
  });
}
