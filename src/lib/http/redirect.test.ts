import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Body } from './Body.ts';
import { strictTls } from './exchange.ts';
import type { IncomingResponse, OutgoingRequest } from './exchange.ts';
import { HeaderMap } from './HeaderMap.ts';
import type { HeaderLine } from './HeaderMap.ts';
import { redirected } from './redirect.ts';

function request(more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    method: 'GET',
    url: 'https://one.test/a/b?c=1',
    headers: new HeaderMap([
      ['Authorization', 'Bearer token'],
      ['Accept', 'text/plain'],
      ['x-key', 'secret'],
    ]),
    body: null,
    timeoutMs: 1_000,
    tls: { ...strictTls, clientCertificate: { certificate: 'pem', key: 'pem' } },
    ...more,
  };
}

function response(status: number, ...lines: readonly HeaderLine[]): IncomingResponse {
  return { status, reason: '', headers: new HeaderMap(lines), body: null };
}

test('a relative address is taken from the one that was asked', () => {
  const next = redirected(request(), response(302, ['Location', '../d#part']));
  assert.equal(next?.url, 'https://one.test/d');
  assert.equal(next.headers.get('authorization'), 'Bearer token');
});

test('OB-5: another host, port or scheme learns no credentials', () => {
  for (const location of ['https://two.test/', 'https://one.test:8443/', '//two.test/']) {
    const next = redirected(request(), response(307, ['Location', location]), ['X-Key']);
    assert.deepEqual([...(next?.headers ?? [])], [['Accept', 'text/plain']], location);
    assert.equal(next?.tls.clientCertificate, undefined);
  }
});

test('OW-7: a redirect to another origin leads to a host that the configuration does not name', () => {
  const sent = request({ hostIsConfigured: true });
  for (const location of ['https://two.test/', 'https://one.test:8443/', 'https://127.0.0.1/']) {
    const next = redirected(sent, response(302, ['Location', location]));
    assert.equal(next?.hostIsConfigured, false, location);
  }
  assert.equal(redirected(sent, response(302, ['Location', '/d']))?.hostIsConfigured, true);
});

test('the request that was sent keeps its headers', () => {
  const sent = request();
  redirected(sent, response(302, ['Location', 'https://two.test/']));
  assert.equal(sent.headers.has('authorization'), true);
});

test('a redirect from https to http, to another scheme or to nowhere is not followed', () => {
  const lines: HeaderLine[][] = [
    [['Location', 'http://one.test/']],
    [['Location', 'ftp://one.test/']],
    [['Location', 'https://']],
    [],
    [
      ['Location', '/x'],
      ['Location', '/y'],
    ],
  ];
  for (const each of lines) assert.equal(redirected(request(), response(302, ...each)), undefined);
});

test('credentials in the address of a redirect are not sent', () => {
  const next = redirected(request(), response(302, ['Location', 'https://user:word@two.test/']));
  assert.equal(next?.url, 'https://two.test/');
});

test('RFC 9110 §15.4: who must ask again with GET does, without a body', () => {
  const post = (): OutgoingRequest =>
    request({
      method: 'POST',
      body: Body.ofText('{}'),
      headers: new HeaderMap([['Content-Type', 'application/json']]),
    });
  const methods = [301, 302, 303, 307, 308].map((status) => {
    const next = redirected(post(), response(status, ['Location', '/x']));
    return [status, next?.method, next?.body !== null, next?.headers.has('content-type')];
  });
  assert.deepEqual(methods, [
    [301, 'GET', false, false],
    [302, 'GET', false, false],
    [303, 'GET', false, false],
    [307, 'POST', true, true],
    [308, 'POST', true, true],
  ]);
});

test('a status that is no redirect is none, whatever it names', () => {
  for (const status of [200, 201, 300, 304, 400]) {
    assert.equal(redirected(request(), response(status, ['Location', '/x'])), undefined);
  }
});
