import assert from 'node:assert/strict';
import {
  constants,
  createHash,
  generateKeyPairSync,
  privateEncrypt,
  publicDecrypt,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { test } from 'node:test';
import { encodePkcs1, encodePss, isPssOf, signatureHashes } from './encodedMessage.ts';
import type { SignatureHash } from './encodedMessage.ts';

const data = Buffer.from('what is signed');
const names = Object.keys(signatureHashes) as SignatureHash[];
// The message of a modulus of 1025 bits is an octet shorter than it.
const keys = [1024, 1025, 1031].map((modulusLength) => ({
  modulusLength,
  ...generateKeyPairSync('rsa', { modulusLength }),
}));
const raw = constants.RSA_NO_PADDING;
const pss = {
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
};

test('a signature of a hash is that of the data', () => {
  for (const { modulusLength, privateKey } of keys) {
    for (const name of names) {
      const hash = createHash(name).update(data).digest();
      const message = encodePkcs1(hash, name, modulusLength) ?? assert.fail();
      const signature = privateEncrypt({ key: privateKey, padding: raw }, message);
      assert.deepEqual(signature, sign(name, data, privateKey));
    }
  }
});

test('a PSS signature of a hash verifies the data, and the other way round', () => {
  for (const { modulusLength, privateKey, publicKey } of keys) {
    for (const name of names.filter((each) => each !== 'sha512')) {
      const hash = createHash(name).update(data).digest();
      const message = encodePss(hash, name, modulusLength, randomBytes) ?? assert.fail();
      const signature = privateEncrypt({ key: privateKey, padding: raw }, message);
      assert.ok(verify(name, data, { key: publicKey, ...pss }, signature));
      const theirs = publicDecrypt(
        { key: publicKey, padding: raw },
        sign(name, data, { key: privateKey, ...pss }),
      );
      assert.ok(isPssOf(theirs, hash, name, modulusLength));
    }
  }
});

test('a PSS message of which any bit is changed is none of the hash', () => {
  for (const { modulusLength } of keys) {
    const hash = createHash('sha256').update(data).digest();
    const message = encodePss(hash, 'sha256', modulusLength, randomBytes) ?? assert.fail();
    assert.ok(isPssOf(message, hash, 'sha256', modulusLength));
    for (let bit = 0; bit < message.length * 8; bit++) {
      const changed = Uint8Array.from(message);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      assert.ok(!isPssOf(changed, hash, 'sha256', modulusLength), `bit ${bit}`);
    }
    assert.ok(!isPssOf(message.subarray(1), hash, 'sha256', modulusLength));
    assert.ok(!isPssOf(new Uint8Array(), hash, 'sha256', modulusLength));
  }
});

test('a modulus that is too short signs no hash', () => {
  assert.equal(encodePkcs1(new Uint8Array(64), 'sha512', 512), undefined);
  assert.equal(encodePss(new Uint8Array(32), 'sha256', 512, randomBytes), undefined);
  assert.ok(!isPssOf(new Uint8Array(64).fill(0xbc), new Uint8Array(32), 'sha256', 512));
});
