import assert from 'node:assert/strict';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { after, before, test } from 'node:test';
import { listen } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { tellCaller, TestHosts } from '../testing/testHosts.ts';
import { visit } from '../testing/tlsCaller.ts';

const hosts = await TestHosts.create();
const { certificatePem, privateKeyPem } = await hosts.client('orders');
const identity = { cert: certificatePem, key: privateKeyPem };
const refusals: number[] = [];
let server: RunningServer;
let port: number;

before(async () => {
  const tls = hosts.server(
    await hosts.host('open.example'),
    await hosts.host('asks.example', true),
    await hosts.host('*.wild.example'),
  );
  const onRefusal = ({ status }: { readonly status: number }): void => void refusals.push(status);
  server = await listen('127.0.0.1', 0, { handle: tellCaller, tls, onRefusal });
  ({ port } = server);
});
after(() => server.close(0));

test('RFC 6066 §3: a caller gets the certificate of the host that it names', async () => {
  const shown = async (name: string): Promise<string> => (await visit(port, name)).certificate;
  assert.equal(await shown('asks.example'), 'asks.example');
  assert.equal(await shown('ASKS.example'), 'asks.example');
  assert.equal(await shown('a.wild.example'), '*.wild.example');
  assert.equal(await shown('unknown.example'), 'open.example');
  assert.equal((await visit(port, 'localhost', { servername: '' })).certificate, 'open.example');
});

test('a certificate is asked for on the hosts that say so, and is not required', async () => {
  assert.match((await visit(port, 'asks.example', identity)).body, /CN=orders/);
  assert.equal((await visit(port, 'asks.example')).body, 'nobody');
  assert.equal((await visit(port, 'open.example', identity)).body, 'nobody');
  assert.equal((await visit(port, 'x.example', { ...identity, servername: '' })).body, 'nobody');
});

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`${version}: a session that is resumed still has the caller's certificate`, async () => {
    const options = { ...identity, minVersion: version, maxVersion: version };
    const first = await visit(port, 'asks.example', options);
    const session = { session: first.session! };
    const second = await visit(port, 'asks.example', { ...options, ...session });
    assert.deepEqual([first.isResumed, second.isResumed], [false, true]);
    assert.equal(second.status, 200);
    assert.match(second.body, /CN=orders/);
  });

  test(`${version}: a session that was made without a certificate never gains one`, async () => {
    const options = { minVersion: version, maxVersion: version };
    for (const name of ['asks.example', 'open.example']) {
      const { session } = await visit(port, name, options);
      const again = await visit(port, 'asks.example', {
        ...options,
        ...identity,
        session: session!,
      });
      if (again.isResumed) assert.equal(again.body, 'nobody');
      else assert.match(again.body, /CN=orders/);
    }
  });
}

/** A request whose Host is another than the name in the handshake. */
async function called(servername: string | undefined, host: string): Promise<number> {
  const options: ConnectionOptions = { ...identity, servername: servername ?? '' };
  return (await visit(port, host, options)).status;
}

test('RFC 9110 §7.4: a host with other rules for client certificates is not served on a connection', async () => {
  refusals.length = 0;
  assert.equal(await called('open.example', 'asks.example'), 421);
  assert.equal(await called('open.example', 'ASKS.EXAMPLE.:443'), 421);
  assert.equal(await called(undefined, 'asks.example'), 421);
  assert.equal(await called('unknown.example', 'asks.example'), 421);
  assert.equal(await called('asks.example', 'open.example'), 421);
  assert.deepEqual(refusals, [421, 421, 421, 421, 421]);
});

test('hosts with the same rules share connections', async () => {
  assert.equal(await called('open.example', 'a.wild.example'), 200);
  assert.equal(await called(undefined, 'open.example'), 200);
  assert.equal(await called('asks.example', 'asks.example:443'), 200);
});

test('RFC 9113 §9.1.1: a connection of HTTP/2 to one host is not taken for one with other rules', async () => {
  const session = connectHttp2('https://open.example', {
    createConnection: () =>
      connect({
        host: '127.0.0.1',
        port,
        servername: 'open.example',
        rejectUnauthorized: false,
        ALPNProtocols: ['h2'],
        ...identity,
      }),
  });
  const status = (authority: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ':authority': authority });
      stream.on('response', (head) => resolve(head[':status']));
      stream.on('error', reject);
      stream.resume();
    });
  assert.equal(await status('open.example'), 200);
  assert.equal(await status('asks.example'), 421);
  assert.equal(await status('b.wild.example'), 200);
  session.destroy();
});
