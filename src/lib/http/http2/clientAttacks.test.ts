import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SendError } from '../exchange.ts';
import type { IncomingResponse } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { always, fails, ok, request, slowBody, textOf, withRaw } from './testing/asking.ts';
import { block, flags, frame, headers, inParts, number, types } from './testing/frames.ts';

for (const [how, end] of [
  ['reset without an error', frame(types.reset, 0, 1, number(0))],
  ['cancelled', frame(types.reset, 0, 1, number(8))],
  ['failed', frame(types.reset, 0, 1, number(2))],
  [
    'given up with the connection',
    frame(types.goAway, 0, 0, Buffer.concat([number(1), number(2)])),
  ],
] as const) {
  test(`content that is ${how} before its end never looks whole`, async () => {
    await withRaw(always(ok, frame(types.data, 0, 1, 'half'), end), async (origin, send) => {
      let answer: IncomingResponse;
      try {
        answer = await send(request(origin));
      } catch (error) {
        assert.ok(error instanceof SendError);
        return;
      }
      await assert.rejects(textOf(answer.body), /early|failed/);
    });
  });
}

test('content whose connection closes never looks whole', async () => {
  await withRaw(
    ({ type }, socket) => {
      if (type !== types.headers) return;
      socket.end(Buffer.concat([ok, frame(types.data, 0, 1, 'half')]));
    },
    async (origin, send) => {
      const { body } = await send(request(origin));
      await assert.rejects(textOf(body));
    },
  );
});

test('content that is all there is whole, even if it is reset without an error behind it', async () => {
  const bytes = [
    headers(1, [
      [':status', '200'],
      ['content-length', '5'],
    ]),
    frame(types.data, flags.endStream, 1, 'whole'),
    frame(types.reset, 0, 1, number(0)),
  ];
  await withRaw(always(...bytes), async (origin, send) => {
    const { body, give } = slowBody();
    give('x');
    const answer = await send(request(origin, { method: 'POST', body }));
    assert.equal(await textOf(answer.body), 'whole');
  });
});

test('RFC 7541 §7.1.3: fields that may be secret are not compressed with those of other callers', async () => {
  const lengths: number[] = [];
  const ask = async (name: string): Promise<number> => {
    lengths.length = 0;
    await withRaw(
      ({ type, stream, payload }, socket) => {
        if (type !== types.headers) return;
        lengths.push(payload.length);
        socket.write(headers(stream, [[':status', '204']], 5));
      },
      async (origin, send) => {
        const fields = new HeaderMap([[name, 'abcdefghijklmnopqrstuvwxyz0123456789']]);
        await send(request(origin, { headers: fields }));
        await send(request(origin, { headers: fields }));
      },
    );
    return lengths[1]!;
  };
  const plain = await ask('x-plain-text');
  for (const name of ['authorization', 'x-api-key', 'ocp-apim-subscription-key', 'cookie']) {
    assert.ok((await ask(name)) > plain + 20, name);
  }
});

const malformed: readonly (readonly [string, readonly Buffer[]])[] = [
  [
    'Connection in it',
    [
      headers(
        1,
        [
          [':status', '200'],
          ['connection', 'close'],
        ],
        5,
      ),
    ],
  ],
  [
    'Transfer-Encoding in it',
    [
      headers(
        1,
        [
          [':status', '200'],
          ['transfer-encoding', 'chunked'],
        ],
        5,
      ),
    ],
  ],
  ['no status', [headers(1, [['x-a', 'b']], 5)]],
  [
    'two statuses',
    [
      headers(
        1,
        [
          [':status', '200'],
          [':status', '204'],
        ],
        5,
      ),
    ],
  ],
  ['a status of letters', [headers(1, [[':status', '2xx']], 5)]],
  ['status 101', [headers(1, [[':status', '101']], 4), headers(1, [[':status', '200']], 5)]],
  [
    'the path of a request',
    [
      headers(
        1,
        [
          [':status', '200'],
          [':path', '/'],
        ],
        5,
      ),
    ],
  ],
  [
    'a name in upper case',
    [
      headers(
        1,
        [
          [':status', '200'],
          ['X-A', 'b'],
        ],
        5,
      ),
    ],
  ],
  [
    'two lengths',
    [
      headers(1, [
        [':status', '200'],
        ['content-length', '1'],
        ['content-length', '2'],
      ]),
    ],
  ],
];

for (const [what, bytes] of malformed) {
  test(`HP-9, RFC 9113 §8.1.1: an answer with ${what} is refused`, async () => {
    await withRaw(always(...bytes), async (origin, send) => {
      await assert.rejects(send(request(origin)), fails('protocol'));
    });
  });
}

