import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryOf } from './category.ts';
import { numericValue } from './numericValue.ts';
import {
  toLowerSimple,
  toLowerUnit,
  toLowerUnitIn,
  toUpperSimple,
  toUpperUnit,
  toUpperUnitIn,
} from './simpleCase.ts';

const code = (letter: string): number => letter.codePointAt(0)!;

test('every code point has the general category of the Unicode database', () => {
  const expected: Readonly<Record<string, string>> = {
    A: 'Lu',
    ß: 'Ll',
    ǅ: 'Lt',
    中: 'Lo',
    '5': 'Nd',
    Ⅷ: 'Nl',
    '½': 'No',
    _: 'Pc',
    '€': 'Sc',
    '^': 'Sk',
    '😀': 'So',
    '\u2028': 'Zl',
    '\u200d': 'Cf',
    '\ud800': 'Cs',
    '\u{10ffff}': 'Cn',
  };
  for (const [letter, category] of Object.entries(expected)) {
    assert.equal(categoryOf(code(letter)), category, letter);
  }
});

test('case is mapped unit by unit, between counterparts only', () => {
  assert.equal(toUpperSimple('straße ᾳ éа'), 'STRAßE ᾼ ÉА');
  assert.equal(toLowerSimple('ÀÇ \u0130\u212A'), 'àç \u0130\u212A');
  for (const letter of 'ıſςµŉ') assert.equal(toUpperUnit(code(letter)), code(letter), letter);
});

test('Turkish pairs the letters i with and without a dot', () => {
  assert.equal(toUpperUnitIn(code('i'), 'tr-TR'), code('İ'));
  assert.equal(toLowerUnitIn(code('I'), 'az'), code('ı'));
  assert.equal(toUpperUnitIn(code('i'), 'en'), code('I'));
});

test('what has a capital has it back as small letter', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const upper = toUpperUnit(unit);
    if (upper !== unit) assert.equal(toLowerUnit(upper), unit, unit.toString(16));
  }
});

test('digits of any script and number signs have their value', () => {
  assert.equal(numericValue(code('7')), 7);
  assert.equal(numericValue(code('٣')), 3);
  assert.equal(numericValue(code('𝟙')), 1);
  assert.equal(numericValue(code('½')), 0.5);
  assert.equal(numericValue(code('Ⅻ')), 12);
  assert.equal(numericValue(code('፳')), 20);
  assert.equal(numericValue(code('A')), -1);
});
