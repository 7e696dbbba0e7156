import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentMap } from './RecentMap.ts';

test('it never holds more than its weight, whatever is set', () => {
  const map = new RecentMap<number>(100);
  for (let i = 0; i < 1_000; i++) {
    map.set(`key ${i}`, i, 10);
    assert.ok(map.size <= 10, `${map.size} entries of weight 10`);
  }
});

test('what is used stays while others come and go', () => {
  const map = new RecentMap<string>(10);
  map.set('used', 'yes');
  for (let i = 0; i < 100; i++) {
    map.set(`key ${i}`, 'no');
    assert.equal(map.get('used'), 'yes');
  }
  assert.equal(map.get('key 0'), undefined);
});

test('an entry stays for at least half of the weight of others', () => {
  const map = new RecentMap<string>(10);
  map.set('idle', 'yes');
  for (let i = 0; i < 5; i++) map.set(`key ${i}`, 'no');
  assert.equal(map.get('idle'), 'yes');
});

test('setting a key again replaces its value and its weight', () => {
  const map = new RecentMap<number>(10);
  for (let i = 0; i < 100; i++) map.set('key', i, 5);
  assert.equal(map.get('key'), 99);
  assert.equal(map.size, 1);
  map.set('other', 0, 5);
  assert.equal(map.get('key'), 99);
});

test('what is too heavy is not kept, nor what it would have replaced', () => {
  const map = new RecentMap<string>(10);
  map.set('key', 'light', 1);
  map.set('key', 'heavy', 6);
  assert.equal(map.get('key'), undefined);
  assert.equal(map.size, 0);
});

test('a turn forgets what was not used since the last one', () => {
  const map = new RecentMap<string>(10);
  map.set('used', 'yes');
  map.set('idle', 'no');
  map.turn();
  map.get('used');
  map.turn();
  assert.equal(map.get('used'), 'yes');
  assert.equal(map.get('idle'), undefined);
});

test('what is deleted is gone from both generations', () => {
  const map = new RecentMap<string>(10);
  map.set('old', 'a');
  map.turn();
  map.set('young', 'b');
  map.delete('old');
  map.delete('young');
  assert.equal(map.size, 0);
});
