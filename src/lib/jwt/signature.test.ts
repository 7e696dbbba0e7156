import assert from 'node:assert/strict';
import { createSecretKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import test from 'node:test';
import { KeySet } from './KeySet.ts';
import type { TokenRules } from './rules.ts';
import {
  anyToken,
  encode,
  issue,
  newEc,
  newRsa,
  now,
  nowMs,
  outcome,
  usable,
  verificationKey,
} from './tokens.fixture.ts';
import { hmacVerificationKey } from './VerificationKey.ts';
import type { VerificationKey } from './VerificationKey.ts';
import { verifyToken } from './verify.ts';

const rsa = newRsa();
const otherRsa = newRsa();
const p256 = newEc('P-256');
const p384 = newEc('P-384');
const p521 = newEc('P-521');
const ed25519 = generateKeyPairSync('ed25519');
const secretBytes = randomBytes(64);
const secret = createSecretKey(secretBytes);
const hmac = usable(hmacVerificationKey(secretBytes));
const payload = { sub: 'a', exp: now + 60 };

function judge(
  token: string,
  keys: readonly VerificationKey[],
  rules: Partial<TokenRules> = {},
): string {
  return outcome(verifyToken(token, { ...anyToken, ...rules }, [KeySet.given(keys)], nowMs));
}

const signers = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(
    (alg) => [alg, rsa.privateKey, verificationKey(rsa)] as const,
  ),
  ['ES256', p256.privateKey, verificationKey(p256)],
  ['ES384', p384.privateKey, verificationKey(p384)],
  ['ES512', p521.privateKey, verificationKey(p521)],
  ['EdDSA', ed25519.privateKey, verificationKey(ed25519)],
  ['Ed25519', ed25519.privateKey, verificationKey(ed25519)],
  ...['HS256', 'HS384', 'HS512'].map((alg) => [alg, secret, hmac] as const),
] as const;

for (const [alg, key, verifier] of signers) {
  test(`${alg}: accepts a genuine signature and no other`, () => {
    const token = issue({ alg }, payload, key);
    assert.equal(judge(token, [verifier]), 'accepted');
    const [header = '', body = '', signature = ''] = token.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[at] = altered[at]! ^ 1;
      assert.equal(
        judge(`${header}.${body}.${altered.toString('base64url')}`, [verifier]),
        'TokenSignatureInvalid',
      );
    }
    const longer = Buffer.concat([bytes, Buffer.alloc(1)]);
    const shorter = bytes.subarray(0, -1);
    for (const wrong of [longer, shorter, Buffer.alloc(bytes.length), Buffer.from([0])]) {
      assert.equal(
        judge(`${header}.${body}.${wrong.toString('base64url')}`, [verifier]),
        'TokenSignatureInvalid',
      );
    }
    assert.equal(
      judge(`${header}.${encode({ ...payload, sub: 'b' })}.${signature}`, [verifier]),
      'TokenSignatureInvalid',
    );
    assert.equal(
      judge(`${encode({ alg, typ: 'JWT' })}.${body}.${signature}`, [verifier]),
      'TokenSignatureInvalid',
    );
  });
}

test('JB-1 AT-5: the algorithm comes from key and rules, whatever the token names', () => {
  const token = issue({ alg: 'RS256' }, payload, rsa.privateKey);
  assert.equal(judge(token, [verificationKey(rsa, { algorithm: 'RS256' })]), 'accepted');
  assert.equal(
    judge(token, [verificationKey(rsa, { algorithm: 'PS256' })]),
    'TokenSignatureInvalid',
  );
  assert.equal(
    judge(token, [verificationKey(rsa)], { algorithms: ['PS256', 'ES256'] }),
    'TokenSignatureInvalid',
  );
  assert.equal(judge(token, [verificationKey(rsa)], { algorithms: [] }), 'TokenSignatureInvalid');
});

test('JB-1: names of algorithms are exact', () => {
  for (const alg of [
    'rs256',
    'RS256 ',
    'Rs256',
    'RS1',
    'HS1',
    'RSA',
    'RS256\0',
    'ES256K',
    'toString',
    '__proto__',
    '',
  ]) {
    const token = issue({ alg }, payload, rsa.privateKey, 'RS256');
    assert.equal(judge(token, [verificationKey(rsa)]), 'TokenSignatureInvalid', alg);
  }
});

