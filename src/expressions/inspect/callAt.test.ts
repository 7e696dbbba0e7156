import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callAt } from './callAt.ts';

function at(code: string): readonly unknown[] | undefined {
  const call = callAt(code);
  return call && [/\w+$/.exec(code.slice(0, call.nameEnd))?.[0], call.argument];
}

test('the innermost open call is found, with the argument under way', () => {
  assert.deepEqual(at('a.Substring('), ['Substring', 0]);
  assert.deepEqual(at('a.Substring(1, '), ['Substring', 1]);
  assert.deepEqual(at('f(g(1, 2), x.h(3'), ['h', 0]);
  assert.deepEqual(at('f(g(1, 2), (3 + 4'), ['f', 1]);
  assert.deepEqual(at('f(new[] { 1, 2 }, a[1, 2], $"{x, 3}", '), ['f', 3]);
});

test('type arguments are no arguments, and comparisons no type arguments', () => {
  assert.deepEqual(at('GetValueOrDefault<string>("a", '), ['GetValueOrDefault', 1]);
  assert.deepEqual(at('f(new Dictionary<string, List<int[]>>(), '), ['f', 1]);
  assert.deepEqual(at('f(a < b, c > d, '), ['f', 2]);
});

test('strings, comments, blocks, ended calls and keywords are no open calls', () => {
  for (const code of ['', 'f(1)', '"f(', '/* f(', 'if (a', 'f(x => { ', 'f(a[', '$"{f(1)} {']) {
    assert.equal(at(code), undefined, code);
  }
  assert.deepEqual(at('f("a, b'), ['f', 0]);
});
