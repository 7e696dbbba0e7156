/** Methods of Enumerable that treat sequences as sets. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { equalityOf } from '../../runtime/equality.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { Sequence } from '../../runtime/Sequence.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { lazy } from './lazy.ts';
import { itself } from './lookups.ts';

const member = membersOf<never>();

export const setMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<TSource> Distinct<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => distinct([source], by(type!, type!, null), environment),
    'string.Join(",", new[] { 2, 1, 2 }.Distinct()) // "2,1"',
  ),
  member(
    'static IEnumerable<TSource> Distinct<TSource>(this IEnumerable<TSource> source, IEqualityComparer<TSource>? comparer)',
    (source, comparer, [type], environment) =>
      distinct([source], by(type!, type!, comparer), environment),
    'new[] { "a", "A" }.Distinct(StringComparer.OrdinalIgnoreCase).Single() // "a"',
  ),
  member(
    'static IEnumerable<TSource> DistinctBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, key, [type, keyType], environment) =>
      distinct([source], by(type!, keyType!, null, key), environment),
    'string.Join(",", new[] { "a", "b", "cc" }.DistinctBy(s => s.Length)) // "a,cc"',
  ),
  member(
    'static IEnumerable<TSource> DistinctBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)',
    (source, key, comparer, [type, keyType], environment) =>
      distinct([source], by(type!, keyType!, comparer, key), environment),
    'new[] { "a", "A" }.DistinctBy(s => s, StringComparer.OrdinalIgnoreCase).Count() // 1',
  ),
  member(
    'static IEnumerable<TSource> Union<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second)',
    (first, second, [type], environment) =>
      distinct([first, second], by(type!, type!, null), environment),
    'string.Join(",", new[] { 1, 2 }.Union(new[] { 2, 3 })) // "1,2,3"',
  ),
  member(
    'static IEnumerable<TSource> Union<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer)',
    (first, second, comparer, [type], environment) =>
      distinct([first, second], by(type!, type!, comparer), environment),
    'new[] { "a" }.Union(new[] { "A" }, StringComparer.OrdinalIgnoreCase).Single() // "a"',
  ),
  member(
    'static IEnumerable<TSource> UnionBy<TSource, TKey>(this IEnumerable<TSource> first, IEnumerable<TSource> second, Func<TSource, TKey> keySelector)',
    (first, second, key, [type, keyType], environment) =>
      distinct([first, second], by(type!, keyType!, null, key), environment),
    'string.Join(",", new[] { "a" }.UnionBy(new[] { "b", "cc" }, s => s.Length)) // "a,cc"',
  ),
  member(
    'static IEnumerable<TSource> UnionBy<TSource, TKey>(this IEnumerable<TSource> first, IEnumerable<TSource> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)',
    (first, second, key, comparer, [type, keyType], environment) =>
      distinct([first, second], by(type!, keyType!, comparer, key), environment),
    'new[] { "a" }.UnionBy(new[] { "A" }, s => s, StringComparer.OrdinalIgnoreCase).Count() // 1',
  ),
  member(
    'static IEnumerable<TSource> Except<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second)',
    (first, second, [type], environment) =>
      except(first, second, by(type!, type!, null), environment),
    'string.Join(",", new[] { 1, 1, 2, 3 }.Except(new[] { 2 })) // "1,3"',
  ),
  member(
    'static IEnumerable<TSource> Except<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer)',
    (first, second, comparer, [type], environment) =>
      except(first, second, by(type!, type!, comparer), environment),
    'new[] { "a" }.Except(new[] { "A" }, StringComparer.OrdinalIgnoreCase).Count() // 0',
  ),
  member(
    'static IEnumerable<TSource> ExceptBy<TSource, TKey>(this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector)',
    (first, second, key, [type, keyType], environment) =>
      except(first, second, by(type!, keyType!, null, key), environment),
    'string.Join(",", new[] { "a", "bb" }.ExceptBy(new[] { 1 }, s => s.Length)) // "bb"',
  ),
  member(
    'static IEnumerable<TSource> ExceptBy<TSource, TKey>(this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)',
    (first, second, key, comparer, [type, keyType], environment) =>
      except(first, second, by(type!, keyType!, comparer, key), environment),
    'new[] { "a" }.ExceptBy(new[] { "A" }, s => s, StringComparer.OrdinalIgnoreCase).Count() // 0',
  ),
  member(
    'static IEnumerable<TSource> Intersect<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second)',
    (first, second, [type], environment) =>
      intersect(first, second, by(type!, type!, null), environment),
    'string.Join(",", new[] { 3, 2, 1, 2 }.Intersect(new[] { 2, 3 })) // "3,2"',
  ),
  member(
    'static IEnumerable<TSource> Intersect<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer)',
    (first, second, comparer, [type], environment) =>
      intersect(first, second, by(type!, type!, comparer), environment),
    'new[] { "a" }.Intersect(new[] { "A" }, StringComparer.OrdinalIgnoreCase).Single() // "a"',
  ),
  member(
    'static IEnumerable<TSource> IntersectBy<TSource, TKey>(this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector)',
    (first, second, key, [type, keyType], environment) =>
      intersect(first, second, by(type!, keyType!, null, key), environment),
    'new[] { "a", "bb" }.IntersectBy(new[] { 2 }, s => s.Length).Single() // "bb"',
  ),
  member(
    'static IEnumerable<TSource> IntersectBy<TSource, TKey>(this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)',
    (first, second, key, comparer, [type, keyType], environment) =>
      intersect(first, second, by(type!, keyType!, comparer, key), environment),
    'new[] { "a" }.IntersectBy(new[] { "A" }, s => s, StringComparer.OrdinalIgnoreCase).Count() // 1',
  ),
];

/** What makes two elements the same. */
interface Sameness {
  readonly type: NetType;
  readonly keyType: NetType;
  readonly comparer: EqualityComparer;
  readonly key: (item: unknown) => unknown;
}

