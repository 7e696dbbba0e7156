import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import test from 'node:test';
import { contentEncryptions } from './contentEncryption.ts';

// RFC 7518 appendix B: one text, one IV and one AAD for three algorithms.
const plaintext = Buffer.from(
  'A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience',
);
const iv = Buffer.from('1af38c2dc2b96ffdd86694092341bc04', 'hex');
const aad = Buffer.from('The second principle of Auguste Kerckhoffs');

const figures = [
  ['B.1', 'A128CBC-HS256', 128, '652c3fa36b0a7c5b3219fab3a30bc1c4'],
  ['B.2', 'A192CBC-HS384', 192, '8490ac0e58949bfe51875d733f93ac2075168039ccc733d7'],
  ['B.3', 'A256CBC-HS512', 256, '4dd3b4c088a7f45c216839645b2012bf2e6269a8c56a816dbc1b267761955bc5'],
] as const;

for (const [section, name, bits, tag] of figures) {
  test(`RFC 7518 ${section}: ${name} gives the text for this tag and for no other`, () => {
    const key = Buffer.from(Array.from({ length: bits / 4 }, (_, i) => i));
    const cipher = createCipheriv(`aes-${bits}-cbc`, key.subarray(bits / 8), iv);
    const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const content = { iv, ciphertext, aad, tag: Buffer.from(tag, 'hex') };
    const encryption = contentEncryptions.get(name)!;
    assert.equal(encryption.keyBytes, bits / 4);
    assert.deepEqual(encryption.decrypt(key, content), plaintext);
    const flipped = (bytes: Buffer): Buffer => {
      const copy = Buffer.from(bytes);
      copy[copy.length - 1]! ^= 1;
      return copy;
    };
    for (const damaged of [
      { ...content, tag: flipped(content.tag) },
      { ...content, ciphertext: flipped(ciphertext) },
      { ...content, iv: flipped(iv) },
      { ...content, aad: flipped(aad) },
      { ...content, tag: content.tag.subarray(0, -1) },
      { ...content, tag: Buffer.alloc(0) },
      { ...content, iv: iv.subarray(0, 12) },
      { ...content, ciphertext: ciphertext.subarray(0, -16) },
      { ...content, ciphertext: Buffer.alloc(0) },
    ]) {
      assert.equal(encryption.decrypt(key, damaged), undefined);
    }
  });
}

test('RFC 7518 §5.3: GCM takes an IV of 96 bits and a tag of 128 bits only', () => {
  for (const bits of [128, 192, 256] as const) {
    const encryption = contentEncryptions.get(`A${bits}GCM`)!;
    const key = Buffer.alloc(bits / 8, 7);
    const seal = (ivBytes: number, tagBytes: number) => {
      const nonce = Buffer.alloc(ivBytes, 1);
      const cipher = createCipheriv(`aes-${bits}-gcm`, key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(aad);
      const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
      return { iv: nonce, ciphertext, aad, tag: cipher.getAuthTag() };
    };
    assert.deepEqual(encryption.decrypt(key, seal(12, 16)), plaintext);
    assert.equal(encryption.decrypt(key, seal(16, 16)), undefined);
    assert.equal(encryption.decrypt(key, seal(12, 12)), undefined);
    assert.equal(encryption.decrypt(key, seal(12, 4)), undefined);
    assert.equal(encryption.decrypt(key, { ...seal(12, 16), aad: Buffer.alloc(0) }), undefined);
  }
});
