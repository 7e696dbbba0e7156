import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Patience } from './Patience.ts';

test('a burst is borne, and then as many as were earned since', () => {
  const patience = new Patience(3, 2, 0);
  assert.deepEqual(
    [0, 0, 0, 0].map((now) => patience.bears(now)),
    [true, true, true, false],
  );
  assert.equal(new Patience(1, 1, 0).bears(0), true);
  const slow = new Patience(1, 2, 0);
  assert.deepEqual(
    [0, 500, 600].map((now) => slow.bears(now)),
    [true, true, false],
  );
});

test('rest earns no more than one burst', () => {
  const patience = new Patience(2, 10, 0);
  const late = 1_000_000;
  assert.deepEqual(
    [late, late, late].map((now) => patience.bears(now)),
    [true, true, false],
  );
});

test('what this side causes is borne beside the rest, and earns no more than one burst', () => {
  const patience = new Patience(2, 1, 0);
  assert.deepEqual([patience.bears(0), patience.bears(0)], [true, true]);
  patience.earn(0.5);
  patience.earn(0.5);
  assert.deepEqual([patience.bears(0), patience.bears(0)], [true, false]);
  patience.earn(100);
  assert.deepEqual([patience.bears(0), patience.bears(0), patience.bears(0)], [true, true, false]);
});
