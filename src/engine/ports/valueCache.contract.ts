import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValueCache } from './ValueCache.ts';

/** What every ValueCache adapter must do. */
export function valueCacheContract(name: string, open: () => Promise<ValueCache>): void {
  test(`${name}: gives a value until its time is over`, async () => {
    const cache = await open();
    await cache.set('a', 'one', { durationMs: 1_000, now: 0 });
    assert.equal(await cache.get('a', 999), 'one');
    assert.equal(await cache.get('a', 1_000), undefined);
  });

  test(`${name}: the last value of a key counts`, async () => {
    const cache = await open();
    await cache.set('a', 'one', { durationMs: 1_000, now: 0 });
    await cache.set('a', 'two', { durationMs: 5_000, now: 500 });
    assert.equal(await cache.get('a', 4_000), 'two');
  });

  test(`${name}: gives nothing for a key that was never set or is deleted`, async () => {
    const cache = await open();
    assert.equal(await cache.get('a', 0), undefined);
    await cache.set('a', 'one', { durationMs: 1_000, now: 0 });
    await cache.delete('a');
    assert.equal(await cache.get('a', 1), undefined);
  });
}
