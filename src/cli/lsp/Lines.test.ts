import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import { Lines } from './Lines.ts';
import type { Position } from './protocol.ts';

/** Where a position stands, counted unit by unit as the protocol describes it. */
function offsetOf(text: string, { line, character }: Position): number {
  let at = 0;
  for (let left = line; left > 0; at++) {
    if (at >= text.length) return text.length;
    const isBreak = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
    if (isBreak) left--;
  }
  for (let left = character; left > 0 && at < text.length; left--, at++) {
    if (text[at] === '\n' || text[at] === '\r') break;
  }
  return at;
}

test('edits by ranges are edits of a plain string, whatever its line breaks are', () => {
  const piece = fc.constantFrom('a', '<b>', '😀', '\u{10400}x', '\r', '\n', '\r\n', '');
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const position = fc.record({ line: fc.nat(9), character: fc.nat(7) });
  const edit = fc.record({ start: position, end: position, text });
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 8 }), (before, edits) => {
      const lines = new Lines(before);
      let plain = before;
      for (const { start, end, text: written } of edits) {
        const [from = 0, to = 0] = [offsetOf(plain, start), offsetOf(plain, end)].toSorted(
          (one, other) => one - other,
        );
        plain = plain.slice(0, from) + written + plain.slice(to);
        lines.replace({ start, end }, written);
        assert.equal(lines.toString(), plain);
      }
    }),
    { numRuns: 500 },
  );
});

test('positions outside of the text are at its edges', () => {
  const lines = new Lines('one\r\ntwo');
  lines.replace({ start: { line: 9, character: 9 }, end: { line: 99, character: 0 } }, '!');
  lines.replace({ start: { line: 0, character: 99 }, end: { line: 0, character: 99 } }, '.');
  assert.equal(lines.toString(), 'one.\r\ntwo!');
});

test('a break that two edits make of its halves is one', () => {
  const lines = new Lines('a\rb');
  const at = { line: 1, character: 0 };
  lines.replace({ start: at, end: at }, '\n');
  lines.replace({ start: at, end: at }, 'c');
  assert.equal(lines.toString(), 'a\r\ncb');
});
