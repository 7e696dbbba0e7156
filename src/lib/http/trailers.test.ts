import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeaderMap } from './HeaderMap.ts';
import { acceptsTrailers, announcedTrailers, onwardTrailers } from './trailers.ts';

const head = new HeaderMap([
  ['Trailer', 'X-Sum, authorization,Content-Length'],
  ['trailer', 'x-user, x sum, '],
  ['X-User', 'alice'],
]);

test('RFC 9110 §6.5.1: what frames, routes or admits a message is no trailer', () => {
  const names = [
    'Transfer-Encoding',
    'Content-Length',
    'Content-Type',
    'Host',
    'Authorization',
    'Cookie',
    'Set-Cookie',
    'X-Forwarded-For',
    'Trailer',
    'Ocp-Apim-Subscription-Key',
    'Sec-WebSocket-Key',
  ];
  for (const name of names) {
    assert.equal(onwardTrailers(new HeaderMap([[name, '1']]), new HeaderMap()), undefined, name);
  }
});

test('a trailer does not change a field of the head, however it is spelled', () => {
  const trailers = new HeaderMap([
    ['x-USER', 'mallory'],
    ['X-Sum', '1'],
    ['Content-Digest', 'sha-256=:AA==:'],
  ]);
  assert.deepEqual(
    [...(onwardTrailers(trailers, head) ?? [])],
    [
      ['X-Sum', '1'],
      ['Content-Digest', 'sha-256=:AA==:'],
    ],
  );
});

test('announced are the proper names of Trailer that may come behind the content', () => {
  assert.deepEqual(announcedTrailers(head), ['x-sum']);
  assert.deepEqual(announcedTrailers(new HeaderMap()), []);
});

test('TE says whether trailers are taken, RFC 9110 §10.1.4', () => {
  const te = (value: string) => acceptsTrailers(new HeaderMap([['TE', value]]));
  assert.deepEqual(['trailers', 'gzip, Trailers', 'trailers;q=0', 'xtrailers', ''].map(te), [
    true,
    true,
    false,
    false,
    false,
  ]);
});
