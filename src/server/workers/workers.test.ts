import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '../../adapters/directory/testDirectory.ts';
import { GatewayServer } from '../GatewayServer.ts';
import { canSharePorts } from './claimPort.ts';
import type { FromWorker } from './messages.ts';

const skip = (await canSharePorts('127.0.0.1')) ? false : 'this system shares no ports';

/** Each worker that was started, with the paths of the calls that it logged. */
const workers: { readonly worker: Worker; readonly paths: string[] }[] = [];
const maxCalls = 4;
const ends: string[] = [];
const directory = mkdtempSync(join(tmpdir(), 'sallyport-workers-'));
/** Calls that wait in the backend. */
let held: (() => void)[] = [];
let onHeld = (): void => undefined;
let backend: Server;
let server: GatewayServer;

before(async () => {
  if (skip) return;
  backend = createServer((_, response) => {
    held.push(() => void response.end('late'));
    onHeld();
  });
  backend.listen(0, '127.0.0.1');
  await once(backend, 'listening');
  await configure('one');
  ({ server } = await GatewayServer.start({
    directory,
    host: '127.0.0.1',
    httpPort: 0,
    https: undefined,
    trustedCertificates: [],
    maxCalls,
    workers: {
      count: 2,
      lines: 'json',
      log: { write: (_text, written) => written() },
      onEnd: (place, reason) => void ends.push(`${place} ${reason}`),
      spawn(start) {
        const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: start });
        const paths: string[] = [];
        worker.on('message', (message: FromWorker) => {
          if (message.kind === 'lines')
            for (const line of message.text.trimEnd().split('\n'))
              paths.push((JSON.parse(line) as { path: string }).path);
        });
        workers.push({ worker, paths });
        return worker;
      },
    },
  }));
});

after(async () => {
  if (skip) return;
  await server.close(0);
  backend.close();
  rmSync(directory, { recursive: true });
});

async function configure(text: string): Promise<void> {
  const { port } = backend.address() as AddressInfo;
  await write(directory, 'apis/a/apiInformation.json', {
    properties: {
      displayName: 'A',
      path: '',
      protocols: ['http'],
      serviceUrl: `http://127.0.0.1:${port}`,
      subscriptionRequired: false,
    },
  });
  for (const id of ['told', 'late', 'limited', 'kept', 'narrow'])
    await write(directory, `apis/a/operations/${id}/operationInformation.json`, {
      properties: { displayName: id, method: 'GET', urlTemplate: `/${id}/*` },
    });
  await write(
    directory,
    'apis/a/operations/told/policy.xml',
    `<policies><inbound><return-response><set-body>${text}</set-body></return-response></inbound>
    <backend /><outbound /><on-error /></policies>`,
  );
  await write(
    directory,
    'apis/a/operations/limited/policy.xml',
    `<policies><inbound><rate-limit-by-key calls="50" renewal-period="300" counter-key="all" />
    <return-response /></inbound><backend /><outbound /><on-error /></policies>`,
  );
  await write(
    directory,
    'apis/a/operations/narrow/policy.xml',
    `<policies><inbound /><backend><limit-concurrency key="k" max-count="2">
    <forward-request /></limit-concurrency></backend><outbound /><on-error /></policies>`,
  );
  await write(
    directory,
    'apis/a/operations/kept/policy.xml',
    `<policies><inbound><cache-lookup-value key="k" variable-name="kept" />
    <choose><when condition="@(!context.Variables.ContainsKey("kept"))">
    <set-variable name="kept" value="@(new JObject(new JProperty("id", context.RequestId)))" />
    <cache-store-value key="k" value="@(context.Variables["kept"])" duration="100" />
    </when></choose>
    <return-response><set-body>@(((JObject)context.Variables["kept"]).ToString())</set-body></return-response>
    </inbound><backend /><outbound /><on-error /></policies>`,
  );
}

/** A connection of its own, on which one call follows the other. */
class Caller {
  readonly #socket: Socket = connect(server.httpPort, '127.0.0.1');

