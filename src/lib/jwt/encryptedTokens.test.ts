import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { CompactEncrypt } from 'jose';
import { DecryptionKeys, privateDecryptionKey, secretDecryptionKey } from './DecryptionKey.ts';
import { KeySet } from './KeySet.ts';
import { givenKeys } from './KeySource.ts';
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
import { TokenVerifier } from './TokenVerifier.ts';
import { VerifiedTokens } from './verifiedTokens.ts';
import { verifyToken } from './verify.ts';
import type { Verdict } from './verify.ts';

const signer = newEc('P-256');
const set = KeySet.given([verificationKey(signer, { id: 'k' })]);
const secret = randomBytes(32);
const keysOf = (bytes: Uint8Array): DecryptionKeys =>
  new DecryptionKeys([usable(secretDecryptionKey(bytes))]);
const keys = keysOf(secret);

const claims = { iss: 'https://a.example', sub: 'ada', aud: 'x', exp: now + 60 };
const signed = (payload: object = claims, alg = 'ES256'): string =>
  issue({ alg, kid: 'k' }, payload, signer.privateKey, 'ES256');

/** Encrypts a text with the other implementation. */
function seal(content: string, header: object = { cty: 'JWT' }): Promise<string> {
  return new CompactEncrypt(Buffer.from(content))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...header })
    .encrypt(secret);
}

function judge(token: string, rules: object = {}, more: Partial<Options> = {}): Verdict {
  const all: TokenRules = { ...anyToken, ...rules };
  const { sets = [set], decryptionKeys = keys, cache, at = nowMs } = more;
  return verifyToken(token, all, sets, at, cache, decryptionKeys);
}

interface Options {
  sets: readonly KeySet[];
  decryptionKeys: DecryptionKeys;
  cache: VerifiedTokens;
  at: number;
}

const lax = { requireSignedTokens: false };

test('JB-4: both layers are verified, and the claims are those of the signed token', async () => {
  const verdict = judge(await seal(signed()));
  assert.ok(verdict.ok);
  assert.equal(verdict.jwt.subject, 'ada');
  assert.equal(verdict.jwt.algorithm, 'ES256');
  assert.deepEqual(verdict.jwt.claims.get('sub'), ['ada']);
  const forged = issue({ alg: 'ES256', kid: 'k' }, claims, newEc('P-256').privateKey);
  assert.equal(outcome(judge(await seal(forged))), 'TokenSignatureInvalid');
  assert.equal(outcome(judge(await seal(forged), lax)), 'TokenSignatureInvalid');
});

test('every rule holds for the token within', async () => {
  const token = await seal(signed());
  assert.equal(
    outcome(judge(token, { audiences: ['x'], issuers: ['https://a.example'] })),
    'accepted',
  );
  assert.equal(outcome(judge(token, { audiences: ['y'] })), 'TokenAudienceNotAllowed');
  assert.equal(outcome(judge(token, { issuers: ['https://b.example'] })), 'TokenIssuerNotAllowed');
  assert.equal(outcome(judge(token, {}, { at: nowMs + 60_000 })), 'TokenExpired');
});

test('JB-3: encrypted is not signed: claims alone and alg none need require-signed-tokens=false', async () => {
  const unsigned = `${encode({ alg: 'none' })}.${encode(claims)}.`;
  for (const token of [
    await seal(JSON.stringify(claims), {}),
    await seal(unsigned),
    await seal(unsigned, {}),
  ]) {
    assert.equal(outcome(judge(token)), 'TokenSignatureInvalid');
    assert.equal(outcome(judge(token, lax)), 'accepted');
    assert.equal(outcome(judge(token, { ...lax, audiences: ['y'] })), 'TokenAudienceNotAllowed');
    assert.equal(outcome(judge(token, lax, { at: nowMs + 60_000 })), 'TokenExpired');
  }
});

test('what is encrypted is a signed token or claims, and nothing else', async () => {
  for (const content of [
    '',
    'x',
    '[]',
    '{',
    '{}x',
    '{"a":1,"a":2}',
    'a.b.c',
    '\u00e9.e.e',
    '"x"',
    ' {}',
  ]) {
    assert.equal(outcome(judge(await seal(content, {}), lax)), 'JwtInvalid', content);
  }
  assert.equal(outcome(judge(await seal(JSON.stringify(claims)), lax)), 'JwtInvalid');
});