test('JB-1: a header whose alg is no text is refused', () => {
  for (const header of [{}, { alg: null }, { alg: ['RS256'] }, { alg: { toString: 'RS256' } }]) {
    const input = `${encode(header)}.${encode(payload)}`;
    const signature = sign('sha256', Buffer.from(input), rsa.privateKey).toString('base64url');
    assert.equal(judge(`${input}.${signature}`, [verificationKey(rsa)]), 'JwtInvalid');
  }
});

test('JB-2: a public key is never taken for an HMAC secret', () => {
  for (const pair of [rsa, p256, ed25519]) {
    const pem = String(pair.publicKey.export({ type: 'spki', format: 'pem' }));
    const der = pair.publicKey.export({ type: 'spki', format: 'der' });
    const n = Buffer.from(
      String(pair.publicKey.export({ format: 'jwk' })['n'] ?? 'AA'),
      'base64url',
    );
    for (const bytes of [Buffer.from(pem), Buffer.from(pem.trim()), der, n]) {
      const token = issue({ alg: 'HS256' }, payload, createSecretKey(bytes));
      assert.equal(judge(token, [verificationKey(pair)]), 'TokenSignatureInvalid');
    }
  }
});

test('JB-2: no algorithm meets a key of another type or curve', () => {
  const keys = [...new Set(signers.map(([, , verifier]) => verifier))];
  for (const [alg, key, own] of signers) {
    const token = issue({ alg }, payload, key);
    const foreign = keys.filter((other) => !other.algorithms.has(alg) && other !== own);
    assert.equal(judge(token, foreign), 'TokenSignatureInvalid', alg);
  }
});

test('JB-2: an ES256 signature in DER form is refused', () => {
  const input = `${encode({ alg: 'ES256' })}.${encode(payload)}`;
  const der = sign('sha256', Buffer.from(input), { key: p256.privateKey, dsaEncoding: 'der' });
  assert.equal(
    judge(`${input}.${der.toString('base64url')}`, [verificationKey(p256)]),
    'TokenSignatureInvalid',
  );
});

test('JB-2: a PSS signature with a salt of another length is refused', () => {
  const input = `${encode({ alg: 'PS256' })}.${encode(payload)}`;
  for (const saltLength of [0, 20, 64]) {
    const signature = sign('sha256', Buffer.from(input), {
      key: rsa.privateKey,
      padding: 6,
      saltLength,
    });
    assert.equal(
      judge(`${input}.${signature.toString('base64url')}`, [verificationKey(rsa)]),
      'TokenSignatureInvalid',
    );
  }
});

test('JB-3: none is refused in every spelling, with and without a signature', () => {
  const spellings = [
    'none',
    'None',
    'NONE',
    'nOnE',
    'none ',
    ' none',
    'none\0',
    'null',
    'ｎｏｎｅ',
    'nоne',
  ];
  const genuine = issue({ alg: 'RS256' }, payload, rsa.privateKey).split('.')[2] ?? '';
  for (const alg of spellings) {
    for (const signature of ['', genuine, 'AA']) {
      const token = `${encode({ alg })}.${encode(payload)}.${signature}`;
      assert.notEqual(
        judge(token, [verificationKey(rsa), hmac]),
        'accepted',
        `${alg} ${signature}`,
      );
      assert.notEqual(judge(token, []), 'accepted', `${alg} ${signature}`);
    }
  }
});

test('JB-3: with require-signed-tokens false, alg none without a signature passes, and only that', () => {
  const lax = { requireSignedTokens: false };
  const body = encode(payload);
  assert.equal(judge(`${encode({ alg: 'none' })}.${body}.`, [], lax), 'accepted');
  assert.equal(judge(`${encode({ alg: 'none' })}.${body}.AA`, [], lax), 'JwtInvalid');
  assert.equal(judge(`${encode({ alg: 'None' })}.${body}.`, [], lax), 'TokenSignatureInvalid');
  assert.equal(
    judge(`${encode({ alg: 'RS256' })}.${body}.`, [verificationKey(rsa)], lax),
    'TokenSignatureInvalid',
  );
  assert.equal(
    judge(issue({ alg: 'RS256' }, payload, otherRsa.privateKey), [verificationKey(rsa)], lax),
    'TokenSignatureInvalid',
  );
  assert.equal(
    judge(`${encode({ alg: 'none' })}.${encode({ exp: now - 1 })}.`, [], lax),
    'TokenExpired',
  );
  assert.equal(judge(`${encode({ alg: 'none', crit: ['x'] })}.${body}.`, [], lax), 'JwtInvalid');
});

