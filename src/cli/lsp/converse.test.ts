import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { converse } from './converse.ts';
import type { Responder } from './converse.ts';
import { frame } from './MessageReader.ts';

/** What a responder answers to these messages, which come at once. */
async function conversation(
  messages: readonly object[],
  change: Partial<Responder> = {},
): Promise<readonly object[]> {
  const sent: object[] = [];
  const input = new PassThrough();
  for (const message of messages) input.write(frame({ jsonrpc: '2.0', ...message }));
  input.end();
  const responder: Responder = {
    request: (method) => method,
    notify: () => undefined,
    rest: () => undefined,
    hasExited: false,
    ...change,
  };
  await converse(input, (message) => sent.push(message), responder);
  return sent.map((message) => ({ ...message, jsonrpc: undefined }));
}

function codes(answers: readonly object[]): readonly unknown[] {
  return answers.map((answer: any) => [answer.id, answer.error?.code ?? answer.result]);
}

const cancel = (id: unknown): object => ({ method: '$/cancelRequest', params: { id } });

test('a request that is given up before its turn is answered so, and is not worked on', async () => {
  const asked: string[] = [];
  const request = (method: string): string => (asked.push(method), method);
  const answers = await conversation(
    [{ id: 1, method: 'a' }, { id: 'x', method: 'b' }, cancel('x'), { id: 2, method: 'c' }],
    { request },
  );
  assert.deepEqual(codes(answers), [
    [1, 'a'],
    ['x', -32800],
    [2, 'c'],
  ]);
  assert.deepEqual(asked, ['a', 'c']);
});

test('a request that is given up while it is worked on is answered so', async () => {
  const input = new PassThrough();
  const sent: object[] = [];
  const request = async (): Promise<string> => {
    input.end(frame(cancel(1)));
    await new Promise((resolve) => input.once('end', resolve));
    return 'too late';
  };
  const responder = { request, notify: () => 0, rest: () => undefined, hasExited: false };
  const done = converse(input, (message) => sent.push(message), responder);
  input.write(frame({ id: 1, method: 'a' }));
  await done;
  assert.deepEqual(codes(sent), [[1, -32800]]);
});

test('the beginning and the end of a session cannot be given up', async () => {
  const messages = [
    { id: 1, method: 'initialize' },
    { id: 2, method: 'shutdown' },
  ];
  assert.deepEqual(codes(await conversation([...messages, cancel(1), cancel(2)])), [
    [1, 'initialize'],
    [2, 'shutdown'],
  ]);
});

test('what was answered, or never asked, cannot be given up', async () => {
  const messages = [
    cancel(1),
    { id: 1, method: 'a' },
    cancel(7),
    cancel(null),
    { id: 1, method: 'b' },
  ];
  assert.deepEqual(codes(await conversation(messages)), [
    [1, 'a'],
    [1, 'b'],
  ]);
});

test('messages that are no requests, notifications or answers are refused', async () => {
  const messages = [
    { id: 1 },
    { id: 2, method: 3 },
    {},
    { id: null, method: 'a' },
    { id: {}, method: 'a' },
    { id: 5, result: null },
  ];
  assert.deepEqual(codes(await conversation(messages)), [
    [2, -32600],
    [null, -32600],
    [null, -32600],
    [null, -32600],
  ]);
});

test('work that fails without a reason for the client is an internal error, and nothing ends', async () => {
  const fail = (): never => {
    throw new Error('secret');
  };
  const answers = await conversation(
    [{ method: 'a' }, { id: 1, method: 'b' }, { id: 2, method: 'c' }],
    { request: fail, notify: fail },
  );
  assert.deepEqual(codes(answers), [
    [1, -32603],
    [2, -32603],
  ]);
  assert.ok(!JSON.stringify(answers).includes('secret'));
});

test('the responder rests when nothing more has come, and not between messages that came together', async () => {
  const order: string[] = [];
  const notify = (method: string): unknown => order.push(method);
  await conversation([{ method: 'a' }, { method: 'b' }, { method: 'c' }], {
    notify,
    rest: () => order.push('rest'),
  });
  assert.deepEqual(order.slice(0, 4), ['a', 'b', 'c', 'rest']);
});
