import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import { frame, FramingError, maxContent, MessageReader } from './MessageReader.ts';

function read(...portions: readonly (string | Uint8Array)[]): string[] {
  const reader = new MessageReader();
  return portions.flatMap((each) => reader.push(Buffer.from(each)));
}

test('messages come out whole, however their bytes are cut', () => {
  const messages = fc.array(
    fc.string({ unit: 'grapheme' }).map((text) => ({ text })),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(messages, fc.array(fc.nat(60)), (sent, cuts) => {
      const bytes = Buffer.concat(sent.map(frame));
      const reader = new MessageReader();
      const received: string[] = [];
      let at = 0;
      for (const cut of [...cuts, bytes.length]) {
        received.push(...reader.push(bytes.subarray(at, at + cut)));
        at += cut;
      }
      assert.deepEqual(
        received.map((each): unknown => JSON.parse(each)),
        sent,
      );
      assert.ok(reader.isBetweenMessages);
    }),
  );
});

test('any bytes give messages or a FramingError, nothing else', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('Content-Length: ', '\r\n', '\r\n\r\n', '3', '{}', ':', '-1', '999999999'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        read(...pieces);
      } catch (error) {
        assert.ok(error instanceof FramingError);
      }
    }),
  );
});

test('other fields of the header are passed over, and names count without case', () => {
  const header = 'content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:2';
  assert.deepEqual(read(`${header}\r\n\r\n{}`), ['{}']);
  assert.deepEqual(read('Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1'), ['', '1']);
});

test('content that is too long is passed over, and the next message is read', () => {
  const reader = new MessageReader();
  const length = maxContent + 1;
  assert.deepEqual(reader.push(Buffer.from(`Content-Length: ${length}\r\n\r\n`)), []);
  assert.deepEqual(reader.push(Buffer.alloc(length - 1)), []);
  assert.deepEqual(reader.push(Buffer.from('xContent-Length: 2\r\n\r\n{}')), ['', '{}']);
});

test('a header that is too long, twofold, or without a usable length ends the reading', () => {
  for (const header of [
    'x'.repeat(5000),
    `X: ${'x'.repeat(5000)}\r\n\r\n`,
    'X: y\r\n\r\n',
    '\r\n\r\n',
    'Content-Length: -1\r\n\r\n',
    'Content-Length: 1e3\r\n\r\n',
    'Content-Length: 99999999999\r\n\r\n',
    'Content-Length: 1\r\nContent-Length: 1\r\n\r\n',
    'nonsense\r\n\r\n',
  ]) {
    assert.throws(() => read(header), FramingError, header.slice(0, 40));
  }
});
