import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PreparedVersions } from './PreparedVersions.ts';

function versions(): {
  shared: Int32Array;
  prepared: PreparedVersions<string>;
  published: string[];
} {
  const memory = new SharedArrayBuffer(4);
  const published: string[] = [];
  const prepared = new PreparedVersions<string>(memory, 0, (live) => published.push(live));
  return { shared: new Int32Array(memory), prepared, published };
}

test('what is prepared is published when it is its turn, once', () => {
  const { shared, prepared, published } = versions();
  prepared.prepare(1, 'first');
  prepared.adopt();
  assert.deepEqual(published, []);
  Atomics.store(shared, 0, 1);
  for (let call = 0; call < 3; call++) prepared.adopt();
  assert.deepEqual(published, ['first']);
});

test('a version whose turn came while nobody called is published before the next is prepared', () => {
  const { shared, prepared, published } = versions();
  prepared.prepare(1, 'first');
  Atomics.store(shared, 0, 1);
  prepared.prepare(2, 'second');
  assert.deepEqual(published, ['first']);
  Atomics.store(shared, 0, 2);
  prepared.adopt();
  assert.deepEqual(published, ['first', 'second']);
});

test('no call is served when it is the turn of a version that is not prepared', () => {
  const { shared, prepared, published } = versions();
  prepared.prepare(1, 'first');
  Atomics.store(shared, 0, 2);
  assert.throws(() => prepared.adopt(), /version 2 is not prepared/);
  assert.deepEqual(published, []);
});
