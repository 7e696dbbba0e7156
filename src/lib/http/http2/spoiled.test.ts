import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import { createClient } from '../client.ts';
import { SendError, strictTls } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { Chance } from '../http1/testing/Chance.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';
import {
  flags,
  frame,
  get,
  headers,
  number,
  post,
  RawBackend,
  RawCaller,
  types,
} from './testing/frames.ts';

const seed = Number(process.env['SEED'] ?? 1);
const count = Number(process.env['CASES'] ?? 150);
const end = flags.endHeaders | flags.endStream;

/** Frames of a proper exchange in some order, with bytes changed, dropped or doubled. */
function spoiled(chance: Chance, proper: readonly Buffer[]): Buffer {
  const others = [
    frame(types.ping, 0, 0, Buffer.alloc(8)),
    frame(types.settings, 0, 0),
    frame(types.windowUpdate, 0, 1, number(chance.below(2 ** 31))),
    frame(types.reset, 0, 1, number(chance.below(14))),
    frame(types.goAway, 0, 0, Buffer.concat([number(chance.below(3)), number(chance.below(14))])),
    frame(types.continuation, chance.below(8), 1, 'x'),
    frame(chance.below(256), chance.below(256), chance.below(4), 'whatever'),
  ];
  const frames = proper.flatMap((each) => (chance.oneIn(5) ? [each, chance.pick(others)] : [each]));
  const bytes = Buffer.concat(frames);
  return chance.oneIn(3) ? bytes : chance.spoil(bytes);
}

test('whatever a backend sends, a request gets a whole answer or fails, and soon', async () => {
  const chance = new Chance(seed);
  const answers = [
    [
      headers(1, [[':status', '200']]),
      frame(types.data, 0, 1, 'one '),
      frame(types.data, flags.endStream, 1, 'two'),
    ],
    [
      headers(1, [
        [':status', '200'],
        ['content-length', '7'],
      ]),
      frame(types.data, flags.endStream, 1, 'one two'),
    ],
    [headers(1, [[':status', '103']]), headers(1, [[':status', '204']], end)],
    [
      headers(1, [[':status', '200']]),
      frame(types.data, 0, 1, 'one two'),
      headers(1, [['x-a', 'b']], end),
    ],
  ];
  let answer = Buffer.alloc(0);
  const backend = await RawBackend.listen(({ type }, socket) => {
    if (type === types.headers) socket.end(answer);
  });
  const client = createClient({ contentTimeoutMs: 500 });
  const outcomes = { whole: 0, failed: 0 };
  for (let at = 0; at < count; at++) {
    answer = Buffer.from(spoiled(chance, chance.pick(answers)));
    try {
      const { body } = await client.send({
        method: 'GET',
        url: backend.origin,
        hostIsConfigured: true,
        httpVersion: '2',
        headers: new HeaderMap(),
        body: null,
        timeoutMs: 500,
        tls: strictTls,
      });
      await body?.buffer(100_000);
      outcomes.whole++;
    } catch (error) {
      assert.ok(error instanceof Error);
      if (error instanceof SendError) assert.notEqual(error.kind, 'timeout');
      outcomes.failed++;
    }
  }
  await backend.close();
  await client.close();
  assert.ok(outcomes.whole > 0 && outcomes.failed > 0, JSON.stringify(outcomes));
});

test('whatever a caller sends, others are served', async () => {
  const chance = new Chance(seed);
  const content = frame(types.data, flags.endStream, 1, 'content');
  const requests = [
    [headers(1, get, end), headers(3, get, end)],
    [headers(1, post), content],
    [headers(1, [...post, ['content-length', '7']]), frame(types.data, 0, 1, 'con'), content],
    [headers(1, post), frame(types.data, 0, 1, 'content'), headers(1, [['x-a', 'b']], end)],
  ];
  const server = await listen('127.0.0.1', 0, {
    tls: await testTls(),
    limits: { lingerTimeoutMs: 50 },
    async handle({ body }) {
      const bytes = body ? await body.buffer(1_000) : new Uint8Array();
      return { status: 200, reason: 'OK', headers: new HeaderMap(), body: Body.of(bytes) };
    },
  });
  const callers: RawCaller[] = [];
  for (let at = 0; at < count / 3; at++) {
    const caller = new RawCaller(server.port);
    callers.push(caller);
    for (const piece of chance.cut(spoiled(chance, chance.pick(requests)))) caller.write(piece);
    if (at % 10 !== 0) continue;
    const other = new RawCaller(server.port);
    other.write(headers(1, post), content);
    const answer = await other.until(({ type }) => type === types.data);
    assert.equal(answer?.payload.toString(), 'content');
    other.close();
  }
  for (const caller of callers) caller.close();
  await server.close(100);
});
