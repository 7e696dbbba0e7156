import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noResources, originOf } from '../../model/resources.ts';
import type { ServiceResources } from '../../model/resources.ts';
import { subscription } from '../../model/subscription.ts';
import { KeyIndex } from './KeyIndex.ts';

function resourcesWith(...written: readonly Record<string, string>[]): ServiceResources {
  const subscriptions = written.map((each, at) => {
    const id = `subscription-${at}`;
    const properties = subscription.read(id, { displayName: id, ...each }, ({ code }) =>
      assert.fail(code),
    );
    return { id, properties: properties!, origin: originOf(id) };
  });
  return { ...noResources, subscriptions };
}

test('both keys of a subscription open it, at first and ever after', () => {
  const keys = new KeyIndex(
    resourcesWith(
      { scope: '/apis/a', state: 'active', primaryKey: 'first', secondaryKey: 'second' },
      { scope: '/apis/b', state: 'active', primaryKey: 'third' },
    ),
  );
  for (let time = 0; time < 3; time++) {
    for (const key of ['first', 'second']) {
      assert.equal(keys.find(key)?.host.key, key);
      assert.equal(keys.find(key)?.host.id, 'subscription-0');
    }
    assert.equal(keys.find('third')?.host.id, 'subscription-1');
    for (const key of ['', 'First', 'first ', 'firs']) assert.equal(keys.find(key), undefined);
  }
});

test('a key of a subscription that is not active opens nothing', () => {
  const keys = new KeyIndex(
    resourcesWith(
      { scope: '/apis/a', state: 'suspended', primaryKey: 'first' },
      { scope: '/apis/a', state: 'active', primaryKey: 'second' },
    ),
  );
  assert.equal(keys.find('first'), undefined);
  assert.equal(keys.find('second')?.host.key, 'second');
});
