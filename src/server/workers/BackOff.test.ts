import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackOff } from './BackOff.ts';

test('the first that ends is replaced at once, those that end quickly after it later and later', () => {
  const backOff = new BackOff();
  const waits = Array.from({ length: 12 }, () => backOff.after(10));
  assert.deepEqual(waits.slice(0, 4), [0, 100, 200, 400]);
  assert.equal(waits.at(-1), 30_000);
});

test('who lived for a while is replaced at once again', () => {
  const backOff = new BackOff();
  for (let i = 0; i < 5; i++) backOff.after(10);
  assert.equal(backOff.after(10_000), 0);
});
