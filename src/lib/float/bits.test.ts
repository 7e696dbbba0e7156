import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitDecrement, bitIncrement, bitsOf, exponentOf, ofBits, scale } from './bits.ts';

test('bits round trip', () => {
  assert.equal(bitsOf(1), 0x3ff0000000000000n);
  for (const value of [0, -0, 1.5, -Infinity, 5e-324]) assert.equal(ofBits(bitsOf(value)), value);
});

test('neighbours are one step away, also across zero and to infinity', () => {
  assert.equal(bitIncrement(1), 1 + Number.EPSILON);
  assert.equal(bitIncrement(-0), 5e-324);
  assert.equal(bitDecrement(0), -5e-324);
  assert.equal(bitIncrement(Number.MAX_VALUE), Infinity);
  assert.equal(bitDecrement(Infinity), Number.MAX_VALUE);
  assert.equal(bitDecrement(-Infinity), -Infinity);
});

test('exponents are those of the leading digit', () => {
  assert.deepEqual([8, 7.9, 0.3, 5e-324].map(exponentOf), [3, 2, -2, -1074]);
  assert.equal(exponentOf(0), -2147483648);
  assert.equal(exponentOf(NaN), 2147483647);
});

test('scaling reaches every double without overflow on the way', () => {
  assert.equal(scale(3, 2), 12);
  assert.equal(scale(5e-324, 2097), 2 ** 1023);
  assert.equal(scale(2 ** 1023, -2097), 5e-324);
  assert.equal(scale(1, 100000), Infinity);
  assert.equal(scale(1, -100000), 0);
  assert.equal(scale(-Infinity, -5000), -Infinity);
  assert.equal(scale(0, -5000), 0);
});
