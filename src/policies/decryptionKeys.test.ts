import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ConfiguredCertificate } from '../engine/declaration/BuildContext.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { DecryptionKeys } from '../lib/jwt/DecryptionKey.ts';
import { newRsa } from '../lib/jwt/tokens.fixture.ts';
import { privateKeysInPkcs12 } from '../lib/x509/pkcs12.ts';
import { decryptionKeysOf } from './decryptionKeys.ts';
import type { DecryptionKeyElement } from './decryptionKeys.ts';

const reads = { requestBody: false, responseBody: false };
const secret = Buffer.alloc(32, 7).toString('base64');
const other = Buffer.alloc(32, 8).toString('base64');
const pfx = readFileSync(new URL('../lib/x509/fixtures/shrouded.p12', import.meta.url));
const [archived] = privateKeysInPkcs12(pfx, 'fixture');
assert.ok(archived);
const context = {} as PolicyContext;

const archive: ConfiguredCertificate = {
  id: 'archive',
  thumbprint: 'AB01',
  publicKeyPem: createPublicKey(archived).export({ type: 'spki', format: 'pem' }).toString(),
  identity: { pfx, passphrase: 'fixture' },
};

function element(more: Partial<DecryptionKeyElement>): DecryptionKeyElement {
  const content = Object.assign(() => '', { constant: { value: '' }, reads });
  return { id: undefined, certificateId: undefined, n: undefined, e: undefined, content, ...more };
}

function computed(...texts: string[]): DecryptionKeyElement {
  return element({ content: Object.assign(() => texts.shift() ?? '', { reads }) });
}

function keysOf(certificate: ConfiguredCertificate, ...elements: DecryptionKeyElement[]) {
  const messages: string[] = [];
  const keys = decryptionKeysOf(elements, {
    certificate: () => certificate,
    report: ({ message }) => void messages.push(message),
  });
  return { keys, messages };
}

test('a certificate that came as an archive gives its private key, under its thumbprint', () => {
  const { keys, messages } = keysOf(archive, element({ certificateId: 'archive', id: '2026' }));
  assert.deepEqual(messages, []);
  assert.ok(keys instanceof DecryptionKeys);
  const [key] = keys.keys;
  assert.ok(key && key.key.equals(archived));
  assert.deepEqual(key.ids, ['2026', 'AB01']);
  assert.equal(key.x5t, 'qwE');
});

test('a key that is not that of the certificate is no key of it', () => {
  const publicKeyPem = newRsa().publicKey.export({ type: 'spki', format: 'pem' }).toString();
  for (const certificate of [
    { ...archive, publicKeyPem },
    { ...archive, identity: { pfx: Buffer.from('x'), passphrase: '' } },
    { ...archive, identity: undefined },
  ]) {
    const { keys, messages } = keysOf(certificate, element({ certificateId: 'archive' }));
    assert.ok(keys instanceof DecryptionKeys && keys.keys.length === 0);
    assert.match(messages[0] ?? '', /without a private key/);
  }
});

test('the keys of an expression are the same ones while it gives the same text', () => {
  const { keys } = keysOf(
    archive,
    element({ certificateId: 'archive' }),
    computed(secret, secret, other),
  );
  assert.ok(typeof keys === 'function');
  const first = keys(context);
  assert.equal(first.keys.length, 2);
  assert.equal(keys(context), first);
  assert.notEqual(keys(context), first);
});

test('an expression that gives no key fails, and its text is not told', () => {
  const { keys } = keysOf(archive, computed('not-base64'));
  assert.ok(typeof keys === 'function');
  assert.throws(
    () => keys(context),
    (error: unknown) =>
      error instanceof GatewayError &&
      error.reason === 'ExpressionValueEvaluationFailure' &&
      !error.message.includes('not-base64'),
  );
});
