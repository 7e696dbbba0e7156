import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cancellation } from './CancelSignal.ts';
import { SendError } from './exchange.ts';
import { WaitingLine } from './WaitingLine.ts';

const long = 60_000;

test('who waits longest is served first, and sent away first', async () => {
  const line = new WaitingLine<string>();
  const waiting = [1, 2, 3].map(() => line.wait(long, undefined));
  assert.equal(line.size, 3);
  assert.equal(line.serve('a'), true);
  line.refuse(new Error('none'));
  assert.equal(line.serve('b'), true);
  assert.deepEqual(await Promise.allSettled(waiting), [
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: new Error('none') },
    { status: 'fulfilled', value: 'b' },
  ]);
  assert.equal(line.size, 0);
});

test('nobody is served when nobody waits', () => {
  const line = new WaitingLine<string>();
  assert.equal(line.serve('a'), false);
  line.refuse(new Error('none'));
  line.refuseAll(new Error('none'));
});

test('who is given up, or waits for too long, leaves the line without a connection', async () => {
  const line = new WaitingLine<string>();
  const signal = new Cancellation();
  const [aborted, late, served] = [
    line.wait(long, signal),
    line.wait(1, undefined),
    line.wait(long, signal),
  ];
  await assert.rejects(late, (error) => error instanceof SendError && error.kind === 'timeout');
  line.serve('a');
  signal.abort();
  assert.equal(await aborted, 'a');
  await assert.rejects(served, (error) => error instanceof SendError && error.kind === 'aborted');
  assert.equal(line.serve('b'), false);
});

test('a request that is given up already does not join', async () => {
  const line = new WaitingLine<string>();
  const signal = new Cancellation();
  signal.abort();
  const waiting = line.wait(long, signal);
  assert.equal(line.size, 0);
  await assert.rejects(waiting, (error) => error instanceof SendError && error.kind === 'aborted');
});

test('all are sent away, but those who come while that is told', async () => {
  const line = new WaitingLine<string>();
  const waiting = [1, 2].map(() => line.wait(long, undefined));
  line.refuseAll(new Error('none'));
  const later = line.wait(long, undefined);
  assert.deepEqual(
    (await Promise.allSettled(waiting)).map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  line.serve('a');
  assert.equal(await later, 'a');
});
