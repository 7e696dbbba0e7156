import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';
import type { ConfigurationFiles } from '../../adapters/directory/loadDirectory.ts';
import type { WorkerStart } from './messages.ts';
import { WorkerPool } from './WorkerPool.ts';
import type { WorkerOptions } from './WorkerPool.ts';

/** Threads that say what a worker says, and behave as the test wants when they are to prepare something. */
function threads(
  onPrepare: string,
  resourceLimits: ResourceLimits = {},
): (start: WorkerStart) => Worker {
  const code = `
    const { parentPort, workerData: { place, files } } = require('node:worker_threads');
    parentPort.on('message', ({ kind, version: n }) => {
      if (kind === 'close') parentPort.postMessage({ kind: 'closed' });
      else { ${onPrepare} }
    });
    parentPort.postMessage({ kind: 'lines', to: 'log', text: place + ' has ' + files.path });
    parentPort.postMessage({ kind: 'listening' });`;
  return (start) => new Worker(code, { eval: true, workerData: start, resourceLimits });
}

const prepared = `parentPort.postMessage({ kind: 'prepared', version: n });`;
const refused = `parentPort.postMessage({ kind: 'refused', version: n, reason: 'too odd' });`;

function files(path: string): ConfigurationFiles {
  const tree = { name: path, path, directories: new Map(), files: new Map() };
  return { path, tree, overrides: undefined };
}

const settings = { host: '127.0.0.1', httpPort: 1, https: undefined, trustedCertificates: [] };

interface Pool {
  readonly pool: WorkerPool;
  /** What workers say when they start. */
  readonly said: string[];
  readonly ends: string[];
  /** Resolves when so many workers have said something. */
  readonly heard: (count: number) => Promise<void>;
}

async function poolOf(
  t: TestContext,
  onPrepare: string,
  options: Partial<WorkerOptions> = {},
): Promise<Pool> {
  const said: string[] = [];
  const ends: string[] = [];
  let onLine = (): void => undefined;
  const pool = await WorkerPool.start(settings, files('first'), {
    count: 2,
    maxCalls: 1,
    maxConnections: 1,
    lines: 'json',
    log: {
      write(text, written) {
        said.push(text);
        written();
        onLine();
      },
    },
    onEnd: (place, reason) => void ends.push(`${place} ${reason}`),
    spawn: threads(onPrepare),
    ...options,
  });
  t.after(() => pool.close(0));
  const heard = (count: number): Promise<void> =>
    new Promise((resolve) => {
      onLine = () => {
        if (said.length >= count) resolve();
      };
      onLine();
    });
  return { pool, said, ends, heard };
}

test('a configuration that all prepared is live, and what is started later has it', async (t) => {
  const { pool, said, heard } = await poolOf(
    t,
    `${prepared} if (place === 1 && n === 2) process.exit(3);`,
  );
  assert.equal(await pool.publish(files('second'), 1), undefined);
  assert.equal(await pool.publish(files('third'), 1), undefined);
  await heard(3);
  assert.deepEqual(said.toSorted(), ['0 has first', '1 has first', '1 has third']);
});

test('a configuration that one refuses is live nowhere, and what is started later has the old', async (t) => {
  const { pool, said, ends, heard } = await poolOf(
    t,
    `if (place === 1) { ${refused} setImmediate(() => process.exit(3)); } else { ${prepared} }`,
  );
  assert.equal(await pool.publish(files('second'), 1), 'too odd');
  await heard(3);
  assert.deepEqual(said.toSorted(), ['0 has first', '1 has first', '1 has first']);
  assert.deepEqual(ends, ['1 it exited with code 3']);
});

test('one that ends over a configuration is replaced, and does not keep the others from it', async (t) => {
  const { pool, said, ends, heard } = await poolOf(
    t,
    `if (place === 1) throw new TypeError('odd'); ${prepared}`,
  );
  assert.equal(await pool.publish(files('second'), 1), undefined);
  await heard(3);
  assert.deepEqual(said.toSorted(), ['0 has first', '1 has first', '1 has second']);
  assert.deepEqual(ends, ['1 TypeError: odd']);
});

test('one that runs out of memory is replaced, and the process goes on', async (t) => {
  const greedy = `if (place === 1) for (const kept = []; ; ) kept.push(new Array(1_000).fill(n));`;
  const { pool, said, ends, heard } = await poolOf(t, '', {
    spawn: threads(`${greedy} ${prepared}`, { maxOldGenerationSizeMb: 16 }),
  });
  assert.equal(await pool.publish(files('second'), 1), undefined);
  await heard(3);
  assert.deepEqual(said.toSorted(), ['0 has first', '1 has first', '1 has second']);
  assert.match(ends.join('|'), /^1 Error: Worker terminated due to reaching memory limit/);
});

test('one that never answers is ended before the others go on, and replaced', async (t) => {
  const { pool, said, ends, heard } = await poolOf(t, `if (place === 1) for (;;); ${prepared}`, {
    prepareMs: 50,
  });
  assert.equal(await pool.publish(files('second'), 1), undefined);
  await heard(3);
  assert.deepEqual(said.toSorted(), ['0 has first', '1 has first', '1 has second']);
  assert.deepEqual(ends, ['1 it did not prepare the configuration in time']);
});

test('one that is stuck is replaced', async (t) => {
  const timers: NodeJS.Timeout[] = [];
  t.after(() => timers.forEach(clearInterval));
  const { ends, heard } = await poolOf(t, prepared, {
    lookMs: 5,
    spawn: (start) => {
      const beats = new Int32Array(start.pulse);
      timers[start.place] = setInterval(() => Atomics.add(beats, 0, 1), 1);
      return threads(prepared)(start);
    },
  });
  clearInterval(timers[1]);
  await heard(3);
  assert.equal(ends[0], '1 it was stuck');
  assert.ok(!ends.some((end) => end.startsWith('0')));
});

test('a configuration over which all end is not live, and all come back with the old', async (t) => {
  const { pool, said, heard } = await poolOf(t, 'process.exit(9)');
  assert.equal(await pool.publish(files('second'), 1), 'no worker could prepare it');
  await heard(4);
  assert.deepEqual(said.toSorted(), ['0 has first', '0 has first', '1 has first', '1 has first']);
});

test('workers that end before they take calls are told with the reason, and none is left', async () => {
  const spawn = (): Worker => new Worker(`throw new Error('no memory')`, { eval: true });
  const starting = WorkerPool.start(settings, files('first'), {
    count: 2,
    maxCalls: 1,
    maxConnections: 1,
    lines: 'json',
    log: { write: () => undefined },
    onEnd: () => assert.fail('nobody is replaced'),
    spawn,
  });
  await assert.rejects(starting, /ended before it took calls: Error: no memory/);
});
