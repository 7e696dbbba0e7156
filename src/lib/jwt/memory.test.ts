import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import test from 'node:test';
import { KeySet } from './KeySet.ts';
import { anyToken, issue, newEc, now, nowMs, verificationKey } from './tokens.fixture.ts';
import { VerifiedTokens } from './verifiedTokens.ts';
import { verifyToken } from './verify.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

// A part of a text keeps the whole alive in V8, unless it was looked up in a Map before.
test('a remembered token does not keep the request alive that it came in', () => {
  const { privateKey, publicKey } = newEc('P-256');
  const sets = [KeySet.given([verificationKey({ privateKey, publicKey })])];
  const cache = new VerifiedTokens();
  const before = heapUsed();
  for (let i = 0; i < 20; i++) {
    const token = issue({ alg: 'ES256' }, { sub: `${i}`, exp: now + 60 }, privateKey);
    const end = '\r\nCookie: '.padEnd(500_000, 'x');
    const head = Buffer.from(`Authorization: Bearer ${token}${end}`, 'latin1').toString('latin1');
    const from = 'Authorization: Bearer '.length;
    // Asked for twice, since what is found moves on within the cache.
    for (let call = 0; call < 2; call++) {
      const sent = head.slice(from, from + token.length);
      assert.ok(verifyToken(sent, anyToken, sets, nowMs, cache).ok);
    }
  }
  assert.equal(cache.size, 20);
  assert.ok(heapUsed() - before < 3_000_000, 'the cache holds the heads of requests');
});
