import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallLog } from './CallLog.ts';

test('the total is that of the calls that are not dropped, however many came and went', () => {
  const log = new CallLog();
  for (let now = 0; now < 1_000; now++) {
    log.add(2, now);
    log.dropUntil(now - 50);
    assert.equal(log.total, Math.min(now + 1, 50) * 2);
    assert.equal(log.timeToFree(1), Math.max(now - 49, 0));
  }
});

test('to free some calls takes the time of the last of them, to free more than there are that of all', () => {
  const log = new CallLog();
  for (const now of [10, 20, 20, 30]) log.add(1, now);
  const times = [1, 2, 3, 4, 5].map((amount) => log.timeToFree(amount));
  assert.deepEqual(times, [10, 20, 20, 30, 30]);
});

test('a log without calls frees nothing', () => {
  const log = new CallLog();
  log.dropUntil(100);
  assert.deepEqual([log.total, log.timeToFree(1)], [0, 0]);
});
