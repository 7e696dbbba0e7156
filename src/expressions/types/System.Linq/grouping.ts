/** Methods of Enumerable that group elements by a key. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { NetDictionary } from '../../runtime/collections/NetDictionary.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { Sequence } from '../../runtime/Sequence.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { pairType } from '../System.Collections.Generic/pairType.ts';
import { SystemInt32 } from '../System/Int32.ts';
import { IGroupingOfTKeyTElement } from './IGrouping.ts';
import { lazy } from './lazy.ts';
import { itself, lookupOf } from './lookups.ts';
import type { GroupingOf } from './lookups.ts';

const member = membersOf<never>();

export const groupingMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, key, types, environment) => groups(plain(source, key, null, types, environment)),
    'string.Join(";", new[] { "a", "bb", "c" }.GroupBy(s => s.Length).Select(g => g.Key + "=" + string.Join(",", g))) // "1=a,c;2=bb"',
  ),
  member(
    'static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)',
    (source, key, comparer, types, environment) =>
      groups(plain(source, key, comparer, types, environment)),
    'new[] { "a", "A" }.GroupBy(s => s, StringComparer.OrdinalIgnoreCase).Single().Count() // 2',
  ),
  member(
    'static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector)',
    (source, key, element, types, environment) =>
      groups(selected(source, key, element, null, types, environment)),
    'new[] { "a", "bb" }.GroupBy(s => s.Length, s => s + "!").Last().Single() // "bb!"',
  ),
  member(
    'static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer)',
    (source, key, element, comparer, types, environment) =>
      groups(selected(source, key, element, comparer, types, environment)),
    'string.Join(",", new[] { "a", "A" }.GroupBy(s => s, s => s + "!", StringComparer.OrdinalIgnoreCase).Single()) // "a!,A!"',
  ),
  member(
    'static IEnumerable<TResult> GroupBy<TSource, TKey, TResult>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector)',
    (source, key, result, types, environment) =>
      results(plain(source, key, null, types, environment), result, types[2]!),
    'string.Join(",", new[] { "a", "bb", "c" }.GroupBy(s => s.Length, (k, g) => k * g.Count())) // "2,2"',
  ),
  member(
    'static IEnumerable<TResult> GroupBy<TSource, TKey, TResult>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector, IEqualityComparer<TKey>? comparer)',
    (source, key, result, comparer, types, environment) =>
      results(plain(source, key, comparer, types, environment), result, types[2]!),
    'new[] { "a", "A" }.GroupBy(s => s, (k, g) => k + g.Count(), StringComparer.OrdinalIgnoreCase).Single() // "a2"',
  ),
  member(
    'static IEnumerable<TResult> GroupBy<TSource, TKey, TElement, TResult>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, Func<TKey, IEnumerable<TElement>, TResult> resultSelector)',
    (source, key, element, result, types, environment) =>
      results(selected(source, key, element, null, types, environment), result, types[3]!),
    'string.Join(",", new[] { "a", "bb" }.GroupBy(s => s.Length, s => s + "!", (k, g) => k + g.First())) // "1a!,2bb!"',
  ),
  member(
    'static IEnumerable<TResult> GroupBy<TSource, TKey, TElement, TResult>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, Func<TKey, IEnumerable<TElement>, TResult> resultSelector, IEqualityComparer<TKey>? comparer)',
    (source, key, element, result, comparer, types, environment) =>
      results(selected(source, key, element, comparer, types, environment), result, types[3]!),
    'new[] { "a", "A" }.GroupBy(s => s, s => s + "!", (k, g) => g.Last(), StringComparer.OrdinalIgnoreCase).Single() // "A!"',
  ),
  member(
    'static ILookup<TKey, TSource> ToLookup<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, key, types, environment) => lookupOf(plain(source, key, null, types, environment)),
    'string.Join(",", new[] { "a", "bb", "c" }.ToLookup(s => s.Length)[1]) // "a,c"',
  ),
  member(
    'static ILookup<TKey, TSource> ToLookup<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)',
    (source, key, comparer, types, environment) =>
      lookupOf(plain(source, key, comparer, types, environment)),
    'new[] { "a", "A" }.ToLookup(s => s, StringComparer.OrdinalIgnoreCase)["A"].Count() // 2',
  ),
  member(
    'static ILookup<TKey, TElement> ToLookup<TSource, TKey, TElement>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector)',
    (source, key, element, types, environment) =>
      lookupOf(selected(source, key, element, null, types, environment)),
    'new[] { "a", "bb" }.ToLookup(s => s.Length, s => s + "!")[2].Single() // "bb!"',
  ),
  member(
    'static ILookup<TKey, TElement> ToLookup<TSource, TKey, TElement>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer)',
    (source, key, element, comparer, types, environment) =>
      lookupOf(selected(source, key, element, comparer, types, environment)),
    'new[] { "a", "A" }.ToLookup(s => s, s => s + "!", StringComparer.OrdinalIgnoreCase)["a"].Last() // "A!"',
  ),
  member(
    'static IEnumerable<KeyValuePair<TKey, int>> CountBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? keyComparer = null)',
    (source, key, comparer, [type, keyType], environment) =>
      aggregatedBy(
        { source, key, comparer, type: type!, environment },
        [keyType!, SystemInt32.construct()],
        () => 0,
        (count) => Number(count) + 1,
      ),
    'string.Join(",", new[] { "a", "bb", "c" }.CountBy(s => s.Length)) // "[1, 2],[2, 1]"',
  ),
  member(
    'static IEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TSource, TKey, TAccumulate>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, IEqualityComparer<TKey>? keyComparer = null)',
    (source, key, seed, func, comparer, [type, keyType, result], environment) =>
      aggregatedBy(
        { source, key, comparer, type: type!, environment },
        [keyType!, result!],
        () => seed,
        func,
      ),
    'string.Join(",", new[] { "a", "bb", "c" }.AggregateBy(s => s.Length, "", (all, s) => all + s)) // "[1, ac],[2, bb]"',
  ),
  member(
    'static IEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TSource, TKey, TAccumulate>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, TAccumulate> seedSelector, Func<TAccumulate, TSource, TAccumulate> func, IEqualityComparer<TKey>? keyComparer = null)',
    (source, key, seedSelector, func, comparer, [type, keyType, result], environment) =>
      aggregatedBy(
        { source, key, comparer, type: type!, environment },
        [keyType!, result!],
        seedSelector,
        func,
      ),
    'string.Join(",", new[] { 1, 2, 3 }.AggregateBy(n => n % 2, k => k * 100, (sum, n) => sum + n)) // "[1, 104],[0, 2]"',
  ),
];

/** Groups of the elements themselves; `types` start with those of element and key. */
function plain(
  source: unknown,
  key: GroupingOf['key'],
  comparer: EqualityComparer | null,
  [type, keyType]: readonly NetType[],
  environment: Environment,
): GroupingOf {
  return {
    source,
    type: type!,
    keyType: keyType!,
    key,
    comparer,
    elementType: type!,
    element: itself,
    environment,
  };
}

