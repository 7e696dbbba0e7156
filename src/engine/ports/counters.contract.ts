import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counters } from './Counters.ts';

/** What every Counters adapter must do. */
export function countersContract(name: string, open: () => Promise<Counters>): void {
  const window = (now: number) => ({ limit: 2, windowMs: 60_000, now });

  test(`${name}: allows as many calls as the limit says within a window, and no more`, async () => {
    const counters = await open();
    assert.deepEqual(await counters.take('a', 1, window(0)), {
      allowed: true,
      remaining: 1,
      retryAfterMs: 0,
    });
    assert.deepEqual(await counters.take('a', 1, window(10_000)), {
      allowed: true,
      remaining: 0,
      retryAfterMs: 0,
    });
    assert.deepEqual(await counters.take('a', 1, window(20_000)), {
      allowed: false,
      remaining: 0,
      retryAfterMs: 40_000,
    });
  });

  test(`${name}: a window slides: a call leaves it when it is as old as the window is long`, async () => {
    const counters = await open();
    await counters.take('a', 1, window(0));
    await counters.take('a', 1, window(30_000));
    assert.equal((await counters.take('a', 1, window(59_999))).allowed, false);
    assert.equal((await counters.take('a', 1, window(60_000))).allowed, true);
    assert.equal((await counters.take('a', 1, window(60_001))).allowed, false);
  });

  test(`${name}: a refused call is not counted`, async () => {
    const counters = await open();
    await counters.take('a', 2, window(0));
    for (let at = 1; at < 10; at++) await counters.take('a', 1, window(at));
    assert.equal((await counters.take('a', 1, window(60_000))).remaining, 1);
  });

  test(`${name}: keys do not touch each other`, async () => {
    const counters = await open();
    await counters.take('a', 2, window(0));
    assert.equal((await counters.take('b', 2, window(0))).allowed, true);
  });

  test(`${name}: looking does not count, and counting does not ask`, async () => {
    const counters = await open();
    assert.equal((await counters.peek('a', window(0))).allowed, true);
    assert.equal((await counters.peek('a', window(0))).remaining, 1);
    await counters.add('a', 5, window(0));
    assert.equal((await counters.peek('a', window(1))).allowed, false);
  });
}
