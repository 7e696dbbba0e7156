import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Body, BodyTooLarge } from './Body.ts';
import type { BodyStream } from './Body.ts';

/** A stream of these parts that remembers whether somebody gave up on it. */
function streamOf(...parts: readonly string[]): BodyStream & { discarded: boolean } {
  return {
    length: undefined,
    discarded: false,
    async pipe(sink) {
      for (const part of parts) await sink(Buffer.from(part));
    },
    discard() {
      this.discarded = true;
    },
  };
}

test('a body that was buffered can be read and handed on again', async () => {
  const body = Body.streaming(streamOf('or', 'der'));
  await body.buffer(10);
  assert.equal(Buffer.from(body.read(true)).toString(), 'order');
  const sent: string[] = [];
  await body.pipe((chunk) => void sent.push(Buffer.from(chunk).toString()));
  assert.deepEqual(sent, ['order']);
  assert.equal(body.wasHandedOn, false);
});

test('reading without keeping leaves nothing to later readers', async () => {
  const body = Body.ofText('order');
  assert.equal(body.read(false).length, 5);
  assert.equal(body.read(true).length, 0);
});

test('a body that is longer than its reader allows is refused', async () => {
  await assert.rejects(async () => Body.streaming(streamOf('or', 'der')).buffer(4), BodyTooLarge);
});

test('a stream that was handed on is empty afterwards, even when the taker failed', async () => {
  const stream = streamOf('order');
  const body = Body.streaming(stream);
  const fail = (): never => {
    throw new Error('gone');
  };
  await assert.rejects(body.pipe(fail), /gone/);
  assert.equal((await body.buffer(10)).length, 0);
  assert.equal(body.wasHandedOn, true);
  body.discard();
  assert.equal(stream.discarded, true);
});
