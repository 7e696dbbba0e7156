import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileSnapshot } from '../../engine/snapshot/compileSnapshot.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { liveOf } from '../../gateway/Gateway.ts';
import type { Live } from '../../gateway/Gateway.ts';
import { MemoryOpenIdProviders } from '../../adapters/memory/MemoryOpenIdProviders.ts';
import { noResources } from '../../model/resources.ts';
import { policies } from '../../policies/index.ts';
import { PreparedVersions } from './PreparedVersions.ts';

function live(): Live {
  const openIdProviders = new MemoryOpenIdProviders({
    fetch: () => Promise.reject(new Error('no network')),
    now: () => 0,
  });
  const { snapshot } = compileSnapshot(noResources, { policies, types: netTypes, openIdProviders });
  assert.ok(snapshot);
  return liveOf(snapshot);
}

function versions(): { shared: Int32Array; prepared: PreparedVersions; published: Live[] } {
  const memory = new SharedArrayBuffer(4);
  const published: Live[] = [];
  const prepared = new PreparedVersions(memory, 0, (each) => published.push(each));
  return { shared: new Int32Array(memory), prepared, published };
}

test('what is prepared is published when it is its turn, once', () => {
  const { shared, prepared, published } = versions();
  const next = live();
  prepared.prepare(1, next);
  prepared.adopt();
  assert.deepEqual(published, []);
  Atomics.store(shared, 0, 1);
  for (let call = 0; call < 3; call++) prepared.adopt();
  assert.equal(published.length, 1);
  assert.equal(published[0], next);
});

test('a version whose turn came while nobody called is published before the next is prepared', () => {
  const { shared, prepared, published } = versions();
  const [first, second] = [live(), live()];
  prepared.prepare(1, first);
  Atomics.store(shared, 0, 1);
  prepared.prepare(2, second);
  assert.equal(published[0], first);
  Atomics.store(shared, 0, 2);
  prepared.adopt();
  assert.equal(published[1], second);
});

test('no call is served when it is the turn of a version that is not prepared', () => {
  const { shared, prepared, published } = versions();
  prepared.prepare(1, live());
  Atomics.store(shared, 0, 2);
  assert.throws(() => prepared.adopt(), /version 2 is not prepared/);
  assert.deepEqual(published, []);
});
