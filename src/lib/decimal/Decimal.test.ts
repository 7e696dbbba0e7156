import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDouble, fromParts, fromSingle, toBits, toDouble, toInteger } from './convert.ts';
import { Decimal } from './Decimal.ts';
import { ceiling, floor, MidpointRounding, round, truncate } from './round.ts';

const decimal = (mantissa: bigint, scale: number): Decimal =>
  new Decimal(mantissa < 0n, mantissa < 0n ? -mantissa : mantissa, scale);

test('equality, order and key go by value, not by trailing zeros', () => {
  assert.equal(decimal(10n, 1).equals(decimal(1000n, 3)), true);
  assert.equal(decimal(10n, 1).key, decimal(1000n, 3).key);
  assert.equal(decimal(-15n, 1).compareTo(decimal(1n, 0)), -1);
  assert.equal(new Decimal(true, 0n, 2).key, Decimal.zero.key);
});

test('text shows every digit of the scale and no sign of zero', () => {
  assert.equal(decimal(-150n, 2).toString(), '-1.50');
  assert.equal(decimal(5n, 3).toString(), '0.005');
  assert.equal(new Decimal(true, 0n, 1).toString(), '0.0');
});

test('a half is rounded the way that is asked for', () => {
  const half = decimal(-25n, 1);
  assert.equal(round(half, 0, MidpointRounding.ToEven).toString(), '-2');
  assert.equal(round(half, 0, MidpointRounding.AwayFromZero).toString(), '-3');
  assert.equal(round(half, 0, MidpointRounding.ToZero).toString(), '-2');
  assert.equal(round(half, 0, MidpointRounding.ToNegativeInfinity).toString(), '-3');
  assert.equal(round(half, 0, MidpointRounding.ToPositiveInfinity).toString(), '-2');
  assert.equal(round(half, 1, MidpointRounding.ToEven), half);
});

test('floor, ceiling and truncate leave no decimals', () => {
  assert.equal(floor(decimal(-11n, 1)).toString(), '-2');
  assert.equal(ceiling(decimal(-11n, 1)).toString(), '-1');
  assert.equal(truncate(decimal(19n, 1)).toString(), '1');
});

test('a double counts for 15 significant digits and a float for 7', () => {
  assert.equal(fromDouble(0.1)?.toString(), '0.1');
  assert.equal(fromDouble(1 / 3)?.toString(), '0.333333333333333');
  assert.equal(fromSingle(Math.fround(224878.25))?.toString(), '224878.2');
  assert.equal(fromDouble(1e28)?.toString(), '1'.padEnd(29, '0'));
  assert.equal(fromDouble(1e-30)?.toString(), '0');
});

test('what no decimal can hold is an overflow', () => {
  for (const value of [NaN, Infinity, -Infinity, 2 ** 96, 1e300]) {
    assert.equal(fromDouble(value), undefined);
  }
  assert.equal(fromParts([0, 0, 0], false, 29), undefined);
});

test('bits and parts round trip', () => {
  const value = new Decimal(true, 2n ** 96n - 1n, 28);
  assert.deepEqual(toBits(value), [-1, -1, -1, -2145648640]);
  assert.deepEqual(fromParts([-1, -1, -1], true, 28), value);
});

test('conversion to a double is the nearest, to an integer cuts decimals off', () => {
  assert.equal(toDouble(decimal(-123n, 2)), -1.23);
  assert.equal(toInteger(decimal(-199n, 2)), -1n);
});
