import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { connect } from 'node:tls';
import { TestHosts } from '../src/lib/http/testing/testHosts.ts';
import { visit } from '../src/lib/http/testing/tlsCaller.ts';
import { Workshop } from './program.ts';

const workshop = new Workshop();
after(() => workshop.remove());
const hosts = await TestHosts.create();

function write(path: string, text: string): void {
  const file = join(workshop.home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function certify(name: string): Promise<string> {
  const { certificate, key } = await hosts.host(name);
  write(`${name}.pem`, `${certificate}${key}`);
  return certificate;
}

const properties = {
  displayName: 'A',
  path: '',
  protocols: ['https'],
  subscriptionRequired: false,
};
const operation = { displayName: 'get', method: 'GET', urlTemplate: '/*' };
const policy = `<policies><inbound><return-response><set-body>@(context.Request.Certificate?.SubjectName.Name ?? "nobody")</set-body></return-response></inbound>
<backend /><outbound /><on-error /></policies>`;
const caller = 'CN=orders, O=Sallyport development';
const settings = `
minimumTlsVersion: '1.2'
hostnameConfigurations:
  - { hostName: open.example, certificate: open.example.pem }
  - { hostName: asks.example, certificate: asks.example.pem, negotiateClientCertificate: true }
`;

/** What is chosen for a caller who offers HTTP/2 (RFC 7301). */
async function protocolOf(port: number): Promise<unknown> {
  const ALPNProtocols = ['h2', 'http/1.1'];
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ALPNProtocols });
  await once(socket, 'secureConnect');
  socket.destroy();
  return socket.alpnProtocol;
}

test('start --tls: threads share certificates and sessions, and take up what changes', async () => {
  write('conf/apis/a/apiInformation.json', JSON.stringify({ properties }));
  write(
    'conf/apis/a/operations/get/operationInformation.json',
    JSON.stringify({ properties: operation }),
  );
  write('conf/apis/a/policy.xml', policy);
  write('tls.yaml', settings);
  await certify('open.example');
  await certify('asks.example');
  const ports = ['--http-port', '0', '--https-port', '0'];
  const gateway = workshop.start('start', 'conf', '--tls', 'tls.yaml', '--workers', '2', ...ports);
  await gateway.until(/gateway {2}http:/);
  const port = Number(/https:\/\/127\.0\.0\.1:(\d+)/.exec(gateway.stdout)![1]);

  const { certificatePem: cert, privateKeyPem: key } = await hosts.client('orders');
  const first = await visit(port, 'asks.example', { cert, key });
  assert.deepEqual([first.certificate, first.body], ['asks.example', caller]);
  assert.equal((await visit(port, 'open.example', { cert, key })).body, 'nobody');
  assert.equal((await visit(port, 'asks.example', { servername: 'open.example' })).status, 421);
  for (let i = 0; i < 6; i++) {
    const again = await visit(port, 'asks.example', { cert, key, session: first.session! });
    assert.deepEqual([again.isResumed, again.body], [true, caller]);
  }

  assert.equal(await protocolOf(port), 'h2');
  write('open.example.pem', 'broken');
  await gateway.until(/TLS settings are not live/);
  assert.equal((await visit(port, 'open.example')).certificate, 'open.example');

  const { certificate, key: newKey } = await hosts.host('two.example');
  write('open.example.pem', `${certificate}${newKey}`);
  const changed = settings.replace('hostName: open.example', 'hostName: two.example');
  write('tls.yaml', `http2Enabled: false\n${changed}`);
  await gateway.until(/TLS settings are live/);
  // Threads hear of it one after another.
  for (let inRow = 0; inRow < 8;)
    inRow = (await visit(port, 'two.example')).certificate === 'two.example' ? inRow + 1 : 0;
  const resumed = await visit(port, 'asks.example', { cert, key, session: first.session! });
  assert.equal(resumed.isResumed, false, 'other rules, other sessions');
  assert.equal(await protocolOf(port), 'http/1.1');
  assert.equal((await gateway.interrupt()).code, 0);
});

test(
  'start --no-watch: SIGHUP takes up configuration and TLS files, and nothing else does',
  { skip: process.platform === 'win32' },
  async () => {
    const { certificate, key } = await hosts.host('old.example');
    write('hup.pem', `${certificate}${key}`);
    const ports = ['--http-port', '0', '--https-port', '0'];
    const args = ['--cert', 'hup.pem', '--no-watch', '--workers', '1', ...ports];
    const gateway = workshop.start('start', 'conf', ...args);
    await gateway.until(/gateway {2}http:/);
    const port = Number(/https:\/\/127\.0\.0\.1:(\d+)/.exec(gateway.stdout)![1]);
    const renewed = await hosts.host('new.example');
    write('hup.pem', `${renewed.certificate}${renewed.key}`);
    write('conf/apis/a/policy.xml', policy.replace('"nobody"', '"somebody"'));
    const before = await visit(port, 'old.example');
    assert.deepEqual([before.certificate, before.body], ['old.example', 'nobody']);
    gateway.hangUp();
    await gateway.until(/TLS settings are live/);
    await gateway.until(/configuration is live/);
    const renewedVisit = await visit(port, 'new.example');
    assert.deepEqual([renewedVisit.certificate, renewedVisit.body], ['new.example', 'somebody']);
    assert.equal((await gateway.interrupt()).code, 0);
  },
);

test('a wrong key is told by start, with its file and what to do', async () => {
  await certify('a.example');
  const { key } = await hosts.host('b.example');
  write('other.key', key);
  const args = ['--cert', 'a.example.pem', '--key', 'other.key'];
  const { code, stderr } = await workshop.start('start', 'conf', ...args).finish();
  assert.equal(code, 1);
  assert.match(
    stderr,
    /The key in 'other\.key' belongs to another certificate\.\s+.*'a\.example\.pem'/,
  );
});
