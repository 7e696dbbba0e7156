import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headText } from './HeadText.ts';
import { Malformed } from './Malformed.ts';
import { parseResponseHead } from './responseHead.ts';
import type { ResponseHead } from './responseHead.ts';

function parse(text: string, method = 'GET'): ResponseHead {
  return parseResponseHead(headText(text), method, { maxHeaderBytes: 1_000, maxHeaders: 10 });
}

test('a status line is read with or without a reason', () => {
  assert.deepEqual(
    [parse('HTTP/1.1 404 Not Found\r\n').status, parse('HTTP/1.1 404 Not Found\r\n').reason],
    [404, 'Not Found'],
  );
  assert.equal(parse('HTTP/1.1 200 \r\n').reason, '');
  assert.equal(parse('HTTP/1.1 200\r\n').reason, '');
});

test('RFC 9112 §6.3: the end of the content follows from method, status and fields', () => {
  const length = 'Content-Length: 5\r\n';
  assert.equal(parse(`HTTP/1.1 200 OK\r\n${length}`).framing, 5);
  assert.equal(parse(`HTTP/1.1 200 OK\r\n${length}`, 'HEAD').framing, 0);
  assert.equal(parse(`HTTP/1.1 304 Not Modified\r\n${length}`).framing, 0);
  assert.equal(parse(`HTTP/1.1 204 No Content\r\n${length}`).framing, 0);
  assert.equal(parse('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n').framing, 'chunked');
  assert.equal(parse('HTTP/1.1 200 OK\r\n').framing, 'close');
});

test('a connection is kept only when both sides would keep it', () => {
  assert.ok(parse('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n').isPersistent);
  assert.ok(!parse('HTTP/1.1 200 OK\r\n').isPersistent);
  assert.ok(!parse('HTTP/1.0 200 OK\r\nContent-Length: 0\r\n').isPersistent);
  assert.ok(!parse('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n').isPersistent);
});

test('what is not exactly a response is refused', () => {
  const spoiled = [
    'HTTP/2 200 OK\r\n',
    'HTTP/1.1 20 OK\r\n',
    'HTTP/1.1 2000 OK\r\n',
    'HTTP/1.1 099 OK\r\n',
    'HTTP/1.1  200 OK\r\n',
    'http/1.1 200 OK\r\n',
    'HTTP/1.1 200OK\r\n',
    'HTTP/1.1 200 O\rK\r\n',
    'HTTP/1.1 200 OK\nX: 1\r\n',
    'HTTP/1.1 200 OK\r\nX : 1\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n',
    'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n',
  ];
  for (const text of spoiled) assert.throws(() => parse(text), Malformed, JSON.stringify(text));
});
