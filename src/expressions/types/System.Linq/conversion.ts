/** Methods of Enumerable that put elements into a collection. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { KeyValuePair } from '../../runtime/collections/KeyValuePair.ts';
import { listed } from '../../runtime/collections/listed.ts';
import { NetDictionary } from '../../runtime/collections/NetDictionary.ts';
import { NetHashSet } from '../../runtime/collections/NetHashSet.ts';
import { NetList } from '../../runtime/collections/NetList.ts';
import { unionWith } from '../../runtime/collections/setOperations.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import { iterate } from '../../runtime/iterate.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { pairType } from '../System.Collections.Generic/pairType.ts';
import { itself } from './lookups.ts';

const member = membersOf<never>();

export const conversionMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<TSource> AsEnumerable<TSource>(this IEnumerable<TSource>? source)',
    (source) => source,
    'new[] { 1, 2 }.AsEnumerable().Last() // 2',
  ),
  member(
    'static TSource[] ToArray<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => newArray(type!, listed(source, type!, environment)),
    'new List<int> { 1, 2 }.Where(n => n > 1).ToArray()[0] // 2',
  ),
  member(
    'static List<TSource> ToList<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => new NetList(type!, listed(source, type!, environment)),
    'new[] { 1, 2 }.ToList().Count // 2',
  ),
  member(
    'static HashSet<TSource> ToHashSet<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => toHashSet(source, null, type!, environment),
    'new[] { 1, 2, 1 }.ToHashSet().Count // 2',
  ),
  member(
    'static HashSet<TSource> ToHashSet<TSource>(this IEnumerable<TSource> source, IEqualityComparer<TSource>? comparer)',
    (source, comparer, [type], environment) => toHashSet(source, comparer, type!, environment),
    'new[] { "a", "A" }.ToHashSet(StringComparer.OrdinalIgnoreCase).Count // 1',
  ),
  member(
    'static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, key, [type, keyType], environment) =>
      toDictionary({ source, key, element: itself, environment }, [type!, keyType!, type!], null),
    'new[] { "a", "bb" }.ToDictionary(s => s.Length)[2] // "bb"',
    'new[] { "a", "b" }.ToDictionary(s => s.Length) // throws System.ArgumentException',
  ),
  member(
    'static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)',
    (source, key, comparer, [type, keyType], environment) =>
      toDictionary(
        { source, key, element: itself, environment },
        [type!, keyType!, type!],
        comparer,
      ),
    'new[] { "a" }.ToDictionary(s => s, StringComparer.OrdinalIgnoreCase)["A"] // "a"',
  ),
  member(
    'static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector)',
    (source, key, element, [type, keyType, elementType], environment) =>
      toDictionary({ source, key, element, environment }, [type!, keyType!, elementType!], null),
    'new[] { "a", "bb" }.ToDictionary(s => s, s => s.Length)["bb"] // 2',
  ),
  member(
    'static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer)',
    (source, key, element, comparer, [type, keyType, elementType], environment) =>
      toDictionary(
        { source, key, element, environment },
        [type!, keyType!, elementType!],
        comparer,
      ),
    'new[] { "a" }.ToDictionary(s => s, s => s.Length, StringComparer.OrdinalIgnoreCase)["A"] // 1',
  ),
  member(
    'static Dictionary<TKey, TValue> ToDictionary<TKey, TValue>(this IEnumerable<KeyValuePair<TKey, TValue>> source)',
    (source, types, environment) => ofPairs(source, null, types, environment),
    'new[] { KeyValuePair.Create("a", 1) }.ToDictionary()["a"] // 1',
  ),
  member(
    'static Dictionary<TKey, TValue> ToDictionary<TKey, TValue>(this IEnumerable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? comparer)',
    (source, comparer, types, environment) => ofPairs(source, comparer, types, environment),
    'new[] { KeyValuePair.Create("a", 1) }.ToDictionary(StringComparer.OrdinalIgnoreCase)["A"] // 1',
  ),
];

function toHashSet(
  source: unknown,
  comparer: EqualityComparer | null,
  type: NetType,
  environment: Environment,
): NetHashSet {
  const set = new NetHashSet(type, comparer);
  unionWith(set, source, environment);
  return set;
}

interface DictionaryOf {
  readonly source: unknown;
  readonly key: (item: unknown) => unknown;
  readonly element: (item: unknown) => unknown;
  readonly environment: Environment;
}

function toDictionary(
  { source, key, element, environment }: DictionaryOf,
  [type, keyType, elementType]: readonly [NetType, NetType, NetType],
  comparer: EqualityComparer | null,
): NetDictionary {
  const dictionary = new NetDictionary(keyType, elementType, comparer);
  for (const item of iterate(source, type)) {
    environment.spend();
    dictionary.addKey(key(item), element(item), environment);
  }
  return dictionary;
}

function ofPairs(
  source: unknown,
  comparer: EqualityComparer | null,
  [keyType, valueType]: readonly NetType[],
  environment: Environment,
): NetDictionary {
  const dictionary = new NetDictionary(keyType!, valueType!, comparer);
  for (const pair of iterate(source, pairType(dictionary.typeArguments))) {
    environment.spend();
    const { key, value } = pair as KeyValuePair;
    dictionary.addKey(key, value, environment);
  }
  return dictionary;
}
