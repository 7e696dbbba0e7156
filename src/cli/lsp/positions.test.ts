import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { offsetAt, positionAt } from './positions.ts';

const source = new SourceText('x', 'a\r\n😀b\rc\n');

test('offsets and positions are each other’s inverse, in UTF-16 units, after any line break', () => {
  for (const offset of [0, 1, 3, 5, 6, 7, 8, 9]) {
    assert.equal(offsetAt(source, positionAt(source, offset)), offset);
  }
  assert.deepEqual(positionAt(source, 5), { line: 1, character: 2 });
});

test('positions behind the end of a line or of the text are at that end', () => {
  assert.equal(offsetAt(source, { line: 0, character: 99 }), 1);
  assert.equal(offsetAt(source, { line: 99, character: 0 }), source.text.length);
  assert.equal(offsetAt(new SourceText('x', ''), { line: 0, character: 5 }), 0);
});
