import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import { CounterShard } from './CounterShard.ts';
import { Region } from './Region.ts';
import { ValueShard } from './ValueShard.ts';

class Death extends Error {}

/** Memory of a thread that dies when it has written so often. */
class DyingRegion extends Region {
  writesLeft = Infinity;

  override int32(length: number): Int32Array {
    return this.#dying(super.int32(length));
  }

  override uint16(length: number): Uint16Array {
    return this.#dying(super.uint16(length));
  }

  override float64(length: number): Float64Array {
    return this.#dying(super.float64(length));
  }

  override uint8(length: number): Uint8Array {
    return this.#dying(super.uint8(length));
  }

  #dying<T extends object>(array: T): T {
    return new Proxy(array, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
      set: (target, name, value) => {
        if (this.writesLeft-- <= 0) throw new Death();
        return Reflect.set(target, name, value, target);
      },
    });
  }
}

interface Sizes {
  readonly counters: number;
  readonly times: number;
}

function shardIn(region: Region, { counters, times }: Sizes): CounterShard {
  return new CounterShard(region, counters, times, region.int32(1));
}

const keys = Array.from({ length: 9 }, (_, i) => `key ${i}`);

const calls = fc.array(
  fc.record({
    key: fc.constantFrom(...keys),
    wait: fc.integer({ min: 0, max: 8 }),
    amount: fc.integer({ min: 1, max: 2 }),
  }),
  { minLength: 1, maxLength: 25 },
);

const windowAt = (now: number) => ({ limit: 4, windowMs: 30, now });

/** What is left of each key. Looking changes memory, so it is done in a copy of it. */
function left(memory: SharedArrayBuffer, sizes: Sizes, now: number): Map<string, number> {
  const copy = new SharedArrayBuffer(memory.byteLength);
  new Uint8Array(copy).set(new Uint8Array(memory));
  const shard = shardIn(new Region(copy), sizes);
  return new Map(keys.map((key) => [key, shard.peek(key, windowAt(now)).remaining]));
}

/** Makes calls, the last of them in a thread that dies during it; gives what was left before it and after. */
function dieIn(
  made: readonly { readonly key: string; readonly wait: number; readonly amount: number }[],
  writes: number,
  sizes: Sizes,
) {
  const measured = new Region();
  shardIn(measured, sizes);
  const memory = new SharedArrayBuffer(measured.size);
  const region = new DyingRegion(memory);
  const dying = shardIn(region, sizes);
  let now = 0;
  for (const { key, wait, amount } of made.slice(0, -1)) {
    now += wait;
    dying.take(key, amount, windowAt(now));
  }
  const last = made.at(-1)!;
  now += last.wait;
  const before = left(memory, sizes, now);
  region.writesLeft = writes;
  try {
    dying.take(last.key, last.amount, windowAt(now));
  } catch (error) {
    assert.ok(error instanceof Death);
  }
  const alive = shardIn(new Region(memory), sizes);
  alive.rebuild();
  return { alive, before, after: left(memory, sizes, now), last, now };
}

/** Counters that work allow as many calls as the limit says. */
function assertWorks(alive: CounterShard, from: number): void {
  let now = from;
  for (let i = 0; i < 30; i++) {
    now += 40;
    const taken = [1, 2, 3, 4, 5].map(() => alive.take(keys[i % 9]!, 1, windowAt(now)).allowed);
    assert.deepEqual(taken, [true, true, true, true, false]);
  }
}

test('whenever a thread dies, what it was counting is counted or not, and all else is as it was', () => {
  fc.assert(
    fc.property(calls, fc.nat(100), (made, writes) => {
      const roomy = { counters: 16, times: 64 };
      const { alive, before, after, last, now } = dieIn(made, writes, roomy);
      for (const [key, remaining] of before) {
        const isLeft = after.get(key)!;
        if (key !== last.key) assert.equal(isLeft, remaining, key);
        else assert.ok(isLeft === remaining || isLeft === remaining - last.amount, key);
      }
      assertWorks(alive, now);
    }),
    { numRuns: 300 },
  );
});

test('whenever a thread dies while some give way to others, the counters go on to work', () => {
  fc.assert(
    fc.property(calls, fc.nat(60), (made, writes) => {
      const { alive, now } = dieIn(made, writes, { counters: 6, times: 8 });
      assertWorks(alive, now);
    }),
    { numRuns: 300 },
  );
});

test('whenever a thread dies while it stores a value, the value is there whole, or not at all', () => {
  const stores = fc.array(
    fc.record({ key: fc.constantFrom(...keys), length: fc.integer({ min: 0, max: 5_000 }) }),
    { minLength: 1, maxLength: 12 },
  );
  const valueOf = (key: string, length: number): Uint8Array => Buffer.from(key.padEnd(length, key));
  fc.assert(
    fc.property(stores, fc.nat(60), (made, writes) => {
      const shardOf = (region: Region): ValueShard =>
        new ValueShard(region, 6, 16, region.int32(1));
      const measured = new Region();
      shardOf(measured);
      const memory = new SharedArrayBuffer(measured.size);
      const region = new DyingRegion(memory);
      const dying = shardOf(region);
      for (const { key, length } of made.slice(0, -1)) dying.set(key, valueOf(key, length), 9, 0);
      const last = made.at(-1)!;
      region.writesLeft = writes;
      try {
        dying.set(last.key, valueOf(last.key, last.length), 9, 0);
      } catch (error) {
        assert.ok(error instanceof Death);
      }
      const alive = shardOf(new Region(memory));
      alive.rebuild();
      for (const key of keys) {
        const text = Buffer.from(alive.get(key, 1, 0)?.bytes ?? []).toString();
        const lengths = made.filter((store) => store.key === key).map(({ length }) => length);
        const whole = lengths.map((length) => String(valueOf(key, length)));
        assert.ok(text === '' || whole.includes(text), `${key}: ${text.slice(0, 20)}`);
      }
      for (const [i, key] of keys.entries()) {
        alive.set(key, valueOf(key, i * 900), 9, 1);
        assert.equal(
          String(Buffer.from(alive.get(key, 1, 0)?.bytes ?? [])),
          String(valueOf(key, i * 900)),
        );
      }
    }),
    { numRuns: 200 },
  );
});
