import assert from 'node:assert/strict';
import test from 'node:test';
import { Jwt } from './claims.ts';
import { KeySet } from './KeySet.ts';
import { anyToken, issue, newEc, now, nowMs, outcome, verificationKey } from './tokens.fixture.ts';
import { VerifiedTokens } from './verifiedTokens.ts';
import { verifyToken } from './verify.ts';
import type { Acceptance } from './verify.ts';

const pair = newEc('P-256');
const issuer = 'https://a.example';
const set = KeySet.published([verificationKey(pair, { id: 'k' })], [issuer]);
const token = issue(
  { alg: 'ES256', kid: 'k' },
  { iss: issuer, aud: 'x', exp: now + 60 },
  pair.privateKey,
);

function entry(): Acceptance {
  return { ok: true, jwt: new Jwt({}, {}, ''), key: undefined, decryptionKey: undefined };
}

/** A cache with the token in it. */
function warm(): VerifiedTokens {
  const cache = new VerifiedTokens();
  for (let times = 0; times < 2; times++) {
    assert.ok(verifyToken(token, anyToken, [set], nowMs, cache).ok);
  }
  assert.equal(cache.size, 1);
  return cache;
}

/** Has a cache keep what it is shown. */
function keep(cache: VerifiedTokens, name: string, acceptance = entry()): void {
  cache.add(name, acceptance);
  cache.add(name, acceptance);
}

test('a token that comes once is not kept, one that comes again is', () => {
  const cache = new VerifiedTokens();
  verifyToken(token, anyToken, [set], nowMs, cache);
  assert.equal(cache.size, 0);
  verifyToken(token, anyToken, [set], nowMs, cache);
  assert.equal(cache.size, 1);
});

test('tokens that come once do not take the place of those in use', () => {
  const cache = new VerifiedTokens({ maxTokens: 10, maxCharacters: 1e6 });
  keep(cache, 'used');
  for (let i = 0; i < 1000; i++) cache.add(`token ${i}`, entry());
  assert.notEqual(cache.get('used'), undefined);
});

test('a hit is the acceptance that was made before, not a new one', () => {
  const cache = warm();
  const first = verifyToken(token, anyToken, [set], nowMs, cache);
  assert.equal(verifyToken(token, anyToken, [set], nowMs, cache), first);
});

test('a token is never served past its exp', () => {
  const cache = warm();
  assert.equal(outcome(verifyToken(token, anyToken, [set], nowMs + 59_999, cache)), 'accepted');
  assert.equal(outcome(verifyToken(token, anyToken, [set], nowMs + 60_000, cache)), 'TokenExpired');
});

test('every rule is asked again at every hit', () => {
  const cache = warm();
  const judge = (rules: object): string =>
    outcome(verifyToken(token, { ...anyToken, ...rules }, [set], nowMs, cache));
  assert.equal(judge({ audiences: ['x'] }), 'accepted');
  assert.equal(judge({ audiences: ['y'] }), 'TokenAudienceNotAllowed');
  assert.equal(judge({ issuers: ['y'] }), 'TokenIssuerNotAllowed');
  assert.equal(judge({ types: ['y'] }), 'JwtInvalid');
  assert.equal(judge({ algorithms: ['RS256'] }), 'TokenSignatureInvalid');
  assert.equal(
    judge({ requiredClaims: [{ name: 'y', match: 'all', values: [] }] }),
    'TokenClaimNotFound',
  );
});

test('a token is forgotten with the key that verified it, and not when another key joins', () => {
  const cache = warm();
  const joined = KeySet.published(
    [verificationKey(newEc('P-256')), verificationKey(pair, { id: 'k' })],
    [issuer],
    set,
  );
  const first = verifyToken(token, anyToken, [set], nowMs, cache);
  assert.equal(verifyToken(token, anyToken, [joined], nowMs, cache), first);
  const rotated = KeySet.published(
    [verificationKey(newEc('P-256'), { id: 'k2' })],
    [issuer],
    joined,
  );
  assert.equal(
    outcome(verifyToken(token, anyToken, [rotated], nowMs, cache)),
    'TokenSignatureKeyNotFound',
  );
  const swapped = KeySet.published([verificationKey(newEc('P-256'), { id: 'k' })], [issuer], set);
  assert.equal(
    outcome(verifyToken(token, anyToken, [swapped], nowMs, cache)),
    'TokenSignatureInvalid',
  );
  assert.equal(
    outcome(verifyToken(token, anyToken, [KeySet.unavailable('x')], nowMs, cache)),
    'JwtInvalid',
  );
});