function by(
  type: NetType,
  keyType: NetType,
  comparer: EqualityComparer | null,
  key: Sameness['key'] = itself,
): Sameness {
  return { type, keyType, comparer: comparer ?? equalityOf(keyType), key };
}

/** Each element of the sources that none before it is the same as. */
function distinct(
  sources: readonly unknown[],
  { type, comparer, key }: Sameness,
  environment: Environment,
): Sequence {
  return lazy(type, function* () {
    const seen = new Set<unknown>();
    for (const source of sources) {
      for (const item of iterate(source, type)) {
        environment.spend();
        if (!isNew(seen, comparer.keyOf(key(item)), environment)) continue;
        yield item;
      }
    }
  });
}

function isNew(seen: Set<unknown>, key: unknown, environment: Environment): boolean {
  if (seen.has(key)) return false;
  environment.allowItems(seen.size + 1);
  seen.add(key);
  return true;
}

/** Keys of the second sequence. */
function keysOf(
  source: unknown,
  { keyType, comparer }: Sameness,
  environment: Environment,
): Set<unknown> {
  const keys = new Set<unknown>();
  for (const item of iterate(source, keyType)) {
    environment.spend();
    isNew(keys, comparer.keyOf(item), environment);
  }
  return keys;
}

function except(
  first: unknown,
  second: unknown,
  sameness: Sameness,
  environment: Environment,
): Sequence {
  const { type, comparer, key } = sameness;
  return lazy(type, function* () {
    const seen = keysOf(second, sameness, environment);
    for (const item of iterate(first, type)) {
      environment.spend();
      if (isNew(seen, comparer.keyOf(key(item)), environment)) yield item;
    }
  });
}

function intersect(
  first: unknown,
  second: unknown,
  sameness: Sameness,
  environment: Environment,
): Sequence {
  const { type, comparer, key } = sameness;
  return lazy(type, function* () {
    const left = keysOf(second, sameness, environment);
    for (const item of iterate(first, type)) {
      environment.spend();
      if (left.delete(comparer.keyOf(key(item)))) yield item;
    }
  });
}