test('JB-4: a signature that is stripped is refused', () => {
  const [header = '', body = ''] = issue({ alg: 'RS256' }, payload, rsa.privateKey).split('.');
  assert.equal(judge(`${header}.${body}.`, [verificationKey(rsa)]), 'TokenSignatureInvalid');
  assert.equal(judge(`${header}.${body}`, [verificationKey(rsa)]), 'JwtInvalid');
  const verdict = verifyToken(`${header}.${body}.`, anyToken, [KeySet.given([])], nowMs);
  assert.match(verdict.ok ? '' : verdict.message, /^IDX10504/);
});

test('JB-7 AT-2: an encrypted token is refused before anything is decrypted or decompressed', () => {
  const token = `${encode({ alg: 'dir', enc: 'A128CBC-HS256', zip: 'DEF' })}..AQ.AQ.AQ`;
  const verdict = verifyToken(token, anyToken, [KeySet.given([hmac])], nowMs);
  assert.ok(!verdict.ok);
  assert.equal(verdict.reason, 'JwtInvalid');
  assert.match(verdict.message, /^IDX10609/);
  const pbes2 = `${encode({ alg: 'PBES2-HS256+A128KW', p2c: 2 ** 31, enc: 'A128GCM' })}.AQ.AQ.AQ.AQ`;
  assert.equal(judge(pbes2, [hmac]), 'JwtInvalid');
});

test('JB-10: kid is an opaque text', () => {
  const key = verificationKey(rsa, { id: '../../dev/null' });
  assert.equal(
    judge(issue({ alg: 'RS256', kid: '../../dev/null' }, payload, rsa.privateKey), [key]),
    'accepted',
  );
  const tricks = [
    '../../../etc/passwd',
    "x' UNION SELECT 'k",
    'https://evil.example/k',
    '__proto__',
    'constructor',
    '\0',
    '',
  ];
  for (const kid of tricks) {
    const forged = issue({ alg: 'HS256', kid }, payload, createSecretKey(Buffer.alloc(32)));
    assert.equal(
      judge(forged, [verificationKey(rsa, { id: 'a' }), hmac]),
      'TokenSignatureKeyNotFound',
      kid,
    );
  }
  for (const kid of [1, null, ['a'], {}]) {
    const token = issue({ alg: 'RS256', kid }, payload, rsa.privateKey);
    assert.equal(judge(token, [verificationKey(rsa)]), 'JwtInvalid');
  }
});

test('JB-10: keys that a token brings along are not looked at', () => {
  const jwk = otherRsa.publicKey.export({ format: 'jwk' });
  for (const header of [
    { jwk },
    { jku: 'https://evil.example/jwks' },
    { x5u: 'https://evil.example/c' },
    { x5c: ['MII'] },
  ]) {
    const forged = issue({ alg: 'RS256', ...header }, payload, otherRsa.privateKey);
    assert.equal(judge(forged, [verificationKey(rsa)]), 'TokenSignatureInvalid');
    const genuine = issue({ alg: 'RS256', ...header }, payload, rsa.privateKey);
    assert.equal(judge(genuine, [verificationKey(rsa)]), 'accepted');
  }
});

test('the key that kid names is the one that must fit', () => {
  const keys = [verificationKey(rsa, { id: 'a' }), verificationKey(otherRsa, { id: 'b' })];
  assert.equal(
    judge(issue({ alg: 'RS256', kid: 'b' }, payload, otherRsa.privateKey), keys),
    'accepted',
  );
  assert.equal(
    judge(issue({ alg: 'RS256', kid: 'a' }, payload, otherRsa.privateKey), keys),
    'TokenSignatureInvalid',
  );
  assert.equal(
    judge(issue({ alg: 'RS256', kid: 'A' }, payload, otherRsa.privateKey), keys),
    'accepted',
  );
});

