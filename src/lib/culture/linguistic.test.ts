import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareLinguistically, linguisticKey } from './linguisticOrder.ts';
import {
  endsLinguistically,
  findLastLinguistically,
  findLinguistically,
  startsLinguistically,
} from './linguisticSearch.ts';

test('ASCII stands in the order of Windows: white space, symbols, digits, letters, small before capital', () => {
  const ordered = ' \t\n\v\f\r!"#$%&()*,./:;?@[\\]^_`{|}~+<=>0129aAbByYzZ'.split('');
  const sorted = ordered.toReversed().toSorted((a, b) => compareLinguistically(a, b, false));
  assert.deepEqual(sorted, ordered);
});

test('hyphens and apostrophes decide only between texts that are otherwise the same', () => {
  const sorted = ['co-opt', "coop's", 'coop', 'co-op', 'coops', 'con'].toSorted((a, b) =>
    compareLinguistically(a, b, false),
  );
  assert.deepEqual(sorted, ['con', 'coop', 'co-op', 'coops', "coop's", 'co-opt']);
});

test('equal texts share a key and other texts do not', () => {
  const equal = [
    ['é', 'e\u0301'],
    ['straße', 'strasse'],
    ['an\u00adimal', 'animal'],
  ] as const;
  for (const [one, other] of equal) {
    assert.equal(compareLinguistically(one, other, false), 0);
    assert.equal(linguisticKey(one, false), linguisticKey(other, false));
  }
  assert.equal(linguisticKey('Änne', true), linguisticKey('äNNE', true));
  for (const [one, other] of [
    ['a-b', 'ab'],
    ['a', 'A'],
    ['e', 'é'],
  ] as const) {
    assert.notEqual(compareLinguistically(one, other, false), 0);
    assert.notEqual(linguisticKey(one, false), linguisticKey(other, false));
  }
});

test('composed and decomposed letters are found in each other, base letters are not', () => {
  assert.deepEqual(findLinguistically('xe\u0301y', 'é', false), { start: 1, end: 3 });
  assert.deepEqual(findLinguistically('xéy', 'e\u0301', false), { start: 1, end: 2 });
  assert.equal(findLinguistically('e\u0301', 'e', false), undefined);
  assert.deepEqual(findLinguistically('ÉA', 'éa', true), { start: 0, end: 2 });
});

test('a letter that equals two is found whole only', () => {
  assert.deepEqual(findLinguistically('straße', 'ss', false), { start: 4, end: 5 });
  assert.deepEqual(findLinguistically('strasse', 'ß', false), { start: 4, end: 6 });
  assert.equal(findLinguistically('straße', 's', false)?.start, 0);
  assert.equal(findLastLinguistically('aße', 's', false), undefined);
});

test('characters without weight are everywhere and in the way nowhere', () => {
  assert.deepEqual(findLinguistically('an\u00adimal', 'ni', false), { start: 1, end: 4 });
  assert.deepEqual(findLinguistically('abc', '\u00ad', false), { start: 0, end: 0 });
  assert.deepEqual(findLastLinguistically('abc', '\u00ad', false), { start: 3, end: 3 });
  assert.ok(startsLinguistically('\u200babc', 'a', false));
  assert.ok(endsLinguistically('abc\0', 'C', true));
});

test('a null is found where it is, and in the way of other characters it is nowhere', () => {
  assert.equal(findLinguistically('abc', '\0', false), undefined);
  assert.deepEqual(findLinguistically('a\0b', '\0', false), { start: 1, end: 2 });
  assert.deepEqual(findLastLinguistically('a\0b\0', '\0', true), { start: 3, end: 4 });
  assert.equal(findLinguistically('a\0b', '\0\0', false), undefined);
  assert.ok(!startsLinguistically('abc', '\0', false) && !endsLinguistically('abc', '\0', true));
  assert.ok(startsLinguistically('\0abc', '\0', false) && endsLinguistically('ab\0', '\0', false));
  assert.deepEqual(findLinguistically('a\0b', 'ab', false), { start: 0, end: 3 });
});

test('the last place is the last', () => {
  assert.deepEqual(findLastLinguistically('äbäb', 'äb', false), { start: 2, end: 4 });
  assert.deepEqual(findLastLinguistically('abab', 'AB', true), { start: 2, end: 4 });
  assert.equal(findLastLinguistically('äb', 'äc', false), undefined);
});