  async call(path: string): Promise<string> {
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    let text = '';
    for (;;) {
      const [bytes] = (await once(this.#socket, 'data')) as [Buffer];
      text += bytes.toString('latin1');
      const [, status, length, body] =
        /^HTTP\/1\.1 (\d+)[^]*?Content-Length: (\d+)[^]*?\r\n\r\n([^]*)$/i.exec(text) ?? [];
      if (body?.length === Number(length)) return `${status} ${body}`;
    }
  }

  end(): void {
    this.#socket.destroy();
  }
}

async function callOnce(path: string): Promise<string> {
  const caller = new Caller();
  try {
    return await caller.call(path);
  } finally {
    caller.end();
  }
}

const bothServe = async (path: string): Promise<void> => {
  const [first, second] = workers.slice(-2);
  while (!first!.paths.includes(path) || !second!.paths.includes(path))
    assert.match(await callOnce(path), /^200 /);
};

test('two workers answer on one port', { skip }, async () => {
  await bothServe('/told/port');
});

test(
  'whoever was answered by a new configuration is never answered by the old one',
  { skip },
  async () => {
    const callers = Array.from({ length: 6 }, () => new Caller());
    let newest = 0;
    let isOver = false;
    const hammer = async (caller: Caller): Promise<number> => {
      let calls = 0;
      for (; !isOver; calls++) {
        const atLeast = newest;
        const version = Number((await caller.call('/told/version')).replace('200 ', ''));
        assert.ok(version >= atLeast, `${version} after ${atLeast}`);
        newest = Math.max(newest, version);
      }
      return calls;
    };
    await configure('0');
    await server.reload();
    const hammering = callers.map(hammer);
    for (let version = 1; version <= 5; version++) {
      await configure(String(version));
      assert.deepEqual((await server.reload()).isLive, true);
      assert.equal(await callOnce('/told/version'), `200 ${version}`);
    }
    isOver = true;
    const counts = await Promise.all(hammering);
    for (const count of counts) assert.ok(count > 0);
    for (const caller of callers) caller.end();
    assert.equal(newest, 5);
  },
);

test('a configuration with errors changes nothing', { skip }, async () => {
  await configure('@(nonsense)');
  assert.equal((await server.reload()).isLive, false);
  assert.equal(await callOnce('/told/'), '200 5');
  await configure('6');
  assert.equal((await server.reload()).isLive, true);
});

test('a rate limit is exact, whichever workers its calls come to', { skip }, async () => {
  const callers = Array.from({ length: 10 }, () => new Caller());
  const answers = await Promise.all(
    callers.map(async (caller) => {
      const own: string[] = [];
      for (let i = 0; i < 20; i++) own.push((await caller.call('/limited/')).slice(0, 3));
      return own;
    }),
  );
  const all = answers.flat();
  assert.equal(all.filter((status) => status === '200').length, 50);
  assert.equal(all.filter((status) => status === '429').length, 150);
  for (const caller of callers) caller.end();
});

test('what one worker keeps in the cache the others find', { skip }, async () => {
  const callers = Array.from({ length: 10 }, () => new Caller());
  const first = await callers[0]!.call('/kept/');
  const others = await Promise.all(callers.map((caller) => caller.call('/kept/')));
  assert.deepEqual(new Set(others), new Set([first]));
  for (const caller of callers) caller.end();
});

/** Makes as many calls as there may be under way, and resolves when all of them are. */
async function hold(): Promise<{
  readonly callers: Caller[];
  readonly answers: Promise<string>[];
}> {
  const callers = Array.from({ length: maxCalls }, () => new Caller());
  const answers = callers.map((caller) => caller.call('/late/').catch(() => 'lost'));
  await new Promise<void>((resolve) => {
    onHeld = () => {
      if (held.length === maxCalls) resolve();
    };
  });
  return { callers, answers };
}

function letGo(callers: readonly Caller[] = []): void {
  for (const each of held) each();
  held = [];
  for (const caller of callers) caller.end();
}

test(
  'the limit of calls is that of all workers together; more are told to come again',
  { skip },
  async () => {
    const { callers, answers } = await hold();
    for (let i = 0; i < 10; i++) assert.match(await callOnce('/told/'), /^503 .*too many calls/);
    letGo();
    assert.deepEqual(
      await Promise.all(answers),
      answers.map(() => '200 late'),
    );
    assert.equal(await callOnce('/told/'), '200 6');
    letGo(callers);
  },
);

test(
  'as many calls are within a block as it says, whichever workers they come to',
  { skip },
  async () => {
    const callers = Array.from({ length: maxCalls }, () => new Caller());
    const answers = callers.map((caller) => caller.call('/narrow/'));
    const first = await Promise.race(answers);
    assert.match(first, /^429 /);
    while (held.length < 2) await new Promise(setImmediate);
    assert.match(await callOnce('/narrow/'), /^429 /);
    letGo();
    const all = (await Promise.all(answers)).map((answer) => answer.slice(0, 3));
    assert.deepEqual(all.toSorted(), ['200', '200', '429', '429']);
    letGo(callers);
  },
);

test(
  'a worker that dies is replaced, its calls count no more, and the others go on',
  { skip },
  async () => {
    const { callers } = await hold();
    await workers[0]!.worker.terminate();
    letGo(callers);
    while (workers.length < 3) await callOnce('/told/');
    await bothServe('/told/after');
    assert.deepEqual(ends, ['0 it exited with code 1']);
    const { callers: others, answers } = await hold();
    letGo();
    assert.deepEqual(
      await Promise.all(answers),
      answers.map(() => '200 late'),
    );
    letGo(others);
  },
);

test(
  'calls under way in all workers end before the gateway does, and new ones are not taken',
  { skip },
  async () => {
    const { answers } = await hold();
    const closed = server.close(5_000);
    letGo();
    assert.deepEqual(
      await Promise.all(answers),
      answers.map(() => '200 late'),
    );
    await closed;
    await assert.rejects(callOnce('/told/'), { code: 'ECONNREFUSED' });
  },
);
