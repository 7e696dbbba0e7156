import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { BodyTooLarge } from './Body.ts';
import { decodeContent, InvalidCoding } from './contentCoding.ts';

const text = 'order '.repeat(50);
const bytes = Buffer.from(text);
const read = (content: Uint8Array, ...codings: string[]): string | undefined => {
  const decoded = decodeContent(content, codings, 1_000);
  return decoded && Buffer.from(decoded).toString();
};

test('RFC 9110 §8.4.1: gzip, deflate and br are taken off, in any case, and identity is nothing', () => {
  assert.equal(read(gzipSync(bytes), 'gzip'), text);
  assert.equal(read(gzipSync(bytes), 'X-GZip'), text);
  assert.equal(read(deflateSync(bytes), 'deflate'), text);
  assert.equal(read(brotliCompressSync(bytes), 'br'), text);
  assert.equal(read(bytes, 'identity'), text);
  assert.equal(read(bytes), text);
});

test('codings are taken off in the order opposite to the one in which they were put on', () => {
  const twice = brotliCompressSync(gzipSync(bytes));
  assert.equal(read(twice, 'gzip, br'), text);
  assert.equal(read(twice, 'gzip', 'br'), text);
});

test('a coding that is not known leaves the content alone', () => {
  assert.equal(read(bytes, 'zstd-of-tomorrow'), undefined);
  assert.equal(read(bytes, 'constructor'), undefined);
  assert.equal(read(bytes, Array.from({ length: 5 }, () => 'identity').join(',')), undefined);
});

test('content that grows beyond the limit is refused before it has grown', () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  assert.ok(bomb.length < 20_000);
  assert.throws(() => read(bomb, 'gzip'), BodyTooLarge);
});

test('content that is not what its coding says is refused', () => {
  assert.throws(() => read(bytes, 'gzip'), InvalidCoding);
  assert.throws(() => read(gzipSync(bytes).subarray(0, 20), 'gzip'), InvalidCoding);
});
