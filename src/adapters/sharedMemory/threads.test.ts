import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Hammer, Hammered } from './hammer.fixture.ts';
import { SharedCounters } from './SharedCounters.ts';
import { SharedSlots, slotSizes } from './SharedSlots.ts';

const workers = 3;
const sizes = slotSizes(workers);

function memory(): Pick<Hammer, 'counters' | 'slots'> {
  const { byteLength } = SharedSlots.memory(sizes);
  // Behind the slots, four bytes in which threads count who is within.
  const slots = new SharedArrayBuffer(byteLength + 8);
  return { counters: SharedCounters.memory(), slots };
}

/** Resolves when the thread has begun. */
async function hammer(
  workerData: Hammer,
): Promise<{ readonly worker: Worker; readonly result: Promise<Hammered> }> {
  const worker = new Worker(new URL('hammer.fixture.ts', import.meta.url), { workerData });
  const { promise: result, resolve } = Promise.withResolvers<Hammered>();
  const begun = new Promise<void>((resolveBegun) => {
    worker.on('message', (message: Hammered | 'ready') => {
      if (message === 'ready') resolveBegun();
      else resolve(message);
    });
  });
  await begun;
  return { worker, result };
}

test('threads that take from one counter are allowed as many calls as the limit, exactly', async () => {
  const limit = 5_000;
  const shared = { ...memory(), workers, limit, tries: 4_000 };
  const threads = await Promise.all(
    Array.from({ length: workers }, (_, worker) => hammer({ ...shared, worker })),
  );
  const hammered = await Promise.all(threads.map(({ result }) => result));
  assert.equal(
    hammered.reduce((sum, { allowed }) => sum + allowed, 0),
    limit,
  );
  for (const { mostWithin } of hammered) assert.ok(mostWithin <= 1, `${mostWithin} within`);
});

test('threads go on when one of them dies in the middle of anything', async () => {
  const shared = { ...memory(), workers, limit: 3_000 };
  const steady = await hammer({ ...shared, worker: 0, tries: 20_000 });
  for (let round = 0; round < 5; round++) {
    const dying = await hammer({ ...shared, worker: 1, tries: Infinity });
    await dying.worker.terminate();
    SharedCounters.free(shared.counters, 1);
    SharedSlots.free(shared.slots, 1, sizes);
  }
  const { allowed } = await steady.result;
  assert.ok(allowed <= 3_000);
  const counters = new SharedCounters(shared.counters, 2);
  const window = { limit: 3_000, windowMs: 1_000_000, now: 2_000 };
  assert.equal(counters.peek('key', window).allowed, false);
  const slots = new SharedSlots(shared.slots, 2, sizes);
  assert.deepEqual([slots.enter('key', 1), slots.enter('key', 1)], [true, false]);
});