test('HP-9: an answer whose content is not as long as it says never looks whole', async () => {
  for (const content of ['four', 'sixsix']) {
    const head = headers(1, [
      [':status', '200'],
      ['content-length', '5'],
    ]);
    const bytes = [head, frame(types.data, flags.endStream, 1, content)];
    await withRaw(always(...bytes), async (origin, send) => {
      await assert.rejects(async () => textOf((await send(request(origin))).body));
    });
  }
});

test('HP-9: what would be another field in HTTP/1.1 does not arrive', async () => {
  for (const field of [
    ['x-a', 'b\r\nset-cookie: c=d'],
    ['x-a: b\r\nset-cookie', 'd'],
    ['x-a', 'b\0'],
    ['x a', 'b'],
  ] as const) {
    const head = headers(1, [[':status', '200'], field]);
    const trailers = headers(1, [field], flags.endHeaders | flags.endStream);
    await withRaw(always(head, frame(types.data, 0, 1, 'x'), trailers), async (origin, send) => {
      const answer = await send(request(origin));
      await textOf(answer.body);
      assert.deepEqual([...answer.headers, ...(answer.body?.trailers ?? [])], []);
    });
  }
});

test('HP-9: an answer that announces content and ends is refused', async () => {
  const head = headers(
    1,
    [
      [':status', '200'],
      ['content-length', '5'],
    ],
    5,
  );
  await withRaw(always(head), async (origin, send) => {
    await assert.rejects(send(request(origin)), fails('protocol'));
  });
  await withRaw(always(head), async (origin, send) => {
    assert.equal((await send(request(origin, { method: 'HEAD' }))).status, 200);
  });
});

test('pseudo-header fields and fields of one connection are no trailers', async () => {
  for (const field of [
    [':status', '500'],
    ['connection', 'x'],
    ['te', 'gzip'],
  ] as const) {
    const trailers = headers(1, [field], flags.endHeaders | flags.endStream);
    await withRaw(always(ok, frame(types.data, 0, 1, 'x'), trailers), async (origin, send) => {
      await assert.rejects(async () => textOf((await send(request(origin))).body));
    });
  }
});

test('interim responses are skipped, within reason', async () => {
  const hint = headers(1, [
    [':status', '103'],
    ['link', '</a>'],
  ]);
  const end = headers(1, [[':status', '204']], flags.endHeaders | flags.endStream);
  await withRaw(always(hint, hint, end), async (origin, send) => {
    assert.equal((await send(request(origin))).status, 204);
  });
  await withRaw(always(...Array.from({ length: 40 }, () => hint), end), async (origin, send) => {
    await assert.rejects(send(request(origin)), fails('protocol'));
  });
});

test('header fields that are too many or too large are refused', async () => {
  const many = Array.from({ length: 300 }, (_, at) => [`x-${at}`, ''] as const);
  const large = Array.from({ length: 10 }, (_, at) => [`x-${at}`, 'y'.repeat(4_000)] as const);
  for (const fields of [many, large]) {
    const status = [[':status', '200']] as const;
    await withRaw(always(...inParts(1, [...status, ...fields], 5)), async (origin, send) => {
      await assert.rejects(send(request(origin)));
    });
    const trailers = inParts(1, fields, flags.endHeaders | flags.endStream);
    await withRaw(always(ok, ...trailers), async (origin, send) => {
      await assert.rejects(async () => textOf((await send(request(origin))).body));
    });
  }
});

for (const [what, each] of [
  ['GOAWAY', frame(types.goAway, 0, 0, Buffer.concat([number(1), number(0)]))],
  ['PING', frame(types.ping, 0, 0, Buffer.alloc(8))],
  ['SETTINGS', frame(types.settings, 0, 0)],
  // RFC 7838 §4.
  ['ALTSVC', frame(10, 0, 0, Buffer.from([0, 1, 65, 66]))],
] as const) {
  test(`HP-16: a backend that sends ${what} without end loses the connection`, async () => {
    const flood = Array.from({ length: 500 }, () => each);
    await withRaw(always(ok, ...flood), async (origin, send) => {
      await assert.rejects(async () => textOf((await send(request(origin))).body));
    });
  });
}

test('RFC 9113 §8.4: a backend that pushes loses the connection', async () => {
  const pushed = block([
    [':method', 'GET'],
    [':scheme', 'http'],
    [':authority', 'api.example'],
    [':path', '/'],
  ]);
  const pushPromise = frame(5, flags.endHeaders, 1, Buffer.concat([number(2), pushed]));
  const taken = frame(types.settings, flags.ack, 0);
  await withRaw(always(taken, ok, pushPromise), async (origin, send) => {
    await assert.rejects(async () => textOf((await send(request(origin))).body));
  });
});
