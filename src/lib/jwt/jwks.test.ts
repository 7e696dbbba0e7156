import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import test from 'node:test';
import type { JsonObject } from '../json/readJson.ts';
import { importJwk } from './jwk.ts';
import { MAX_KEYS, readJwks } from './jwks.ts';
import { jwks, newEc, newRsa, problemOf, usable, verificationKey } from './tokens.fixture.ts';
import { hmacVerificationKey, isSameKey, publicVerificationKey } from './VerificationKey.ts';

const rsa = newRsa();
const p256 = newEc('P-256');
const ed25519 = generateKeyPairSync('ed25519');

type Jwk = Readonly<Record<string, string>>;

function jwkOf({ publicKey }: typeof rsa): Jwk {
  return Object.fromEntries(
    Object.entries(publicKey.export({ format: 'jwk' })).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
}

function algorithmsOf(jwk: JsonObject): readonly string[] {
  return [...usable(importJwk(jwk)).algorithms];
}

function problem(jwk: JsonObject): string {
  return problemOf(importJwk(jwk));
}

test('JB-2: a key serves the algorithms of its type and curve only', () => {
  assert.deepEqual(algorithmsOf(jwkOf(rsa)), [
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
  ]);
  assert.deepEqual(algorithmsOf(jwkOf(p256)), ['ES256']);
  assert.deepEqual(algorithmsOf(jwkOf(newEc('P-384'))), ['ES384']);
  assert.deepEqual(algorithmsOf(jwkOf(newEc('P-521'))), ['ES512']);
  assert.deepEqual(algorithmsOf(jwkOf(ed25519)), ['EdDSA', 'Ed25519']);
});

test('JB-2: the alg of a JWK leaves it that algorithm alone', () => {
  assert.deepEqual(algorithmsOf({ ...jwkOf(rsa), alg: 'PS256' }), ['PS256']);
  for (const alg of ['HS256', 'ES256', 'RSA-OAEP', 'none', 'rs256', '']) {
    assert.match(problem({ ...jwkOf(rsa), alg }), /algorithm/, alg);
  }
  assert.match(problem({ ...jwkOf(rsa), alg: ['RS256'] }), /not a text/);
});

test('JB-2: use, key_ops, kty and crv of a JWK are honoured', () => {
  const jwk = jwkOf(p256);
  usable(importJwk({ ...jwk, use: 'sig', key_ops: ['verify'] }));
  assert.match(problem({ ...jwk, use: 'enc' }), /use/);
  assert.match(problem({ ...jwk, use: ['sig'] }), /use/);
  assert.match(problem({ ...jwk, key_ops: ['sign'] }), /operations/);
  assert.match(problem({ ...jwk, key_ops: 'verify' }), /operations/);
  assert.match(problem({ ...jwk, kty: 'RSA' }), /member n/);
  assert.match(problem({ ...jwk, kty: 'ec' }), /key type/);
  assert.match(problem({ ...jwk, kty: 7 }), /key type/);
  assert.match(problem({ ...jwk, crv: 'P-384' }), /valid key/);
  assert.match(problem({ ...jwk, crv: 'secp256k1' }), /valid key|kind/);
  assert.match(problem({ ...jwkOf(ed25519), crv: 'X25519' }), /type/);
});

test('JB-5: a point that is not on the curve is refused', () => {
  const { x = '', y = '' } = jwkOf(p256);
  const moved = Buffer.from(y, 'base64url');
  moved[31] = moved[31]! ^ 1;
  assert.match(problem({ ...jwkOf(p256), y: moved.toString('base64url') }), /valid key/);
  assert.match(problem({ ...jwkOf(p256), x: y, y: x }), /valid key/);
  assert.match(problem({ ...jwkOf(p256), x: 'AA', y: 'AA' }), /valid key/);
});

test('JB-5: an RSA key under 2048 bits is refused, and one that costs too much', () => {
  assert.match(problem(jwkOf(newRsa(1024))), /shorter than 2048/);
  const n = `wA${'A'.repeat(1364)}E`;
  assert.match(problem({ kty: 'RSA', e: 'AQAB', n }), /longer than 8192/);
});

test('JB-5: an RSA exponent with which anything verifies is refused', () => {
  for (const e of ['AA', 'AQ', 'Ag', 'AQAAAAE']) {
    assert.match(problem({ ...jwkOf(rsa), e }), /exponent/, e);
  }
  usable(importJwk({ ...jwkOf(rsa), e: 'Aw' }));
});

test('JB-16: members of a JWK are strict base64url', () => {
  const { n = '' } = jwkOf(rsa);
  for (const bad of [`${n}==`, ` ${n}`, '', `${n}+`]) {
    assert.match(problem({ ...jwkOf(rsa), n: bad }), /member n/);
  }
  assert.match(problem({ kty: 'RSA', e: 'AQAB' }), /member n/);
});

test('JB-6: an HMAC key is at least as long as the hash', () => {
  const names = (bytes: number): readonly string[] => [
    ...usable(hmacVerificationKey(randomBytes(bytes))).algorithms,
  ];
  assert.match(problemOf(hmacVerificationKey(randomBytes(31))), /248 bits; .* needs 256/);
  assert.deepEqual(names(32), ['HS256']);
  assert.deepEqual(names(48), ['HS256', 'HS384']);
  assert.deepEqual(names(64), ['HS256', 'HS384', 'HS512']);
  assert.match(problemOf(hmacVerificationKey(randomBytes(32), { algorithm: 'HS512' })), /size/);
});

test('JB-6: passwords pass for HMAC keys only where the operator allows short keys, from 128 bits up', () => {
  const password = Buffer.from('123412341234123412341234', 'base64');
  assert.match(problemOf(hmacVerificationKey(password)), /needs 256/);
  const policy = { allowShortHmacKeys: true };
  const { algorithms } = usable(hmacVerificationKey(password, {}, policy));
  assert.deepEqual([...algorithms], ['HS256', 'HS384', 'HS512']);
  assert.match(problemOf(hmacVerificationKey(randomBytes(15), {}, policy)), /needs 128/);
});

test('JB-2: a secret in a public key set is skipped, one an operator gave is taken', () => {
  const jwk = { kty: 'oct', k: randomBytes(32).toString('base64url') };
  assert.match(problem(jwk), /no secret/);
  assert.deepEqual([...usable(importJwk(jwk, { allowSymmetric: true })).algorithms], ['HS256']);
  assert.match(problemOf(importJwk({ kty: 'oct', k: '!' }, { allowSymmetric: true })), /member k/);
});

test('of a private key only the public half is kept', () => {
  assert.equal(usable(publicVerificationKey(rsa.privateKey)).key.type, 'public');
  const jwk = Object.fromEntries(
    Object.entries(rsa.privateKey.export({ format: 'jwk' })).map(([k, v]) => [k, String(v)]),
  );
  assert.equal(usable(importJwk(jwk)).key.type, 'public');
});

test('JB-10: x5u, x5c and jku in a JWK are not looked at', () => {
  const jwk = { ...jwkOf(p256), x5u: 'https://evil.example/', x5c: ['!'], jku: 'file:///etc' };
  assert.ok(isSameKey(usable(importJwk(jwk)), verificationKey(p256)));
});

test('a key set keeps the keys that can be used and says why others are skipped', () => {
  const text = JSON.stringify({
    keys: [
      { ...jwkOf(rsa), kid: 'a', x5t: 't', issuer: 'https://idp.example' },
      { ...jwkOf(rsa), kid: 'b', use: 'enc' },
      'x',
      { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AA' },
      { ...jwkOf(p256), kid: 'a' },
      { ...jwkOf(p256), kid: 5 },
    ],
  });
  const read = readJwks(text);
  assert.ok(read.ok);
  assert.deepEqual(
    read.keys.map(({ id, x5t, issuer }) => [id, x5t, issuer]),
    [
      ['a', 't', 'https://idp.example'],
      ['a', undefined, undefined],
    ],
  );
  assert.deepEqual(read.skipped, [
    { index: 1, problem: 'Its use is not signatures.' },
    { index: 2, problem: 'It is not an object.' },
    { index: 3, problem: 'Its key type is unknown.' },
    { index: 5, problem: 'Its alg, kid, x5t or issuer is not a text.' },
  ]);
});

test('JB-14: a key set with too many keys is refused before any is imported', () => {
  const keys = Array.from({ length: MAX_KEYS }, () => ({ kty: 'x' }));
  assert.ok(readJwks(JSON.stringify({ keys })).ok);
  const started = performance.now();
  const many = JSON.stringify({ keys: Array.from({ length: 20_000 }, () => ({ kty: 'x' })) });
  assert.match(problemOf(readJwks(many)), /more than 100 keys/);
  assert.ok(performance.now() - started < 1000);
});

test('JB-14: a text that is no key set is refused whole', () => {
  for (const text of [
    '',
    '[]',
    '{}',
    'null',
    '{"keys":{}}',
    '{"keys":[],"keys":[]}',
    jwks([rsa, {}]).slice(1),
  ]) {
    assert.equal(readJwks(text).ok, false, text);
  }
});

test('no problem repeats key material', () => {
  const secret = randomBytes(31);
  const told = [
    problemOf(hmacVerificationKey(secret)),
    problem({ kty: 'oct', k: secret.toString('base64url') }),
    problem({ ...jwkOf(rsa), n: `${jwkOf(rsa)['n']}==` }),
  ].join();
  assert.doesNotMatch(told, /[A-Za-z0-9_-]{20,}/);
});

test('keys are the same when both key and description are', () => {
  const about = { id: 'a', algorithm: 'RS256' };
  assert.ok(isSameKey(verificationKey(rsa, about), verificationKey(rsa, about)));
  for (const other of [
    { id: 'b', algorithm: 'RS256' },
    { id: 'a' },
    { ...about, issuer: 'i' },
    { ...about, x5t: 't' },
  ]) {
    assert.equal(isSameKey(verificationKey(rsa, about), verificationKey(rsa, other)), false);
  }
  assert.equal(isSameKey(verificationKey(p256), verificationKey(newEc('P-256'))), false);
});
