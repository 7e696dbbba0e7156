import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeaderMap } from './HeaderMap.ts';
import { acceptsTrailers, announcedTrailers, onwardTrailers, trailerText } from './trailers.ts';

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

test('a field that was removed from the head here does not come back behind the content', () => {
  const cleaned = new HeaderMap([['X-User', 'mallory']]);
  cleaned.set('X-User');
  cleaned.set('X-Never-Was');
  const trailers = new HeaderMap([
    ['x-user', 'mallory'],
    ['x-never-was', '1'],
    ['x-sum', '1'],
  ]);
  assert.deepEqual([...(onwardTrailers(trailers, cleaned) ?? [])], [['x-sum', '1']]);
});

test('announced are the proper names of Trailer that may come behind the content', () => {
  assert.equal(trailerText(head), 'Trailer: x-sum\r\n');
  assert.equal(trailerText(new HeaderMap()), '');
  assert.equal(trailerText(new HeaderMap([['Trailer', 'Host']])), '');
  const trailers = new HeaderMap([
    ['X-Sum', '1'],
    ['X-Other', '2'],
    ['X-User', 'mallory'],
  ]);
  assert.deepEqual([...(announcedTrailers(trailers, head) ?? [])], [['X-Sum', '1']]);
  assert.equal(announcedTrailers(trailers, new HeaderMap()), undefined);
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
