import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  ArithmeticException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { callMember } from '../testing/callMember.ts';

function math(signature: string, ...args: unknown[]): unknown {
  return callMember('System.Math', signature, ...args);
}

test('doubles are rounded half to even unless told otherwise', () => {
  const plain = 'static double Round(double a)';
  assert.deepEqual(
    [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 1e300].map((value) => math(plain, value)),
    [0, 2, 2, -0, -2, -2, 1e300],
  );
  const withMode = 'static double Round(double value, int digits, MidpointRounding mode)';
  assert.equal(math(withMode, 2.5, 0, 1), 3);
  assert.equal(math(withMode, -2.5, 0, 3), -3);
  assert.equal(math(withMode, 2.345, 2, 2), 2.34);
  assert.throws(() => math(withMode, 1, 16, 0), ArgumentOutOfRangeException);
  assert.throws(() => math(withMode, 1, 0, 5), ArgumentException);
});

test('what has no value in the type is refused', () => {
  assert.throws(() => math('static int Abs(int value)', -2147483648), OverflowException);
  assert.throws(() => math('static int Sign(double value)', NaN), ArithmeticException);
  const signature = 'static int DivRem(int a, int b, out int result)';
  assert.throws(() => math(signature, -2147483648, -1, { value: 0 }), OverflowException);
});

test('quotient and remainder truncate toward zero', () => {
  const rest: Ref = { value: 0 };
  const signature = 'static int DivRem(int a, int b, out int result)';
  assert.equal(math(signature, -7, 2, rest), -3);
  assert.equal(rest.value, -1);
});

test('the IEEE remainder is nearest to zero', () => {
  const signature = 'static double IEEERemainder(double x, double y)';
  assert.deepEqual(
    [math(signature, 3, 2), math(signature, 5, 2), math(signature, 10, 3), math(signature, 1, 0)],
    [-1, 1, 1, NaN],
  );
});
