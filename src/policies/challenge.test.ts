import assert from 'node:assert/strict';
import { test } from 'node:test';
import { challenge } from './challenge.ts';

test('RFC 6750 §3.1: the error is told where there was a token, and not where there was none', () => {
  assert.deepEqual(challenge({ reason: 'TokenNotPresent' }), ['WWW-Authenticate', 'Bearer']);
  assert.deepEqual(challenge({ reason: 'TokenExpired' }), [
    'WWW-Authenticate',
    'Bearer error="invalid_token"',
  ]);
});

test('the scheme that a policy requires is the one that is asked for, if it can stand in a header', () => {
  assert.deepEqual(challenge({ reason: 'TokenNotPresent' }, 'DPoP'), ['WWW-Authenticate', 'DPoP']);
  for (const scheme of ['', 'a b', 'Bearer\r\nx-evil: 1', 'Bearer, Basic', 'é'])
    assert.deepEqual(challenge({ reason: 'TokenNotPresent' }, scheme)[1], 'Bearer', scheme);
});
