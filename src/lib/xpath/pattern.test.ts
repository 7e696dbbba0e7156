import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXPath } from './parse.ts';
import { isPattern, needsRoot } from './pattern.ts';

test('a pattern leads down by children, attributes and descendants only', () => {
  for (const text of [
    'a',
    '/',
    '/a//b[..]',
    '@*',
    'a | p:b[2]/@c',
    "id('x')",
    "id('x')//a",
    '//a',
  ]) {
    assert.equal(isPattern(parseXPath(text)), true, text);
  }
  for (const text of ['.', '..', 'a/..', 'ancestor::a', 'a | 1', '(a)', 'count(a)', '$a/b', '-a']) {
    assert.equal(isPattern(parseXPath(text)), false, text);
  }
});

test('a pattern needs a root node when each of its ways begins there', () => {
  assert.equal(needsRoot(parseXPath('/a | //b')), true);
  assert.equal(needsRoot(parseXPath('/a | b')), false);
});
