import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import type { Count, Counters } from './Counters.ts';

const window = (now: number) => ({ limit: 2, windowMs: 60_000, now });

/** What every Counters adapter must do. */
export function countersContract(name: string, open: () => Promise<Counters>): void {
  test(`${name}: allows as many calls as the limit says within a window, and no more`, async () => {
    const counters = await open();
    const counts: Count[] = [];
    for (const now of [0, 10_000, 20_000]) counts.push(await counters.take('a', 1, window(now)));
    assert.deepEqual(counts, [
      { allowed: true, remaining: 1, retryAfterMs: 0 },
      { allowed: true, remaining: 0, retryAfterMs: 0 },
      { allowed: false, remaining: 0, retryAfterMs: 40_000 },
    ]);
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

  test(`${name}: a call that counts for several fits only whole`, async () => {
    const counters = await open();
    await counters.take('a', 1, window(0));
    await counters.take('a', 1, window(5_000));
    assert.deepEqual(await counters.take('a', 2, window(10_000)), {
      allowed: false,
      remaining: 0,
      retryAfterMs: 55_000,
    });
    assert.equal((await counters.take('a', 2, window(64_999))).allowed, false);
    assert.equal((await counters.take('a', 2, window(65_000))).allowed, true);
  });

  test(`${name}: keys do not touch each other, however long they are`, async () => {
    const counters = await open();
    const long = 'k'.repeat(10_000);
    for (const key of ['a', 'b', `${long}1`, `${long}2`]) {
      assert.equal((await counters.take(key, 2, window(0))).allowed, true, key.slice(-2));
    }
    assert.equal((await counters.take(`${long}1`, 1, window(0))).allowed, false);
  });

  test(`${name}: looking does not count`, async () => {
    const counters = await open();
    for (const now of [0, 1, 2]) {
      const seen = await counters.peek('a', window(now));
      assert.deepEqual(seen, { allowed: true, remaining: 2, retryAfterMs: 0 });
    }
  });

  test(`${name}: counting does not ask`, async () => {
    const counters = await open();
    await counters.add('a', 3, window(0));
    await counters.add('a', 1, window(20_000));
    assert.deepEqual(await counters.peek('a', window(30_000)), {
      allowed: false,
      remaining: 0,
      retryAfterMs: 30_000,
    });
    assert.equal((await counters.peek('a', window(60_000))).remaining, 1);
  });

  test(`${name}: counts as a list of all calls would`, async () => {
    const calls = fc.array(
      fc.record({ wait: fc.nat(40), amount: fc.integer({ min: 1, max: 3 }) }),
      {
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(calls, async (made) => {
        const counters = await open();
        const counted: { now: number; amount: number }[] = [];
        let now = 0;
        for (const { wait, amount } of made) {
          now += wait;
          const inWindow = counted.filter((call) => call.now > now - 100);
          const total = inWindow.reduce((sum, call) => sum + call.amount, 0);
          const allowed = total + amount <= 5;
          if (allowed) counted.push({ now, amount });
          const remaining = 5 - total - (allowed ? amount : 0);
          const taken = await counters.take('a', amount, { limit: 5, windowMs: 100, now });
          assert.deepEqual([taken.allowed, taken.remaining], [allowed, remaining]);
        }
      }),
      { numRuns: 30 },
    );
  });
}
