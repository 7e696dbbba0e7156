import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { countersContract } from '../../engine/ports/counters.contract.ts';
import { slotsContract } from '../../engine/ports/slots.contract.ts';
import { valueCacheContract } from '../../engine/ports/valueCache.contract.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { SharedCapacity } from './SharedCapacity.ts';
import { SharedCounters } from './SharedCounters.ts';
import { SharedSlots, slotSizes } from './SharedSlots.ts';
import { SharedValueCache } from './SharedValueCache.ts';

const small = { shards: 2, counters: 64, times: 256 };

countersContract('shared memory', async () => new SharedCounters(SharedCounters.memory(), 0));
countersContract(
  'a little shared memory',
  async () => new SharedCounters(SharedCounters.memory(small), 0, small),
);
slotsContract('shared memory', () => {
  const sizes = slotSizes(2);
  return new SharedSlots(SharedSlots.memory(sizes), 1, sizes);
});

const smallCache = { shards: 1, values: 16, blocks: 64 };

valueCacheContract(
  'shared memory',
  async () => new SharedValueCache(SharedValueCache.memory(), 0, netTypes),
);
valueCacheContract(
  'a little shared memory',
  async () => new SharedValueCache(SharedValueCache.memory(smallCache), 0, netTypes, smallCache),
);

const minute = (now: number, limit = 1) => ({ limit, windowMs: 60_000, now });

test('a counter that is in use survives a flood of other keys', () => {
  const counters = new SharedCounters(SharedCounters.memory(small), 0, small);
  counters.take('caller', 1, minute(0));
  for (let i = 0; i < 1_000; i++) {
    counters.take(`key ${i}`, 1, minute(i));
    assert.equal(counters.take('caller', 1, minute(i)).allowed, false);
  }
});

test('a counter whose times are more than there is memory for counts for longer, never for shorter', () => {
  const counters = new SharedCounters(SharedCounters.memory(small), 0, small);
  const window = (now: number) => ({ limit: 1_000, windowMs: 10_000, now });
  const made: number[] = [];
  for (let now = 0; now < 30_000; now += 3) {
    const { allowed, remaining } = counters.take('busy', 1, window(now));
    if (allowed) made.push(now);
    const counted = made.filter((time) => time > now - 10_000).length;
    assert.ok(counted <= 1_000 && remaining <= 1_000 - counted, `${counted} counted at ${now}`);
  }
  // Nobody has to wait much longer than the window for it.
  assert.ok(made.length > 2_500, `${made.length} allowed`);
});

test('the digest of a long key is another key', () => {
  const counters = new SharedCounters(SharedCounters.memory(small), 0, small);
  const long = 'k'.repeat(64);
  const digest = createHash('sha256').update(long, 'utf16le').digest('base64');
  for (const key of [long, digest, digest.padEnd(63), digest.padEnd(64), 'k'.repeat(63)])
    assert.equal(counters.take(key, 1, minute(0)).allowed, true, key);
});

test('long keys that are no proper text are different keys all the same', () => {
  const counters = new SharedCounters(SharedCounters.memory(small), 0, small);
  const long = 'k'.repeat(64);
  for (const key of [`${long}\ud800`, `${long}\ud801`, `${long}\ufffd`])
    assert.equal(counters.take(key, 1, minute(0)).allowed, true);
});

test('a clock that is set back does not free calls before their time', () => {
  const counters = new SharedCounters(SharedCounters.memory(), 0);
  counters.add('a', 1, minute(50_000));
  counters.add('a', 1, minute(10_000));
  assert.equal(counters.peek('a', minute(100_000, 2)).allowed, false);
});

test('amounts may be bytes of many gigabytes, and windows without end', () => {
  const counters = new SharedCounters(SharedCounters.memory(), 0);
  const window = { limit: 2 ** 45, windowMs: Infinity, now: 1 };
  counters.add('bytes', 2 ** 44, window);
  assert.equal(counters.take('bytes', 2 ** 44, { ...window, now: 10 ** 13 }).remaining, 0);
  assert.equal(counters.take('bytes', 1, window).allowed, false);
});

