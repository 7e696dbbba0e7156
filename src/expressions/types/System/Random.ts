import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { NetRandom } from '../../runtime/NetRandom.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Random: NetRandom;
  }
}

const member = membersOf<NetRandom>();

const maxInt = 2147483647;
const maxLong = (1n << 63n) - 1n;

/**
 * https://learn.microsoft.com/dotnet/api/system.random. With a seed it gives the numbers of .NET;
 * without one it starts from the world's random bytes.
 */
export const SystemRandom = defineType({
  name: 'System.Random',
  kind: 'class',
  represents: NetRandom,
  members: [
    member(
      'Random()',
      (_types, { world }) => NetRandom.unseeded(world),
      'new Random().Next(5) < 5 // true',
    ),
    member(
      'Random(int Seed)',
      (seed) => new NetRandom(seed),
      'new Random(42).Next() // 1434747710',
    ),
    member(
      'static Random Shared { get; }',
      (_types, { world }) => NetRandom.unseeded(world),
      'Random.Shared.Next(1) // 0',
    ),
    member(
      'int Next()',
      ({ generator }) => generator.sample(),
      'new Random(1).Next() // 534011718',
    ),
    member(
      'int Next(int maxValue)',
      ({ generator }, maxValue) => {
        requireOrder(maxValue >= 0, 'maxValue', "'maxValue' must be greater than zero.");
        return Math.trunc(generator.fraction() * maxValue);
      },
      'new Random(1).Next(100) // 24',
      'new Random(1).Next(-1) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'int Next(int minValue, int maxValue)',
      next,
      'new Random(1).Next(10, 20) // 12',
      'new Random(1).Next(2, 1) // throws System.ArgumentOutOfRangeException',
    ),
    member('long NextInt64()', (self) => nextLong(self), 'new Random(1).NextInt64() >= 0 // true'),
    member(
      'long NextInt64(long maxValue)',
      (self, maxValue) => {
        requireOrder(maxValue >= 0n, 'maxValue', "'maxValue' must be greater than zero.");
        return longBelow(self, maxValue);
      },
      'new Random(1).NextInt64(10L) < 10L // true',
    ),
    member(
      'long NextInt64(long minValue, long maxValue)',
      (self, minValue, maxValue) => {
        requireOrder(minValue <= maxValue, 'minValue', notGreater);
        return longBelow(self, maxValue - minValue) + minValue;
      },
      'new Random(1).NextInt64(5L, 6L) // 5L',
    ),
    member(
      'double NextDouble()',
      ({ generator }) => generator.fraction(),
      'new Random(1).NextDouble().ToString() // "0.248668584157093"',
    ),
    member(
      'float NextSingle()',
      ({ generator }) => {
        for (;;) {
          const single = Math.fround(generator.fraction());
          if (single < 1) return single;
        }
      },
      'new Random(1).NextSingle() < 1 // true',
    ),
    member(
      'void NextBytes(byte[] buffer)',
      ({ generator }, buffer: NetArray) => {
        for (let i = 0; i < buffer.length; i++) buffer.items[i] = generator.sample() % 256;
      },
      'new Random(1).Next() // 534011718',
    ),
  ],
});

const notGreater = "'minValue' cannot be greater than maxValue.";

/** @throws ArgumentOutOfRangeException */
function requireOrder(isOrdered: boolean, parameter: string, message: string): void {
  if (!isOrdered) throw new ArgumentOutOfRangeException(parameter, message);
}

function next({ generator }: NetRandom, minValue: number, maxValue: number): number {
  requireOrder(minValue <= maxValue, 'minValue', notGreater);
  const range = maxValue - minValue;
  const fraction = range <= maxInt ? generator.fraction() : generator.wideFraction();
  return Math.trunc(fraction * range) + minValue;
}

/** 64 bits, put together from three draws of 22, 22 and 20 bits. */
function nextBits({ generator }: NetRandom): bigint {
  const draw = (bits: number): bigint => BigInt(Math.trunc(generator.fraction() * 2 ** bits));
  const [low, middle, high] = [draw(22), draw(22), draw(20)];
  return low | (middle << 22n) | (high << 44n);
}

function nextLong(self: NetRandom): bigint {
  for (;;) {
    const value = nextBits(self) >> 1n;
    if (value !== maxLong) return value;
  }
}

/** Draws as many bits as `range` needs until they are below it. */
function longBelow(self: NetRandom, range: bigint): bigint {
  if (range <= 1n) return 0n;
  const unused = BigInt(64 - (range - 1n).toString(2).length);
  for (;;) {
    const value = nextBits(self) >> unused;
    if (value < range) return value;
  }
}
