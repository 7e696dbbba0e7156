import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPublicKey, randomBytes, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { DevelopmentCa, DevelopmentCaError, type IssuedCertificate } from './developmentCa.ts';

const day = 24 * 60 * 60 * 1000;
const world = { now: Date.now, randomBytes };
const ca = await DevelopmentCa.create(world);
const server = await ca.issueServer({
  names: ['localhost', '*.example.test', '127.0.0.1', '::1', '2001:db8::192.0.2.1'],
});
const client = await ca.issueClient({ commonName: 'orders-client', names: ['client.test'] });

test('the CA is a critical, self-signed authority of ten years that may not found other CAs', () => {
  const certificate = new X509Certificate(ca.certificatePem);
  assert.equal(certificate.ca, true);
  assert.ok(certificate.verify(certificate.publicKey));
  assert.match(
    certificate.subject,
    /^O=Sallyport development\nCN=Sallyport development CA [0-9a-f]{8}$/,
  );
  assert.equal(certificate.issuer, certificate.subject);
  const lifetime = certificate.validToDate.getTime() - certificate.validFromDate.getTime();
  assert.equal(lifetime, 3650 * day);
  assert.equal(certificate.publicKey.asymmetricKeyDetails?.namedCurve, 'prime256v1');
});

test('a server certificate answers to its names and addresses, and to no other', () => {
  const certificate = new X509Certificate(server.certificatePem);
  assert.ok(certificate.checkIssued(new X509Certificate(ca.certificatePem)));
  assert.ok(certificate.verify(createPublicKey(ca.certificatePem)));
  assert.equal(certificate.checkHost('localhost'), 'localhost');
  assert.equal(certificate.checkHost('api.example.test'), '*.example.test');
  assert.equal(certificate.checkHost('example.org'), undefined);
  for (const address of ['127.0.0.1', '::1', '2001:db8::c000:201'])
    assert.equal(certificate.checkIP(address), address);
  assert.equal(certificate.checkIP('127.0.0.2'), undefined);
  assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.1']);
  assert.equal(certificate.ca, false);
});

test('no leaf lives longer than 397 days or longer than the CA', async () => {
  const lifetime = ({ certificatePem }: IssuedCertificate): number => {
    const { validFromDate, validToDate } = new X509Certificate(certificatePem);
    return validToDate.getTime() - validFromDate.getTime();
  };
  assert.equal(lifetime(server), 397 * day);
  assert.equal(lifetime(client), 397 * day);
  const late = { ...world, now: () => Date.now() + 3640 * day };
  const old = DevelopmentCa.fromPem(ca.toPem(), 'ca', late);
  const leaf = await old.issueServer({ names: ['localhost'] });
  assert.equal(
    new X509Certificate(leaf.certificatePem).validTo,
    new X509Certificate(ca.certificatePem).validTo,
  );
});

test('both sides of a TLS connection prove themselves with certificates of the CA', async () => {
  const seen = await handshake(server, { servername: 'localhost', ...pair(client) });
  assert.deepEqual(seen, { authorized: true, commonName: 'orders-client' });
});

test('TLS refuses a client certificate of another CA and a server certificate as client', async () => {
  const stranger = await DevelopmentCa.create(world);
  const foreign = await stranger.issueClient({ commonName: 'orders-client' });
  assert.equal((await handshake(server, pair(foreign))).authorized, false);
  assert.equal((await handshake(server, pair(server))).authorized, false);
});