test('RFC 7519 §5.2: cty says JWT, in any case, or nothing', async () => {
  for (const header of [{}, { cty: 'JWT' }, { cty: 'jwt' }, { cty: 'application/jwt' }])
    assert.equal(outcome(judge(await seal(signed(), header))), 'accepted');
  for (const header of [{ cty: 'json' }, { cty: '' }, { cty: 'JWT ' }])
    assert.equal(outcome(judge(await seal(signed(), header))), 'JwtInvalid');
});

test('JB-14: a token that is encrypted twice is refused', async () => {
  assert.equal(outcome(judge(await seal(await seal(signed())))), 'JwtInvalid');
});

test('RFC 7519 §5.3: claims that the header repeats must be those of the token', async () => {
  const replicas = { iss: claims.iss, sub: claims.sub, aud: claims.aud };
  assert.equal(outcome(judge(await seal(signed(), { ...replicas }))), 'accepted');
  for (const replica of [{ iss: 'https://b.example' }, { sub: 'bob' }, { aud: ['x'] }])
    assert.equal(outcome(judge(await seal(signed(), { ...replicas, ...replica }))), 'JwtInvalid');
});

test('JB-2: a key that decrypts verifies nothing', async () => {
  const rsa = newRsa();
  const decryptionKeys = new DecryptionKeys([usable(privateDecryptionKey(rsa.privateKey))]);
  const inner = issue({ alg: 'RS256' }, claims, rsa.privateKey);
  const token = await new CompactEncrypt(Buffer.from(inner))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256', cty: 'JWT' })
    .encrypt(rsa.publicKey);
  assert.equal(outcome(judge(token, {}, { decryptionKeys })), 'TokenSignatureInvalid');
});

test('a verified token is remembered by its encrypted form alone', async () => {
  const cache = new VerifiedTokens();
  const token = await seal(signed());
  judge(token, {}, { cache });
  const first = judge(token, {}, { cache });
  assert.equal(judge(token, {}, { cache }), first);
  assert.equal(cache.size, 1);
  assert.equal(cache.get(signed()), undefined);
  assert.equal(outcome(judge(token, {}, { cache, at: nowMs + 60_000 })), 'TokenExpired');
  assert.equal(outcome(judge(token, { audiences: ['y'] }, { cache })), 'TokenAudienceNotAllowed');
});

test('a remembered token is good for those who hold both keys, and for nobody else', async () => {
  const cache = new VerifiedTokens();
  const token = await seal(signed());
  judge(token, {}, { cache });
  const first = judge(token, {}, { cache });
  // Another policy with the same keys has imported them for itself.
  const sets = [KeySet.given([verificationKey(signer, { id: 'k' })])];
  assert.equal(judge(token, {}, { cache, sets, decryptionKeys: keysOf(secret) }), first);
  for (const decryptionKeys of [new DecryptionKeys(), keysOf(randomBytes(32))])
    assert.equal(outcome(judge(token, {}, { cache, decryptionKeys })), 'JwtInvalid');
  const others = [KeySet.given([verificationKey(newEc('P-256'), { id: 'k' })])];
  assert.equal(outcome(judge(token, {}, { cache, sets: others })), 'TokenSignatureInvalid');
});

test('what was accepted unsigned is never remembered', async () => {
  const cache = new VerifiedTokens();
  assert.equal(outcome(judge(await seal(JSON.stringify(claims), {}), lax, { cache })), 'accepted');
  assert.equal(cache.size, 0);
});

test('a verifier decrypts, and asks for an unknown signing key as for any token', async () => {
  let refreshed = 0;
  const source = givenKeys([verificationKey(signer, { id: 'k' })]);
  const late = KeySet.given([verificationKey(signer, { id: 'new' })]);
  const verifier = new TokenVerifier({
    sources: [{ ...source, refresh: () => (refreshed++, Promise.resolve(late)) }],
    decryptionKeys: keys,
    now: () => nowMs,
  });
  const known = verifier.verify(await seal(signed()), anyToken);
  assert.ok(!(known instanceof Promise) && known.ok);
  const rotated = issue({ alg: 'ES256', kid: 'new' }, claims, newEc('P-256').privateKey);
  const verdict = await verifier.verify(await seal(rotated), anyToken);
  assert.equal(outcome(verdict), 'TokenSignatureInvalid');
  assert.equal(refreshed, 1);
});

test('AT-2: without a decryption key an encrypted token is refused, also after its header', async () => {
  const verdict = judge(await seal(signed()), {}, { decryptionKeys: new DecryptionKeys() });
  assert.ok(!verdict.ok);
  assert.match(verdict.message, /^IDX10609/);
});
