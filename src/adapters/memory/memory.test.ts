import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countersContract } from '../../engine/ports/counters.contract.ts';
import { valueCacheContract } from '../../engine/ports/valueCache.contract.ts';
import { MemoryCounters } from './MemoryCounters.ts';
import { MemoryOpenIdProviders } from './MemoryOpenIdProviders.ts';
import { MemoryValueCache } from './MemoryValueCache.ts';

countersContract('memory', async () => new MemoryCounters());
valueCacheContract('memory', async () => new MemoryValueCache());

test('the cache holds no more values than it may: the one stored longest ago gives way', () => {
  const cache = new MemoryValueCache(2);
  for (const key of ['a', 'b', 'c']) cache.set(key, key, { durationMs: 1_000, now: 0 });
  assert.deepEqual(
    ['a', 'b', 'c'].map((key) => cache.get(key, 1)),
    [undefined, 'b', 'c'],
  );
});

test('one address has one discovery document', () => {
  const providers = new MemoryOpenIdProviders({
    fetch: () => Promise.reject(new Error()),
    now: () => 0,
  });
  assert.equal(providers.at('https://a.example/'), providers.at('https://a.example/'));
  assert.notEqual(providers.at('https://a.example/'), providers.at('https://b.example/'));
});
