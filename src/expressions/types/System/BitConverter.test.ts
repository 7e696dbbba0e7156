import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { netTypes } from '../index.ts';
import { callMember } from '../testing/callMember.ts';

const bytes = (...items: number[]): NetArray =>
  new NetArray(netTypes.named('byte'), Uint8Array.from(items));

test('values are laid out little-endian and read back', () => {
  const written = callMember('BitConverter', 'static byte[] GetBytes(int value)', -2);
  assert.deepEqual(written, bytes(0xfe, 0xff, 0xff, 0xff));
  assert.equal(
    callMember('BitConverter', 'static int ToInt32(byte[] value, int startIndex)', written, 0),
    -2,
  );
});

test('NaN has the bits that .NET gives it', () => {
  const signature = 'static long DoubleToInt64Bits(double value)';
  assert.equal(callMember('BitConverter', signature, NaN), -0x8000000000000n);
});

test('reading past the end is refused', () => {
  const signature = 'static short ToInt16(byte[] value, int startIndex)';
  assert.throws(
    () => callMember('BitConverter', signature, bytes(1, 2), 2),
    ArgumentOutOfRangeException,
  );
  assert.throws(() => callMember('BitConverter', signature, bytes(1, 2), 1), ArgumentException);
});
