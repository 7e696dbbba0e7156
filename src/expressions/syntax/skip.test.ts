import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExpressionEnds } from './skip.ts';

test('in a text with very many expressions that have no end, no more ends are looked for', () => {
  const ends = new ExpressionEnds();
  const text = `@(a)${'@('.repeat(100_000)}`;
  assert.equal(ends.of(text, 0), 4);
  let looked = 0;
  for (let at = 4; at < text.length && !ends.hasGivenUp; at += 2) {
    assert.equal(ends.of(text, at), undefined);
    looked++;
  }
  assert.equal(looked, 50);
  assert.equal(ends.of(text, 0), undefined);
});
