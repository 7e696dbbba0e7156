import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterScheme, withoutScheme } from './tokenPlace.ts';

test('a token may stand after any scheme, or alone', () => {
  for (const credentials of ['Bearer a.b.c', 'bearer   a.b.c', 'DPoP a.b.c', 'a.b.c'])
    assert.equal(withoutScheme(credentials), 'a.b.c', credentials);
});

test('in a header of its own only Bearer is taken for a scheme', () => {
  assert.equal(withoutScheme('BEARER a.b.c', 'bearer'), 'a.b.c');
  assert.equal(withoutScheme('a.b.c', 'bearer'), 'a.b.c');
  assert.equal(withoutScheme('Basic a.b.c', 'bearer'), 'Basic a.b.c');
});

test('a required scheme is compared without regard to case, and as a whole', () => {
  assert.equal(afterScheme('bEARER  a.b.c', 'Bearer'), 'a.b.c');
  for (const credentials of ['a.b.c', 'Bearer', 'Bearera.b.c', 'Basic a.b.c', 'Bear er a.b.c', ' '])
    assert.equal(afterScheme(credentials, 'Bearer'), undefined, credentials);
});

test('what follows a token stays, so that no part of it is taken for the token', () => {
  assert.equal(withoutScheme('Bearer a.b.c d.e.f'), 'a.b.c d.e.f');
  assert.equal(afterScheme('Bearer a.b.c, Bearer d.e.f', 'Bearer'), 'a.b.c, Bearer d.e.f');
});
