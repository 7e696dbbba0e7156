import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValueCache } from './ValueCache.ts';

const lifetime = { durationMs: 1_000, now: 0, bytes: 10 };

/** What every ValueCache adapter must do. */
export function valueCacheContract(name: string, open: () => Promise<ValueCache>): void {
  test(`${name}: gives a value until its time is over`, async () => {
    const cache = await open();
    await cache.set('a', 'one', lifetime);
    assert.equal(await cache.get('a', 999), 'one');
    assert.equal(await cache.get('a', 1_000), undefined);
  });

  test(`${name}: the last value of a key counts, and its time`, async () => {
    const cache = await open();
    await cache.set('a', 'one', lifetime);
    await cache.set('a', 'two', { ...lifetime, durationMs: 5_000, now: 500 });
    assert.equal(await cache.get('a', 4_000), 'two');
    await cache.set('a', 'three', { ...lifetime, now: 4_000 });
    assert.equal(await cache.get('a', 5_000), undefined);
  });

  test(`${name}: gives nothing for a key that was never set or is deleted`, async () => {
    const cache = await open();
    assert.equal(await cache.get('a', 0), undefined);
    await cache.set('a', 'one', lifetime);
    await cache.delete('a');
    assert.equal(await cache.get('a', 1), undefined);
    await cache.delete('a');
  });

  test(`${name}: null is a value`, async () => {
    const cache = await open();
    await cache.set('a', null, lifetime);
    assert.equal(await cache.get('a', 1), null);
  });

  test(`${name}: keys do not touch each other, whatever they are`, async () => {
    const cache = await open();
    const keys = ['', ' ', 'a', 'A', 'ä', '__proto__', 'k'.repeat(5_000)];
    for (const key of keys) await cache.set(key, `value of ${key}`, lifetime);
    for (const key of keys) assert.equal(await cache.get(key, 1), `value of ${key}`);
  });
}