/** Groups of what `element` makes; `types` start with those of source, key and element. */
function selected(
  source: unknown,
  key: GroupingOf['key'],
  element: GroupingOf['element'],
  comparer: EqualityComparer | null,
  types: readonly NetType[],
  environment: Environment,
): GroupingOf {
  return { ...plain(source, key, comparer, types, environment), element, elementType: types[2]! };
}

function groups(grouping: GroupingOf): Sequence {
  const type = IGroupingOfTKeyTElement.construct([grouping.keyType, grouping.elementType]);
  return lazy(type, () => lookupOf(grouping)[Symbol.iterator]());
}

function results(
  grouping: GroupingOf,
  result: (key: unknown, group: unknown) => unknown,
  type: NetType,
): Sequence {
  return lazy(type, function* () {
    for (const group of lookupOf(grouping)) {
      grouping.environment.spend();
      yield result(group.key, group);
    }
  });
}

type Keyed = Pick<GroupingOf, 'source' | 'type' | 'key' | 'comparer' | 'environment'>;

/** One result a key, in the order in which the keys came first. */
function aggregatedBy(
  { source, type, key, comparer, environment }: Keyed,
  [keyType, resultType]: readonly [NetType, NetType],
  seed: (key: unknown) => unknown,
  step: (result: unknown, item: unknown) => unknown,
): Sequence {
  return lazy(pairType([keyType, resultType]), function* () {
    const found = new NetDictionary(keyType, resultType, comparer);
    for (const item of iterate(source, type)) {
      environment.spend();
      const itemKey = key(item);
      const known = found.find(itemKey);
      found.set(itemKey, step(known === undefined ? seed(itemKey) : known, item), environment);
    }
    yield* Iterator.from(found);
  });
}
