import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRadix, isRadix, parseRadix } from './radix.ts';
import type { Radix } from './radix.ts';

const byte = { bits: 8, isSigned: true };
const int = { bits: 32, isSigned: true };
const uint = { bits: 32, isSigned: false };

test('in other bases than 10 the digits are the bits of the type', () => {
  assert.equal(formatRadix(-1n, 16, 16), 'ffff');
  assert.equal(formatRadix(-1n, 10, 16), '-1');
  assert.equal(formatRadix(10n, 2, 32), '1010');
  assert.equal(parseRadix('ffffffff', 16, int), -1n);
  assert.equal(parseRadix('0xFF', 16, byte), -1n);
  assert.equal(parseRadix('+17', 8, int), 15n);
});

test('what is written is read back', () => {
  const bases: readonly Radix[] = [2, 8, 10, 16];
  for (const base of bases) {
    for (const value of [0n, 1n, -1n, 2147483647n, -2147483648n]) {
      assert.equal(parseRadix(formatRadix(value, base, 32), base, int), value);
    }
  }
});

test('every failure has its own reason', () => {
  assert.equal(parseRadix('', 16, int), 'empty');
  assert.equal(parseRadix('0x', 16, int), 'noDigits');
  assert.equal(parseRadix('12 ', 10, int), 'trailing');
  assert.equal(parseRadix('-1', 16, int), 'minus');
  assert.equal(parseRadix('-1', 10, uint), 'unsignedMinus');
  assert.equal(parseRadix('100', 16, byte), 'overflow');
  assert.equal(parseRadix('9'.repeat(100_000), 10, int), 'overflow');
  assert.equal(isRadix(3), false);
});
