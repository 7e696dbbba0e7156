import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeaderMap } from './HeaderMap.ts';
import { endToEnd } from './hopByHop.ts';

test('RFC 9110 §7.6.1: fields of the connection and those that Connection names end here', () => {
  const headers = new HeaderMap([
    ['Connection', 'keep-alive, x-hop'],
    ['X-Hop', '1'],
    ['Keep-Alive', 'timeout=5'],
    ['X-End', '2'],
  ]);
  assert.deepEqual([...endToEnd(headers)], [['X-End', '2']]);
});

test('HP-7: naming it in Connection takes away neither a credential nor what was set here', () => {
  const headers = new HeaderMap([
    ['Connection', 'authorization, x-internal'],
    ['Authorization', 'Bearer token'],
  ]);
  headers.set('x-internal', 'gateway');
  assert.deepEqual(
    [...endToEnd(headers)],
    [
      ['Authorization', 'Bearer token'],
      ['x-internal', 'gateway'],
    ],
  );
});

test('a header that is set to its own value counts as set, one that was received does not', () => {
  const headers = new HeaderMap([['Host', 'gateway.test']]);
  assert.equal(headers.wasSet('host'), false);
  headers.set('host', 'gateway.test');
  assert.equal(headers.wasSet('Host'), true);
});

test('what is said of trailers stays with the message, whoever names it in Connection', () => {
  const headers = new HeaderMap([
    ['Connection', 'TE, Trailer'],
    ['TE', 'trailers'],
    ['Trailer', 'x-sum'],
  ]);
  assert.deepEqual(endToEnd(headers).names(), ['TE', 'Trailer']);
});
