import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findIllegalCharacter,
  isBlank,
  isName,
  isNameChar,
  isNameStart,
  isNCName,
  isXmlCharacter,
  nameEnd,
} from './characters.ts';

// The productions as the recommendation prints them, for a second opinion from another engine.
const nameStart =
  /^[:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}-\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]$/u;
const nameOther = /^(?:[-.0-9\u{B7}\u{203F}-\u{2040}]|[\u{0300}-\u{036F}])$/u;
const legal = /^[\u{9}\u{A}\u{D}\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]$/u;

/** All of the first planes, and the neighbourhood of every border above. */
function* codePoints(): Iterable<number> {
  for (let codePoint = 0; codePoint < 0x10100; codePoint++) yield codePoint;
  for (const border of [0xeffff, 0xf0000, 0x10ffff]) {
    for (let codePoint = border - 2; codePoint <= Math.min(border + 2, 0x10ffff); codePoint++) {
      yield codePoint;
    }
  }
}

test('XML 1.0 productions [2], [4] and [4a] hold for every code point', () => {
  for (const codePoint of codePoints()) {
    const character = String.fromCodePoint(codePoint);
    const shown = `U+${codePoint.toString(16)}`;
    const starts = nameStart.test(character);
    assert.equal(isNameStart(codePoint), starts, shown);
    assert.equal(isNameChar(codePoint), starts || nameOther.test(character), shown);
    assert.equal(isXmlCharacter(codePoint), legal.test(character), shown);
  }
  assert.equal(isXmlCharacter(0x110000), false);
  assert.equal(isXmlCharacter(Infinity), false);
});

test('a name ends in front of the first character that it cannot hold', () => {
  assert.equal(nameEnd('<ab c', 1), 3);
  assert.equal(nameEnd('\u{10400}-x=', 0), 4);
  assert.equal(nameEnd('1a', 0), 0);
  assert.equal(nameEnd('a\ud800b', 0), 1);
});

test('names and names without a colon are told apart', () => {
  const words = ['a', 'a:b', '-a', '', 'a b', 'É'];
  assert.deepEqual(words.map(isName), [true, true, false, false, false, true]);
  assert.deepEqual(words.map(isNCName), [true, false, false, false, false, true]);
});

test('white space is space, tab, line feed and carriage return alone', () => {
  assert.deepEqual([' \t\r\n', '', '\u{a0}', '\f', '\u{2028}'].map(isBlank), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('illegal characters are found one after another', () => {
  assert.equal(findIllegalCharacter('a😀\t\u{fffd}'), -1);
  assert.equal(findIllegalCharacter('😀\0\ud800\0'), 2);
  assert.equal(findIllegalCharacter('😀\0\ud800\0', 3), 3);
  assert.equal(findIllegalCharacter('\udc00'), 0);
});
