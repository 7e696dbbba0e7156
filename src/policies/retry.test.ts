import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../lib/testing/properties.ts';
import { waitBefore } from './retry.ts';

const attempts = [1, 2, 3, 4, 5, 6];

function waits(
  of: { intervalS: number; maxIntervalS?: number; deltaS?: number },
  random = 0.5,
): number[] {
  const { intervalS, maxIntervalS = NaN, deltaS = NaN } = of;
  return attempts.map((attempt) =>
    waitBefore({ attempt, intervalS, maxIntervalS, deltaS, random }),
  );
}

test('waits are fixed with an interval alone', () => {
  assert.deepEqual(waits({ intervalS: 3 }), [3, 3, 3, 3, 3, 3]);
});

test('waits grow by the delta when there is one', () => {
  assert.deepEqual(waits({ intervalS: 1, deltaS: 2 }), [1, 3, 5, 7, 9, 11]);
});

test('waits double up to the maximum, as the example of the page has it', () => {
  assert.deepEqual(
    waits({ intervalS: 10, deltaS: 10, maxIntervalS: 100 }),
    [10, 20, 40, 80, 100, 100],
  );
});

test('doubled waits are spread by a fifth of the delta to both sides', () => {
  assert.deepEqual(
    [0, 1].map((random) => waits({ intervalS: 10, deltaS: 10, maxIntervalS: 1_000 }, random)[1]),
    [18, 22],
  );
});

test('a maximum without a delta bounds the interval', () => {
  assert.deepEqual(waits({ intervalS: 10, maxIntervalS: 4 }), [4, 4, 4, 4, 4, 4]);
});

test('no wait is longer than the maximum or shorter than nothing', () => {
  const seconds = fc.integer({ min: 0, max: 3_600 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      seconds,
      seconds,
      seconds,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, intervalS, maxIntervalS, deltaS, random) => {
        const wait = waitBefore({ attempt, intervalS, maxIntervalS, deltaS, random });
        assert.ok(wait >= 0 && wait <= maxIntervalS);
      },
    ),
  );
});