test('when more keys are within than there is memory for, nobody else is let in', () => {
  const sizes = { workers: 1, shards: 1, keys: 8 };
  const slots = new SharedSlots(SharedSlots.memory(sizes), 0, sizes);
  for (let i = 0; i < 8; i++) assert.equal(slots.enter(`key ${i}`, 1), true);
  assert.equal(slots.enter('one more', 1), false);
  slots.leave('key 3');
  assert.equal(slots.enter('one more', 1), true);
  assert.equal(slots.enter('key 4', 2), true);
});

test('who was within on a worker that is no more has left, and nobody else', () => {
  const sizes = slotSizes(2);
  const memory = SharedSlots.memory(sizes);
  const [first, second] = [0, 1].map((worker) => new SharedSlots(memory, worker, sizes));
  assert.deepEqual([first!.enter('a', 2), second!.enter('a', 2)], [true, true]);
  SharedSlots.free(memory, 0, sizes);
  assert.deepEqual([second!.enter('a', 2), second!.enter('a', 2)], [true, false]);
});

test('room for calls is that of all workers; what a dead one took is free', () => {
  const memory = SharedCapacity.memory(2);
  const [first, second] = [0, 1].map((worker) => new SharedCapacity(memory, worker, 3));
  assert.deepEqual([first!.enter(), first!.enter(), second!.enter()], [true, true, true]);
  assert.deepEqual([first!.enter(), second!.enter()], [false, false]);
  SharedCapacity.free(memory, 0);
  assert.deepEqual([second!.enter(), second!.enter(), second!.enter()], [true, true, false]);
});

test('what one worker stored the others find at once, and not what it deleted', () => {
  const memory = SharedValueCache.memory();
  const [first, second] = [0, 1].map((worker) => new SharedValueCache(memory, worker, netTypes));
  void first!.set('a', 'x'.repeat(100_000), { durationMs: 10, now: 0, bytes: 0 });
  assert.equal(second!.get('a', 1), 'x'.repeat(100_000));
  second!.delete('a');
  assert.equal(first!.get('a', 1), undefined);
});

test('a value that was looked at is not given again once another worker has stored a new one', () => {
  const memory = SharedValueCache.memory();
  const [first, second] = [0, 1].map((worker) => new SharedValueCache(memory, worker, netTypes));
  const lifetime = { durationMs: 10, now: 0, bytes: 0 };
  for (const text of ['one', 'two', 'three']) {
    void first!.set('a', text, lifetime);
    for (let i = 0; i < 2; i++) assert.equal(second!.get('a', 1), text);
  }
  assert.equal(second!.get('a', 10), undefined);
  assert.equal(second!.get('a', 1), undefined);
});

test('the cache holds no more than there is memory for; what was not used for longest gives way', () => {
  const memory = SharedValueCache.memory(smallCache);
  const cache = new SharedValueCache(memory, 0, netTypes, smallCache);
  const lifetime = { durationMs: 1_000, now: 0, bytes: 0 };
  const keys = Array.from({ length: 100 }, (_, i) => `key ${i}`);
  void cache.set('used', 'u', lifetime);
  for (const key of keys) {
    void cache.set(key, key.repeat(1_000), lifetime);
    assert.equal(cache.get('used', 1), 'u');
  }
  const kept = keys.filter((key) => cache.get(key, 1) === key.repeat(1_000));
  assert.ok(kept.length > 4 && kept.length < 16, `${kept.length} values`);
  assert.equal(kept.at(-1), 'key 99');
  void cache.set('large', 'l'.repeat(40_000), lifetime);
  assert.equal(cache.get('large', 1), undefined);
  assert.equal(cache.get('key 99', 1), 'key 99'.repeat(1_000));
});

test('what cannot be shared is not kept, and whoever stores it is told', async () => {
  const cache = new SharedValueCache(SharedValueCache.memory(smallCache), 0, netTypes, smallCache);
  const lifetime = { durationMs: 1_000, now: 0, bytes: 0 };
  await assert.rejects(async () => cache.set('a', () => 1, lifetime), /cannot be shared/);
  assert.equal(cache.get('a', 0), undefined);
});
