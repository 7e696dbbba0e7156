/**
 * What counting one call costs: in the memory of one thread, and in memory that threads share, with
 * nobody else there and with a second thread on the same counter.
 */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { MemoryCounters } from '../../src/adapters/memory/MemoryCounters.ts';
import { SharedCounters } from '../../src/adapters/sharedMemory/SharedCounters.ts';
import type { Counters } from '../../src/engine/ports/Counters.ts';

const calls = 1_000_000;
const rounds = 3;

/** Nanoseconds for each call, of the fastest round. */
function measure(counters: Counters, keyOf: (i: number) => string): number {
  let fastest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) {
      const now = 1_000_000 * (round + 1) + Math.floor(i / 20);
      void counters.take(keyOf(i), 1, { limit: 500, windowMs: 1_000, now });
    }
    const elapsed = Number(process.hrtime.bigint() - start) / calls;
    fastest = Math.min(fastest, elapsed);
  }
  return Math.round(fastest);
}

const keys = Array.from(
  { length: 1_000 },
  (_, i) => `rate-limit/apis/orders/${i}/subscription-${i}`,
);
const one = (): string => keys[0]!;
const many = (i: number): string => keys[i % keys.length]!;

if (isMainThread) {
  const memory = SharedCounters.memory();
  const rows: [string, number][] = [
    ['own memory, one key', measure(new MemoryCounters(), one)],
    ['own memory, 1,000 keys', measure(new MemoryCounters(), many)],
    ['shared memory, one key', measure(new SharedCounters(memory, 0), one)],
    ['shared memory, 1,000 keys', measure(new SharedCounters(memory, 0), many)],
  ];
  const other = new Worker(new URL(import.meta.url), { workerData: memory });
  await once(other, 'message');
  const counters = new SharedCounters(memory, 0);
  rows.push(['shared memory, one key, two threads', measure(counters, one)]);
  rows.push(['shared memory, 1,000 keys, two threads', measure(counters, many)]);
  await other.terminate();
  for (const [name, nanoseconds] of rows) console.log(`${name.padEnd(42)} ${nanoseconds} ns`);
} else {
  const counters = new SharedCounters(workerData as SharedArrayBuffer, 1);
  parentPort!.postMessage('ready');
  for (;;) measure(counters, one);
}