test('openssl verifies the chain strictly, each leaf for its purpose only', async (context) => {
  if (spawnSync('openssl', ['version']).status !== 0) return context.skip('no openssl here');
  const directory = await mkdtemp(join(tmpdir(), 'sallyport-ca-'));
  try {
    await writeFile(join(directory, 'ca.pem'), ca.certificatePem);
    const verify = async (purpose: string, leaf: IssuedCertificate): Promise<boolean> => {
      await writeFile(join(directory, 'leaf.pem'), leaf.certificatePem);
      const options = ['-x509_strict', '-check_ss_sig', '-purpose', purpose, '-CAfile', 'ca.pem'];
      const run = spawnSync('openssl', ['verify', ...options, 'leaf.pem'], { cwd: directory });
      return run.status === 0;
    };
    assert.equal(await verify('sslserver', server), true);
    assert.equal(await verify('sslclient', server), false);
    assert.equal(await verify('sslclient', client), true);
    assert.equal(await verify('sslserver', client), false);
    const text = spawnSync('openssl', ['x509', '-in', 'ca.pem', '-noout', '-text'], {
      cwd: directory,
      encoding: 'utf8',
    }).stdout;
    assert.match(text, /Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    assert.match(text, /Key Usage: critical\s+Certificate Sign, CRL Sign/);
    assert.match(text, /Subject Key Identifier/);
    assert.match(text, /Authority Key Identifier/);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('a date after 2049 is written as RFC 5280 wants it', async () => {
  const future = { ...world, now: () => Date.UTC(2060, 0, 1, 12) };
  const certificate = new X509Certificate((await DevelopmentCa.create(future)).certificatePem);
  assert.equal(certificate.validFromDate.getTime(), Date.UTC(2060, 0, 1, 11));
});

test('a CA that cannot be used is refused with the reason, never with its text', async () => {
  const other = await DevelopmentCa.create(world);
  const otherKey = other.toPem().slice(other.certificatePem.length);
  const leafWithKey = server.certificatePem + server.privateKeyPem;
  const later = { ...world, now: () => Date.now() + 3660 * day };
  const refusals: [string, string, typeof world][] = [
    ['unreadable', 'not a certificate', world],
    ['unreadable', ca.certificatePem, world],
    ['unreadable', ca.toPem().replaceAll('M', 'N'), world],
    ['not-a-ca', leafWithKey, world],
    ['wrong-key', ca.certificatePem + otherKey, world],
    ['expired', ca.toPem(), later],
    ['expired', ca.toPem(), { ...world, now: () => 0 }],
  ];
  for (const [problem, pem, when] of refusals)
    assert.throws(
      () => DevelopmentCa.fromPem(pem, 'ca-key.pem', when),
      (error: unknown) =>
        error instanceof DevelopmentCaError &&
        error.problem === problem &&
        error.message.startsWith('ca-key.pem: ') &&
        error.cause === undefined,
      problem,
    );
});

test('a name that no verifier could match is refused', async () => {
  for (const name of ['', 'a b', 'a..b', '-a', 'x'.repeat(64), '10.0.0.0/8', 'ü.example', '*'])
    await assert.rejects(ca.issueServer({ names: [name] }), { problem: 'bad-name' }, name);
  await assert.rejects(ca.issueServer({ names: [] }), { problem: 'bad-name' });
  await assert.rejects(ca.issueClient({ commonName: 'x'.repeat(65) }), { problem: 'bad-name' });
});

function pair({ certificatePem, privateKeyPem }: IssuedCertificate): { cert: string; key: string } {
  return { cert: certificatePem, key: privateKeyPem };
}

/** What a TLS server that asks for a client certificate learns about the client. */
async function handshake(
  own: IssuedCertificate,
  options: { cert: string; key: string; servername?: string },
): Promise<{ authorized: boolean; commonName: unknown }> {
  const listener = createServer({
    ...pair(own),
    ca: ca.certificatePem,
    requestCert: true,
    rejectUnauthorized: false,
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
  const socket = connect({ host: '127.0.0.1', port, ca: ca.certificatePem, ...options });
  try {
    await once(socket, 'secureConnect');
    const [peer] = await accepted;
    const commonName = peer.getPeerCertificate().subject?.CN;
    return { authorized: peer.authorized, commonName };
  } finally {
    socket.destroy();
    listener.close();
    await once(listener, 'close');
  }
}
