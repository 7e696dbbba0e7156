import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countersContract } from '../../engine/ports/counters.contract.ts';
import { openIdProvidersContract } from '../../engine/ports/openIdProviders.contract.ts';
import { slotsContract } from '../../engine/ports/slots.contract.ts';
import { valueCacheContract } from '../../engine/ports/valueCache.contract.ts';
import { MemoryCounters } from './MemoryCounters.ts';
import { MemoryOpenIdProviders } from './MemoryOpenIdProviders.ts';
import { MemorySlots } from './MemorySlots.ts';
import { MemoryValueCache } from './MemoryValueCache.ts';

countersContract('memory', async () => new MemoryCounters());
slotsContract('memory', () => new MemorySlots());
valueCacheContract('memory', async () => new MemoryValueCache());
openIdProvidersContract('memory', async (world) => new MemoryOpenIdProviders(world));

const minute = (now: number) => ({ limit: 1, windowMs: 60_000, now });

test('there are no more counters than there may be, however many keys callers think up', () => {
  const counters = new MemoryCounters(1_000);
  for (let i = 0; i < 10_000; i++) counters.take(`key ${i}`, 1, minute(0));
  assert.ok(counters.size <= 1_000, `${counters.size} counters`);
});

test('a counter that is in use survives a flood of other keys', () => {
  const counters = new MemoryCounters(100);
  counters.take('caller', 1, minute(0));
  for (let i = 0; i < 1_000; i++) {
    counters.take(`key ${i}`, 1, minute(i));
    assert.equal(counters.take('caller', 1, minute(i)).allowed, false);
  }
});

test('a counter that counts nothing any more is forgotten', () => {
  const counters = new MemoryCounters();
  counters.take('a', 1, minute(0));
  counters.take('b', 1, minute(60_000));
  counters.take('b', 1, minute(120_000));
  assert.equal(counters.size, 1);
});

test('a counter is kept for the longest window, whatever shorter ones come between', () => {
  const counters = new MemoryCounters();
  const long = (now: number) => ({ limit: 1, windowMs: 300_000, now });
  counters.take('long', 1, long(0));
  for (let now = 0; now < 300_000; now += 1_000)
    counters.take('short', 1, { limit: 1, windowMs: 1_000, now });
  assert.equal(counters.take('long', 1, long(299_999)).allowed, false);
  assert.equal(counters.take('long', 1, long(300_000)).allowed, true);
});

test('a clock that is set back does not free calls before their time', () => {
  const counters = new MemoryCounters();
  counters.add('a', 1, minute(50_000));
  counters.add('a', 1, minute(10_000));
  assert.equal(counters.peek('a', { ...minute(100_000), limit: 2 }).allowed, false);
});

test('the cache holds no more bytes than it may', () => {
  const cache = new MemoryValueCache(10_000);
  const keys = Array.from({ length: 100 }, (_, i) => `key ${i}`);
  for (const key of keys) cache.set(key, key, { durationMs: 1_000, now: 0, bytes: 800 });
  const kept = keys.filter((key) => cache.get(key, 1) !== undefined);
  assert.ok(kept.length > 0 && kept.length <= 10, `${kept.length} values`);
  assert.equal(kept.at(-1), 'key 99');
});

test('a value that is too large for the cache does not drive out the others', () => {
  const cache = new MemoryValueCache(10_000);
  const lifetime = { durationMs: 1_000, now: 0 };
  cache.set('small', 1, { ...lifetime, bytes: 100 });
  cache.set('large', 2, { ...lifetime, bytes: 1_000_000 });
  assert.equal(cache.get('small', 1), 1);
  assert.equal(cache.get('large', 1), undefined);
});

test('no key is kept that nobody is within, however many keys callers think up', () => {
  const slots = new MemorySlots();
  for (let i = 0; i < 1_000; i++) {
    slots.enter(`key ${i}`, 1);
    slots.leave(`key ${i}`);
    slots.enter(`key ${i}`, 0);
  }
  assert.equal(slots.size, 0);
});