test('JB-8: a cache that several verifiers share lends no key from one to another', () => {
  const cache = warm();
  const other = KeySet.published([verificationKey(newEc('P-256'))], [issuer]);
  assert.equal(
    outcome(verifyToken(token, anyToken, [other], nowMs, cache)),
    'TokenSignatureKeyNotFound',
  );
  const [asB, asC] = ['b', 'c'].map((name) =>
    KeySet.published(set.keys, [`https://${name}.example`]),
  );
  assert.ok(asB !== undefined && asC !== undefined);
  assert.equal(
    outcome(verifyToken(token, anyToken, [asB, asC], nowMs, cache)),
    'TokenIssuerNotAllowed',
  );
  const listed = { ...anyToken, issuers: [issuer] };
  assert.equal(outcome(verifyToken(token, listed, [asB], nowMs, cache)), 'accepted');
  assert.equal(
    outcome(verifyToken(token, listed, [asB, asC], nowMs, cache)),
    'TokenIssuerNotAllowed',
  );
});

test('equal keys of two policies count as one, and a key under another name does not', () => {
  const cache = new VerifiedTokens();
  const mine = KeySet.given([verificationKey(pair, { id: 'k' })]);
  verifyToken(token, anyToken, [mine], nowMs, cache);
  const first = verifyToken(token, anyToken, [mine], nowMs, cache);
  const equal = KeySet.given([verificationKey(pair, { id: 'k' })]);
  assert.equal(verifyToken(token, anyToken, [equal], nowMs, cache), first);
  const renamed = KeySet.given([verificationKey(pair, { id: 'other' })]);
  assert.notEqual(verifyToken(token, anyToken, [renamed], nowMs, cache), first);
  assert.ok(!mine.has(verificationKey(newEc('P-256'), { id: 'k' })));
});

test('a token that another key verifies now is remembered with that one', () => {
  const cache = warm();
  const other = KeySet.given([verificationKey(pair, { id: 'new name' })]);
  const second = verifyToken(token, anyToken, [other], nowMs, cache);
  assert.ok(second.ok);
  assert.equal(verifyToken(token, anyToken, [other], nowMs, cache), second);
  assert.equal(cache.size, 1);
});

test('only tokens that a key verified are remembered', () => {
  const cache = new VerifiedTokens();
  const forged = issue(
    { alg: 'ES256', kid: 'k' },
    { iss: issuer, exp: now + 60 },
    newEc('P-256').privateKey,
  );
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
  const lax = { ...anyToken, requireSignedTokens: false };
  assert.equal(outcome(verifyToken(forged, lax, [set], nowMs, cache)), 'TokenSignatureInvalid');
  assert.equal(outcome(verifyToken(unsigned, lax, [set], nowMs, cache)), 'accepted');
  assert.equal(cache.size, 0);
});

test('the number of tokens is bounded, and those in use stay', () => {
  const cache = new VerifiedTokens({ maxTokens: 10, maxCharacters: 1e6 });
  const used = entry();
  keep(cache, 'used', used);
  for (let i = 0; i < 1000; i++) {
    keep(cache, `token ${i}`);
    assert.equal(cache.get('used'), used);
    assert.ok(cache.size <= 10);
  }
  assert.equal(cache.get('token 0'), undefined);
  assert.notEqual(cache.get('token 999'), undefined);
});

test('the characters of all tokens together are bounded', () => {
  const cache = new VerifiedTokens({ maxTokens: 1000, maxCharacters: 1000 });
  for (let i = 0; i < 100; i++) keep(cache, String(i).padStart(100));
  assert.equal(cache.size, 10);
  keep(cache, 'x'.repeat(501));
  assert.equal(cache.get('x'.repeat(501)), undefined);
  for (let i = 0; i < 100; i++) keep(cache, 'y'.repeat(100));
  assert.notEqual(cache.get('99'.padStart(100)), undefined);
});
