/** Methods of Enumerable that ask something of a whole sequence, or fold it. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { countOf } from '../../runtime/collections/ArrayAsList.ts';
import { scanCost } from '../../runtime/collections/checks.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { equalityOf } from '../../runtime/equality.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { asCollection, asCounted } from './collections.ts';

const member = membersOf<never>();

export const questionMembers: readonly MemberDeclaration[] = [
  member(
    'static TSource Aggregate<TSource>(this IEnumerable<TSource> source, Func<TSource, TSource, TSource> func)',
    (source, func, [type], environment) => {
      let result: unknown;
      for (const item of iterate(source, type!)) {
        environment.spend();
        result = result === undefined ? item : func(result, item);
      }
      if (result === undefined)
        throw new InvalidOperationException('Sequence contains no elements');
      return result;
    },
    'new[] { 1, 2, 3 }.Aggregate((x, y) => x * 10 + y) // 123',
    'new int[0].Aggregate((x, y) => x) // throws System.InvalidOperationException',
  ),
  member(
    'static TAccumulate Aggregate<TSource, TAccumulate>(this IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func)',
    (source, seed, func, [type], environment) => fold(source, seed, func, type!, environment),
    'new[] { 1, 2 }.Aggregate("", (s, n) => s + n) // "12"',
  ),
  member(
    'static TResult Aggregate<TSource, TAccumulate, TResult>(this IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector)',
    (source, seed, func, resultSelector, [type], environment) =>
      resultSelector(fold(source, seed, func, type!, environment)),
    'new[] { 1, 2 }.Aggregate("", (s, n) => s + n, s => s.Length) // 2',
  ),
  member(
    'static bool All<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) => {
      for (const item of iterate(source, type!)) {
        environment.spend();
        if (!predicate(item)) return false;
      }
      return true;
    },
    'new[] { 1, 2 }.All(n => n > 0) // true',
    'new int[0].All(n => false) // true',
  ),
  member(
    'static bool Any<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => {
      environment.spend();
      return !iterate(source, type!)[Symbol.iterator]().next().done;
    },
    'new int[0].Any() // false',
  ),
  member(
    'static bool Any<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) => {
      for (const item of iterate(source, type!)) {
        environment.spend();
        if (predicate(item)) return true;
      }
      return false;
    },
    'new[] { 1, 2 }.Any(n => n > 1) // true',
  ),
  member(
    'static bool Contains<TSource>(this IEnumerable<TSource> source, TSource value)',
    (source, value, [type], environment) => contains(source, value, null, type!, environment),
    'new[] { "a", "b" }.Contains("b") // true',
    'new[] { "a", "b" }.Contains("B") // false',
  ),
  member(
    'static bool Contains<TSource>(this IEnumerable<TSource> source, TSource value, IEqualityComparer<TSource>? comparer)',
    (source, value, comparer, [type], environment) =>
      contains(source, value, comparer, type!, environment),
    'new[] { "a", "b" }.Contains("B", StringComparer.OrdinalIgnoreCase) // true',
  ),
  member(
    'static int Count<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => count(source, type!, environment),
    'new[] { 1, 2 }.Where(n => n > 1).Count() // 1',
  ),
  member(
    'static int Count<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      countMatching(source, predicate, type!, environment),
    'new[] { 1, 2 }.Count(n => n > 1) // 1',
  ),
  member(
    'static long LongCount<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => BigInt(count(source, type!, environment)),
    'new[] { 1, 2 }.LongCount() // 2L',
  ),
  member(
    'static long LongCount<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      BigInt(countMatching(source, predicate, type!, environment)),
    'new[] { 1, 2 }.LongCount(n => n > 1) // 1L',
  ),
  member(
    'static bool TryGetNonEnumeratedCount<TSource>(this IEnumerable<TSource> source, out int count)',
    (source, result) => {
      const counted = asCounted(source);
      result.value = counted ? countOf(counted) : 0;
      return counted !== undefined;
    },
    'new[] { 1, 2 }.TryGetNonEnumeratedCount(out var n) // true',
    'new[] { 1, 2 }.Where(x => true).TryGetNonEnumeratedCount(out var n) // false',
  ),
  member(
    'static bool SequenceEqual<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second)',
    (first, second, [type], environment) => sequenceEqual(first, second, null, type!, environment),
    'new[] { 1, 2 }.SequenceEqual(new List<int> { 1, 2 }) // true',
    'new[] { 1, 2 }.SequenceEqual(new[] { 1 }) // false',
  ),
  member(
    'static bool SequenceEqual<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer)',
    (first, second, comparer, [type], environment) =>
      sequenceEqual(first, second, comparer, type!, environment),
    'new[] { "a" }.SequenceEqual(new[] { "A" }, StringComparer.OrdinalIgnoreCase) // true',
  ),
];

function fold(
  source: unknown,
  seed: unknown,
  func: (result: unknown, item: unknown) => unknown,
  type: NetType,
  environment: Environment,
): unknown {
  let result = seed;
  for (const item of iterate(source, type)) {
    environment.spend();
    result = func(result, item);
  }
  return result;
}

function contains(
  source: unknown,
  value: unknown,
  comparer: EqualityComparer | null,
  type: NetType,
  environment: Environment,
): boolean {
  // A collection is asked itself, so that a set or a dictionary's keys answer by their own comparer.
  const collection = comparer ? undefined : asCollection(source);
  if (collection) {
    environment.spend(scanCost(collection.count));
    return collection.contains(value);
  }
  const equality = comparer ?? equalityOf(type);
  for (const item of iterate(source, type)) {
    environment.spend();
    if (equality.equals(item, value)) return true;
  }
  return false;
}

function count(source: unknown, type: NetType, environment: Environment): number {
  const counted = asCounted(source);
  if (counted) return countOf(counted);
  return countMatching(source, () => true, type, environment);
}

function countMatching(
  source: unknown,
  predicate: (item: unknown) => boolean,
  type: NetType,
  environment: Environment,
): number {
  let result = 0;
  for (const item of iterate(source, type)) {
    environment.spend();
    if (predicate(item)) result++;
  }
  return result;
}

function sequenceEqual(
  first: unknown,
  second: unknown,
  comparer: EqualityComparer | null,
  type: NetType,
  environment: Environment,
): boolean {
  const equality = comparer ?? equalityOf(type);
  const others = iterate(second, type)[Symbol.iterator]();
  for (const item of iterate(first, type)) {
    environment.spend();
    const { done, value } = others.next();
    if (done || !equality.equals(item, value)) return false;
  }
  return others.next().done === true;
}
