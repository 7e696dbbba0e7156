import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChunkedDecoder } from './ChunkedDecoder.ts';
import { Malformed } from './Malformed.ts';

interface Decoded {
  readonly content: string;
  /** What stands behind the body; undefined when the body has not ended. */
  readonly rest: string | undefined;
}

/** Decodes in pieces of that many bytes. */
function decode(text: string, size: number): Decoded {
  const decoder = new ChunkedDecoder();
  const bytes = Buffer.from(text, 'latin1');
  let content = '';
  let at = 0;
  while (at < bytes.length && !decoder.isDone) {
    const piece = bytes.subarray(at, at + size);
    at += decoder.decode(piece, 0, (part) => {
      content += part.toString('latin1');
      return true;
    });
  }
  return { content, rest: decoder.isDone ? bytes.toString('latin1', at) : undefined };
}

test('chunks become one content, however they arrive', () => {
  const text = '5\r\nhello\r\n6;a=b;c="d\\"e"\r\n world\r\n0\r\nX: 1\r\nY: 2\r\n\r\nGET /';
  for (let size = 1; size <= text.length; size++) {
    assert.deepEqual(decode(text, size), { content: 'hello world', rest: 'GET /' });
  }
});

test('the small chunks of one read are handed on as one part, large ones are not moved', () => {
  const [small, large] = ['1\r\nx\r\n'.repeat(1_000), `2000\r\n${'y'.repeat(0x2000)}\r\n`];
  const bytes = Buffer.from(`${small}${large}${small}0\r\n\r\n`, 'latin1');
  const parts: string[] = [];
  new ChunkedDecoder().decode(bytes, 0, (part) => {
    parts.push(part.toString('latin1'));
    return true;
  });
  const [first, last] = ['x'.repeat(1_000), `${'y'.repeat(0x2000)}${'x'.repeat(1_000)}`];
  assert.deepEqual(parts, [first, last]);
});

test('whoever takes no more is given no more, and goes on where it stopped', () => {
  const large = `2000\r\n${'y'.repeat(0x2000)}\r\n`;
  const bytes = Buffer.from(`1\r\nx\r\n${large}0\r\n\r\n`, 'latin1');
  const decoder = new ChunkedDecoder();
  const lengths: number[] = [];
  let at = 0;
  while (!decoder.isDone) {
    at = decoder.decode(bytes, at, (part) => {
      lengths.push(part.length);
      return false;
    });
  }
  assert.deepEqual([lengths, at], [[1, 0x2000], bytes.length]);
});

test('a body without its last chunk has not ended', () => {
  for (const text of ['5\r\nhello\r\n', '0\r\n', '0\r\nX: 1\r\n', '5']) {
    assert.equal(decode(text, text.length).rest, undefined, JSON.stringify(text));
  }
});

test('HP-4: sizes, extensions, line breaks and trailers that are not exactly right are refused', () => {
  const spoiled = [
    '5 \r\nhello\r\n0\r\n\r\n',
    ' 5\r\nhello\r\n0\r\n\r\n',
    '+5\r\nhello\r\n0\r\n\r\n',
    '-1\r\n',
    '0x5\r\nhello\r\n0\r\n\r\n',
    '5\nhello\n0\n\n',
    '5\r\r\nhello\r\n0\r\n\r\n',
    '5\r\nhello0\r\n\r\n',
    '5\r\nhello\n\r0\r\n\r\n',
    '5\r\nhello!\r\n0\r\n\r\n',
    '123456789\r\n',
    'FFFFFFFFFFFFFFFF1\r\n',
    '\r\n',
    ';a\r\n',
    '5;\r\nhello\r\n0\r\n\r\n',
    '5;a=\0\r\nhello\r\n0\r\n\r\n',
    '5;a="\r\n"\r\nhello\r\n0\r\n\r\n',
    `5;${'a'.repeat(300)}\r\nhello\r\n0\r\n\r\n`,
    '0\r\nX : 1\r\n\r\n',
    '0\r\n folded\r\n\r\n',
    '0\r\nX: 1\n\n',
    '0\r\nContent-Length: 0\r\n\r\n',
    '0\r\nX: 1\r\ntransfer-encoding: chunked\r\n\r\n',
    '0\r\nCONNECTION: close\r\n\r\n',
    `0\r\n${'X: 1\r\n'.repeat(2_000)}\r\n`,
  ];
  for (const text of spoiled) {
    for (const size of [1, text.length]) {
      assert.throws(() => decode(text, size), Malformed, JSON.stringify(text));
    }
  }
});
