/** What a hit in the cache costs: in the memory of one thread, and in memory that threads share. */
import { MemoryValueCache } from '../../src/adapters/memory/MemoryValueCache.ts';
import { SharedValueCache } from '../../src/adapters/sharedMemory/SharedValueCache.ts';
import type { ValueCache } from '../../src/engine/ports/ValueCache.ts';
import { ReceivedResponse } from '../../src/expressions/context/values.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import { Body } from '../../src/lib/http/Body.ts';
import { HeaderMap } from '../../src/lib/http/HeaderMap.ts';

const hits = 20_000;

/** Nanoseconds for each hit, of the fastest round. */
function measure(cache: ValueCache, value: unknown): number {
  void cache.set('key', value, { durationMs: 1_000, now: 0, bytes: 1_000 });
  let fastest = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < hits; i++) cache.get('key', 1);
    fastest = Math.min(fastest, Number(process.hrtime.bigint() - start) / hits);
  }
  return Math.round(fastest);
}

function response(bytes: number): ReceivedResponse {
  const headers = new HeaderMap([
    ['Content-Type', 'application/json'],
    ['ETag', '"1"'],
    ['X-Request', '1'],
  ]);
  return new ReceivedResponse(200, 'OK', headers, Body.of(new Uint8Array(bytes)));
}

const values: readonly (readonly [string, unknown])[] = [
  ['a short text', 'gold'],
  ['a response of 1 KB', response(1_000)],
  ['a response of 100 KB', response(100_000)],
];
const shared = SharedValueCache.memory();
for (const [name, value] of values) {
  const own = measure(new MemoryValueCache(), value);
  const others = measure(new SharedValueCache(shared, 0, netTypes), value);
  console.log(`${name.padEnd(24)} own memory ${own} ns, shared memory ${others} ns`);
}
