import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeBase64, encodeBase64 } from './base64.ts';

test('bytes round trip, also with line breaks', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
    assert.deepEqual(decodeBase64(encodeBase64(bytes)), bytes);
    const broken = encodeBase64(bytes, true);
    assert.ok(broken.split('\r\n').every((line) => line.length <= 76));
    assert.deepEqual(decodeBase64(broken), bytes);
  }
});

test('white space is ignored and padding is not optional', () => {
  assert.deepEqual(decodeBase64(' Z m\t9v\r\n'), Uint8Array.from(Buffer.from('foo')));
  assert.deepEqual(decodeBase64('Zh=='), Uint8Array.of(0x66));
  assert.deepEqual(decodeBase64(''), new Uint8Array());
  for (const text of [
    'Zg',
    'Zg=',
    'Z===',
    '====',
    'Zg==Zg==',
    'Z-_=',
    'Zm9v=',
    '\u00a0Zm9v',
    'Zm\v9v',
  ]) {
    assert.equal(decodeBase64(text), undefined, text);
  }
});