test('several keys may have one id', () => {
  const keys = [
    verificationKey(p256, { id: 'a' }),
    verificationKey(rsa, { id: 'a' }),
    verificationKey(otherRsa, { id: 'a' }),
  ];
  assert.equal(
    judge(issue({ alg: 'RS256', kid: 'a' }, payload, otherRsa.privateKey), keys),
    'accepted',
  );
  assert.equal(
    judge(issue({ alg: 'ES256', kid: 'a' }, payload, p256.privateKey), keys),
    'accepted',
  );
});

test('without a known kid every key is tried', () => {
  const keys = [verificationKey(rsa, { id: 'a' }), verificationKey(otherRsa)];
  assert.equal(judge(issue({ alg: 'RS256' }, payload, otherRsa.privateKey), keys), 'accepted');
  assert.equal(
    judge(issue({ alg: 'RS256', kid: 'zzz' }, payload, rsa.privateKey), keys),
    'accepted',
  );
  assert.equal(
    judge(issue({ alg: 'RS256' }, payload, newRsa().privateKey), keys),
    'TokenSignatureInvalid',
  );
});

test('x5t names a key where there is no kid', () => {
  const keys = [verificationKey(rsa, { x5t: 't' }), verificationKey(otherRsa, { x5t: 'u' })];
  assert.equal(judge(issue({ alg: 'RS256', x5t: 't' }, payload, rsa.privateKey), keys), 'accepted');
  assert.equal(
    judge(issue({ alg: 'RS256', x5t: 't' }, payload, otherRsa.privateKey), keys),
    'TokenSignatureInvalid',
  );
});

test('an unknown key is told apart from a bad signature', () => {
  const token = issue({ alg: 'RS256', kid: 'new' }, payload, otherRsa.privateKey);
  assert.equal(judge(token, [verificationKey(rsa, { id: 'old' })]), 'TokenSignatureKeyNotFound');
  assert.equal(judge(token, []), 'TokenSignatureKeyNotFound');
  assert.equal(outcome(verifyToken(token, anyToken, [], nowMs)), 'TokenSignatureKeyNotFound');
});

test('JB-13: critical extensions and unencoded payloads are refused', () => {
  for (const header of [
    { crit: ['exp'], exp: now },
    { crit: ['b64'], b64: false },
    { crit: ['http://example.com/UNDEFINED'], 'http://example.com/UNDEFINED': true },
    { crit: [] },
    { crit: 'exp' },
    { crit: null },
    { crit: ['alg'] },
    { b64: false },
    { b64: 'false' },
  ]) {
    const token = issue({ alg: 'RS256', ...header }, payload, rsa.privateKey);
    assert.equal(judge(token, [verificationKey(rsa)]), 'JwtInvalid', JSON.stringify(header));
  }
  assert.equal(
    judge(issue({ alg: 'RS256', b64: true }, payload, rsa.privateKey), [verificationKey(rsa)]),
    'accepted',
  );
});

test('JB-14: duplicate members are refused though the signature is genuine', () => {
  const twice = `{"sub":"a","exp":${now + 60},"sub":"b"}`;
  assert.equal(
    judge(issue({ alg: 'RS256' }, twice, rsa.privateKey), [verificationKey(rsa)]),
    'JwtInvalid',
  );
});

test('an absent token is told apart from a bad one', () => {
  const verdict = verifyToken('', anyToken, [KeySet.given([hmac])], nowMs);
  assert.deepEqual(verdict, {
    ok: false,
    reason: 'TokenNotPresent',
    message: 'JWT not present.',
    detail: '',
  });
});

test('no message repeats token or key', () => {
  const token = issue(
    { alg: 'HS256', kid: 'x'.repeat(50) },
    payload,
    createSecretKey(Buffer.alloc(32)),
  );
  const verdict = verifyToken(token, anyToken, [KeySet.given([hmac, verificationKey(rsa)])], nowMs);
  assert.ok(!verdict.ok);
  const told = `${verdict.message} ${verdict.detail}`;
  for (const part of [...token.split('.'), 'x'.repeat(50), secretBytes.toString('base64url')]) {
    assert.ok(!told.includes(part));
  }
});
