/**
 * Keeps a gateway busy with callers and backends that behave well and badly, and fails when its memory
 * grows steadily, when a call is not answered as it should be, or when something is left at the end.
 * `node bench/gateway/soak.ts --seconds 600`; with `--leak` its log keeps each record, which has to be
 * found.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { credentials } from './credentials.ts';
import { sallyport } from './sallyport.ts';
import { openBackend } from './soak/backend.ts';
import { anyKind, Caller } from './soak/calls.ts';
import type { Memory, Ports, SoakedOptions } from './soak/gateway.ts';
import { Http2Caller } from './soak/http2.ts';
import { open } from './soak/Talk.ts';
import { verdictOf } from './soak/verdict.ts';
import type { Sample } from './soak/verdict.ts';
import { tlsFiles } from './tlsFiles.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    leak: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const callers = 48;
const http2Callers = 4;
const idleConnections = 500;
const meanPauseMs = 100;
const longestMs = 20_000;
const samples = 60;
const sampleMs = Math.max(1_000, (seconds * 1e3) / samples);
/** Until connections that nobody uses are gone. */
const settleMs = 5_000;

const folder = mkdtempSync(join(tmpdir(), 'sallyport-soak-'));
const backend = await openBackend();
const tls = await tlsFiles(folder);
const origin = backend.port;
sallyport({ folder, httpPort: 0, httpsPort: 0, origin, sink: origin, tls }, { isSecured: true });
mkdirSync(join(folder, 'apis', 'socket'));
writeFileSync(
  join(folder, 'apis', 'socket', 'apiInformation.json'),
  JSON.stringify({
    properties: {
      displayName: 'socket',
      path: 'socket',
      type: 'websocket',
      protocols: ['ws'],
      serviceUrl: `ws://127.0.0.1:${origin}`,
      subscriptionRequired: false,
    },
  }),
);
const options: SoakedOptions = { directory: folder, ...tls, leaks: values.leak };
const gateway = fork(join(import.meta.dirname, 'soak', 'gateway.ts'), [JSON.stringify(options)]);
const [ports] = (await once(gateway, 'message')) as [Ports];

/** So few that the cache of verified tokens holds all of them soon. */
const sets = credentials(200);
const anySet = (): Readonly<Record<string, string>> =>
  sets[Math.floor(Math.random() * sets.length)]!;
const lines = (): string =>
  Object.entries(anySet())
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

const endsAt = performance.now() + seconds * 1e3;
const isOver = (): boolean => performance.now() >= endsAt;
let calls = 0;
const wrong = new Map<string, number>();

async function keepCalling(): Promise<void> {
  const caller = new Caller(ports, lines);
  while (!isOver()) {
    const kind = anyKind();
    note(kind.name, await inTime(kind.make(caller)));
    await pass(Math.random() * 2 * meanPauseMs);
  }
  caller.end();
}

async function keepCallingHttp2(): Promise<void> {
  const caller = new Http2Caller(ports, anySet);
  while (!isOver()) {
    note('HTTP/2', await inTime(caller.make()));
    await pass(Math.random() * meanPauseMs);
  }
  caller.end();
}

/** False when it takes longer than any call should. */
async function inTime(call: Promise<boolean>): Promise<boolean> {
  const timer = new AbortController();
  const late = pass(longestMs, false, { signal: timer.signal }).catch(() => false);
  const isGood = await Promise.race([call, late]);
  timer.abort();
  return isGood;
}

function note(name: string, isGood: boolean): void {
  calls++;
  if (!isGood) wrong.set(name, (wrong.get(name) ?? 0) + 1);
}

/** Opened again when the gateway closes them. */
function stayIdle(): void {
  const socket = open(ports.httpPort, false).resume();
  const end = setTimeout(() => socket.destroy(), endsAt - performance.now());
  socket.on('close', () => {
    clearTimeout(end);
    if (!isOver()) setTimeout(stayIdle, meanPauseMs);
  });
}

async function measure(): Promise<Sample> {
  gateway.send('measure');
  const [memory] = (await once(gateway, 'message')) as [Memory];
  return { ...memory, calls };
}

async function keepSampling(): Promise<Sample[]> {
  const taken: Sample[] = [];
  while (!isOver()) {
    await pass(sampleMs);
    const sample = await measure();
    taken.push(sample);
    const [live, resident] = [sample.live, sample.resident].map((each) => (each / 1e6).toFixed(1));
    process.stdout.write(`${calls} calls, ${live} MB live, ${resident} MB resident\n`);
  }
  return taken;
}

try {
  const before = await measure();
  for (let at = 0; at < idleConnections; at++) stayIdle();
  const [taken] = await Promise.all([
    keepSampling(),
    ...Array.from({ length: callers }, keepCalling),
    ...Array.from({ length: http2Callers }, keepCallingHttp2),
  ]);
  await pass(settleMs);
  const faults = verdictOf({ before, taken, after: await measure(), wrong });
  for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
  if (faults.length === 0) process.stdout.write('✓ memory is flat, and nothing is left\n');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  gateway.kill();
  backend.server.close();
  rmSync(folder, { recursive: true });
}
