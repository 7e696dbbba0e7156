import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lease } from '../Lease.ts';
import { takeBuffer } from './BufferPool.ts';
import { HeldBytes } from './HeldBytes.ts';
import { readsOf } from './sharedReads.ts';

test('a buffer is taken again when nobody holds it any more, and not before', () => {
  const first = takeBuffer();
  first.hold();
  first.release();
  assert.notEqual(takeBuffer(), first);
  first.release();
  assert.equal(takeBuffer(), first);
});

test('content that waits is held in a pooled buffer, which whoever takes it may keep', () => {
  const held = new HeldBytes();
  held.append(Buffer.alloc(20_000, 'a'));
  held.append(Buffer.alloc(30_000, 'b'));
  held.handOn((bytes, lease) => {
    assert.equal(bytes.length, 50_000);
    assert.equal(bytes.toString('latin1', 19_999, 20_001), 'ab');
    lease.hold();
    const others = new HeldBytes();
    others.append(Buffer.alloc(20_000, 'c'));
    assert.equal(bytes.toString('latin1', 0, 1), 'a');
    lease.release();
  });
  assert.equal(held.length, 0);
});

test('more than a pooled buffer holds is held all the same', () => {
  const held = new HeldBytes();
  for (let at = 0; at < 20; at++) held.append(Buffer.alloc(20_000, at));
  const bytes = held.take();
  assert.equal(bytes.length, 400_000);
  assert.deepEqual([bytes[0], bytes[200_000], bytes[399_999]], [0, 10, 19]);
});

const large = 20_000;

test('a reader of content goes on in its buffer, leaves it to who holds it, and gives it back', () => {
  let holds = false;
  const leases: (Lease | undefined)[] = [];
  const receiver = {
    isStreaming: false,
    take(_: Buffer, lease?: Lease) {
      leases.push(lease);
      if (holds) lease?.hold();
    },
  };
  const { buffer, callback } = readsOf(receiver);
  const shared = buffer();
  callback(1);
  assert.equal(leases.filter(Boolean).length, 0);
  receiver.isStreaming = true;
  assert.equal(buffer(), undefined, 'the same one again');
  callback(large);
  const first = buffer();
  assert.notEqual(first, shared);
  callback(large);
  assert.equal(buffer(), undefined, 'the same one again');
  holds = true;
  callback(large);
  const second = buffer();
  assert.notEqual(second, first);
  leases.at(-1)?.release();
  receiver.isStreaming = false;
  assert.equal(buffer(), shared);
  assert.deepEqual(new Set([takeBuffer().bytes, takeBuffer().bytes]), new Set([first, second]));
});

test('who sends content slowly has no buffer of his own held for him', () => {
  const { buffer, callback } = readsOf({ isStreaming: true, take: () => undefined });
  const shared = buffer();
  callback(1_000);
  assert.equal(buffer(), undefined, 'the same one again');
  callback(large);
  const own = buffer();
  assert.notEqual(own, shared);
  callback(1_000);
  assert.equal(buffer(), shared);
  assert.equal(takeBuffer().bytes, own);
});
