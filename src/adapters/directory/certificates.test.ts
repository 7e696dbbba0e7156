import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { createSecureContext } from 'node:tls';
import { DevelopmentCa } from '../../lib/x509/developmentCa.ts';
import { loadDirectory } from './loadDirectory.ts';
import { shown, testDirectory } from './testDirectory.ts';

const ca = await DevelopmentCa.create({ now: Date.now, randomBytes });
const client = await ca.issueClient({ commonName: 'gateway' });
const other = await ca.issueClient({ commonName: 'other' });
const archive = await readFile(new URL('fixtures/pkcs12/aes.pfx', import.meta.url));
const outdated = await readFile(new URL('fixtures/pkcs12/rc2.pfx', import.meta.url));
const information = 'certificates/c/certificateInformation.json';

async function load(t: TestContext, files: Parameters<typeof testDirectory>[1]) {
  const root = await testDirectory(t, files);
  const { resources, diagnostics } = await loadDirectory(root);
  return { material: resources.certificates[0]?.material, said: shown(diagnostics, root) };
}

const withPassword = (password: string, data?: string) => ({ properties: { password, data } });

test('an archive beside the file, or as base64 in it, with its password', async (t) => {
  for (const files of [
    { [information]: withPassword('fixture'), 'certificates/c/c.pfx': archive },
    { [information]: withPassword('fixture', archive.toString('base64')) },
  ]) {
    const { material, said } = await load(t, files);
    assert.deepEqual(said, []);
    assert.equal(material?.leaf.subject, 'CN=fixture');
    assert.ok(material?.kind === 'pkcs12');
    createSecureContext({ pfx: Buffer.from(material.archive), passphrase: material.password });
  }
});

test('cert.pem with key.pem, without an information file', async (t) => {
  const { material, said } = await load(t, {
    'certificates/c/cert.pem': `${client.certificatePem}\n${ca.certificatePem}`,
    'certificates/c/key.pem': client.privateKeyPem,
  });
  assert.deepEqual(said, []);
  assert.ok(material?.kind === 'pem');
  assert.match(material.leaf.subject, /CN=gateway/);
  assert.equal(material.chain.split('BEGIN CERTIFICATE').length, 3);
  createSecureContext({ cert: material.chain, key: material.key! });
});

test('a certificate alone serves comparison: it has no key', async (t) => {
  const der = Buffer.from(client.certificatePem.replace(/-----.*-----|\s/g, ''), 'base64');
  for (const files of [
    { 'certificates/c/c.cer': der },
    { 'certificates/c/c.cer': client.certificatePem },
    { [information]: { properties: { data: der.toString('base64') } } },
  ]) {
    const { material, said } = await load(t, files);
    assert.deepEqual(said, []);
    assert.ok(material?.kind === 'pem' && material.key === undefined);
    assert.match(material.leaf.subject, /CN=gateway/);
  }
});

test('what cannot be read is told with its reason, and without its password', async (t) => {
  const reason = async (files: Parameters<typeof testDirectory>[1]) => {
    const { material, said } = await load(t, files);
    assert.equal(material, undefined);
    assert.equal(said.length, 1, said.join('\n'));
    assert.ok(!said[0]!.includes('hunter2'));
    return said[0]!;
  };
  const pfx = 'certificates/c/c.pfx';
  assert.match(
    await reason({ [information]: withPassword('hunter2'), [pfx]: archive }),
    /^certificates\/c\/c\.pfx:1:1 APIM3018 Certificate 'c' cannot be read: the password is wrong/,
  );
  assert.match(
    await reason({ [information]: withPassword('fixture'), [pfx]: outdated }),
    /APIM3018 .* its encryption is outdated/,
  );
  assert.match(await reason({ [pfx]: 'hunter2' }), /APIM3018 .* it is not a PKCS#12 archive/);
  assert.match(
    await reason({ [information]: '{\n"properties": { "data":\n "aGVsbG8=" } }' }),
    /certificateInformation\.json:3:2 APIM3018 .* it is not a PKCS#12 archive/,
  );
  assert.match(
    await reason({ 'certificates/c/cert.pem': 'x' }),
    /cert\.pem:1:1 APIM3018 .* it is neither PEM nor DER/,
  );
  const cert = { 'certificates/c/cert.pem': client.certificatePem };
  assert.match(
    await reason({ ...cert, 'certificates/c/key.pem': other.privateKeyPem }),
    /APIM3018 .* the private key belongs to another certificate/,
  );
  assert.match(
    await reason({ ...cert, 'certificates/c/key.pem': 'hunter2' }),
    /APIM3018 .* its private key cannot be read/,
  );
  assert.match(
    await reason({ [information]: { properties: {} } }),
    /certificateInformation\.json:1:15 APIM3018 .* there is neither 'data' nor a file/,
  );
  assert.match(
    await reason({ [information]: { properties: { keyVault: { secretIdentifier: 'x' } } } }),
    /APIM3019 Certificate 'c' is in a key vault/,
  );
});

test('a backend that names a certificate which cannot be read is not told again', async (t) => {
  const { said } = await load(t, {
    'certificates/c/c.pfx': 'x',
    'backends/b/backendInformation.json': {
      properties: { url: 'https://example.com', credentials: { certificateIds: ['c', 'd'] } },
    },
  });
  assert.deepEqual(
    said.map((each) => each.split(' ')[1]),
    ['APIM3224', 'APIM3018'],
  );
});
