import assert from 'node:assert/strict';
import { randomBytes, X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadOrCreateCa } from './caDirectory.ts';

const world = { now: Date.now, randomBytes };
const root = await mkdtemp(join(tmpdir(), 'sallyport-ca-'));
after(() => rm(root, { recursive: true }));

test('the first start creates a CA whose key only its owner can read, the next ones load it', async () => {
  const directory = join(root, 'first', 'nested');
  const first = await loadOrCreateCa(directory, world);
  assert.equal(first.origin, 'created');
  assert.equal(first.certificatePath, join(directory, 'ca.pem'));
  assert.equal(await readFile(first.certificatePath, 'utf8'), first.ca.certificatePem);
  assert.doesNotMatch(first.ca.certificatePem, /PRIVATE/);
  assert.equal((await stat(join(directory, 'ca-key.pem'))).mode & 0o777, 0o600);
  assert.deepEqual((await readdir(directory)).sort(), ['ca-key.pem', 'ca.pem']);

  const second = await loadOrCreateCa(directory, world);
  assert.equal(second.origin, 'loaded');
  assert.equal(second.ca.toPem(), first.ca.toPem());
});

test('commands that start at the same time agree on one CA', async () => {
  const directory = join(root, 'race');
  const all = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateCa(directory, world)));
  assert.equal(new Set(all.map(({ ca }) => ca.toPem())).size, 1);
  assert.equal(all.filter(({ origin }) => origin === 'created').length, 1);
  assert.equal(await readFile(join(directory, 'ca.pem'), 'utf8'), all[0]?.ca.certificatePem);
});

test('an expired CA is renewed, the reason is told and the old one is kept aside', async () => {
  const directory = join(root, 'expired');
  const past = { ...world, now: () => Date.UTC(2001, 0, 1) };
  const old = await loadOrCreateCa(directory, past);
  const renewed = await loadOrCreateCa(directory, world);
  assert.equal(renewed.origin, 'renewed');
  assert.equal(renewed.renewedBecause?.problem, 'expired');
  assert.notEqual(renewed.ca.certificatePem, old.ca.certificatePem);
  assert.equal(await readFile(join(directory, 'ca-key.pem.old'), 'utf8'), old.ca.toPem());
  const onDisk = new X509Certificate(await readFile(renewed.certificatePath));
  assert.ok(onDisk.validToDate.getTime() > Date.now());
  assert.equal((await loadOrCreateCa(directory, world)).origin, 'loaded');
});

test('an unreadable CA is renewed too', async () => {
  const directory = join(root, 'broken');
  await loadOrCreateCa(directory, world);
  await writeFile(join(directory, 'ca-key.pem'), 'garbage');
  const renewed = await loadOrCreateCa(directory, world);
  assert.equal(renewed.renewedBecause?.problem, 'unreadable');
});

test('a missing or foreign ca.pem is written again from the key file', async () => {
  const directory = join(root, 'copy');
  const { ca, certificatePath } = await loadOrCreateCa(directory, world);
  await writeFile(certificatePath, 'something else');
  assert.equal((await loadOrCreateCa(directory, world)).origin, 'loaded');
  assert.equal(await readFile(certificatePath, 'utf8'), ca.certificatePem);
});

test('a key that others could read is closed to them', async () => {
  const directory = join(root, 'open');
  await loadOrCreateCa(directory, world);
  await chmod(join(directory, 'ca-key.pem'), 0o644);
  await loadOrCreateCa(directory, world);
  assert.equal((await stat(join(directory, 'ca-key.pem'))).mode & 0o777, 0o600);
});

test('a directory that cannot be used is one error that names it', async () => {
  const file = join(root, 'a-file');
  await writeFile(file, '');
  await assert.rejects(loadOrCreateCa(join(file, 'ca'), world), {
    name: 'DevelopmentCaError',
    problem: 'storage',
    message: `${join(file, 'ca')}: its files cannot be read or written`,
  });
});
