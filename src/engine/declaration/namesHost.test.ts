import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesHost } from './namesHost.ts';
import type { Value } from './Value.ts';

function expression(code: string): Value<string> {
  return Object.assign(() => '', { reads: { requestBody: false, responseBody: false }, code });
}

test('an expression names the hosts that it spells out, whatever it does with them', () => {
  for (const code of [
    '"http://orders.internal:8080/" + id',
    '"http://orders.internal:8080" + path',
    '$"http://orders.internal:8080/{id}?a={b}"',
    'string.Format("http://orders.internal:8080/{0}", id)',
    'even ? "http://orders.internal:8080" : "https://other.internal"',
    'var hosts = new [] { "http://10.0.0.4/", "HTTP://Orders.Internal:8080/" }; return hosts[n];',
  ]) {
    assert.equal(namesHost(expression(code))('http://orders.internal:8080/x?y'), true, code);
  }
});

test('OW-7: what a call makes of the host is not named', () => {
  const named = namesHost(expression('"http://orders.internal" + tail'));
  for (const address of [
    'http://orders.internal:8080/',
    'http://orders.internal.evil.test/',
    'http://orders.internal@169.254.169.254/',
    'https://orders.internal/',
    'http://127.0.0.1/?http://orders.internal/',
  ]) {
    assert.equal(named(address), false, address);
  }
  for (const code of ['"http://" + host + "/"', 'host', '$"http://{host}/"', '"//a.test/" + x']) {
    assert.equal(namesHost(expression(code))('http://a.test/'), false, code);
  }
});

test('a literal names its host', () => {
  const literal: Value<string> = Object.assign(() => 'http://10.0.0.1/', {
    constant: { value: 'http://10.0.0.1/' },
    reads: { requestBody: false, responseBody: false },
  });
  assert.equal(namesHost(literal)('http://10.0.0.1/'), true);
});
