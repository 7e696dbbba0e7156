import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { privateKeysInPkcs12 } from './pkcs12.ts';

const shrouded = readFileSync(new URL('fixtures/shrouded.p12', import.meta.url));
const plain = readFileSync(new URL('fixtures/plain.p12', import.meta.url));

test('the private key is read, whether it is encrypted or not', () => {
  const [fromShrouded, ...more] = privateKeysInPkcs12(shrouded, 'fixture');
  const [fromPlain] = privateKeysInPkcs12(plain, 'fixture');
  assert.deepEqual(more, []);
  assert.equal(fromShrouded?.asymmetricKeyType, 'rsa');
  assert.ok(fromPlain && fromShrouded.equals(fromPlain));
  assert.equal(createPublicKey(fromPlain).asymmetricKeyDetails?.modulusLength, 2048);
});

test('a wrong password gives no key', () => {
  for (const password of ['', 'other', 'fixture '])
    assert.deepEqual(privateKeysInPkcs12(shrouded, password), []);
});

test('what is no archive, or a damaged one, has no keys and never throws', () => {
  const nothing = [
    Buffer.alloc(0),
    Buffer.from('no archive'),
    Buffer.from('3000', 'hex'),
    Buffer.from('30030201', 'hex'),
    Buffer.from('3080', 'hex'),
  ];
  for (const bytes of nothing) assert.deepEqual(privateKeysInPkcs12(bytes, 'fixture'), []);
  for (let length = 0; length < shrouded.length; length += 97)
    assert.deepEqual(privateKeysInPkcs12(shrouded.subarray(0, length), 'fixture'), []);
  for (let at = 0; at < plain.length; at += 41) {
    const damaged = Buffer.from(plain);
    damaged[at]! ^= 0xff;
    assert.ok(privateKeysInPkcs12(damaged, 'fixture').length <= 1);
  }
});
