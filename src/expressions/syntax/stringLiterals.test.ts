import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { stringLiterals } from './stringLiterals.ts';

function literals(code: string): string[] {
  return stringLiterals(new SourceText('test', code));
}

test('string literals of every form are read, escapes resolved', () => {
  assert.deepEqual(literals(String.raw`"a\n" + @"b""\" + $"c{x}d" + $@"e\{"f"}" + 'g' + 1`), [
    'a\n',
    'b"\\',
    'c',
    'd',
    'e\\',
    'f',
  ]);
});

test('what only looks like a string is none', () => {
  assert.deepEqual(literals('name // "comment"\n + /* "another" */ x'), []);
});

test('wrong text gives what can be read of it', () => {
  assert.deepEqual(literals('"a" + "open'), ['a', 'open']);
});
