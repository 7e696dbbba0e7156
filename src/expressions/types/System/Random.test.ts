import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetArray } from '../../runtime/NetArray.ts';
import { NetRandom } from '../../runtime/NetRandom.ts';
import { netTypes } from '../index.ts';
import { callMember } from '../testing/callMember.ts';

function draw(signature: string, random: NetRandom, ...args: unknown[]): unknown {
  return callMember('Random', signature, random, ...args);
}

// Agreed with an implementation of .NET Framework.
test('every method of a seeded Random gives the numbers of .NET', () => {
  const random = new NetRandom(42);
  const bytes = new NetArray(netTypes.named('byte'), new Uint8Array(6));
  draw('void NextBytes(byte[] buffer)', random, bytes);
  assert.deepEqual([...bytes], [0x3e, 0x17, 0xba, 0x96, 0xae, 0x04]);
  assert.equal(draw('double NextDouble()', random), 0.72440836472642067);
  assert.equal(draw('int Next(int maxValue)', random, 10), 5);
  assert.equal(draw('int Next(int minValue, int maxValue)', random, -5, 5), -4);
  const wide = 'int Next(int minValue, int maxValue)';
  assert.equal(draw(wide, new NetRandom(1), -2147483648, 2147483647), -534011720);
});

test('long numbers stay in their range', () => {
  const random = new NetRandom(7);
  for (let i = 0; i < 1000; i++) {
    const value = draw('long NextInt64(long minValue, long maxValue)', random, -3n, 3n);
    assert.ok(typeof value === 'bigint' && value >= -3n && value < 3n);
  }
});

test('without a seed the world decides', () => {
  const first = callMember('Random', 'Random()') as NetRandom;
  const second = callMember('Random', 'Random()') as NetRandom;
  assert.equal(draw('int Next()', first), draw('int Next()', second));
});
