/** Methods of Enumerable that change the order of elements. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { listed } from '../../runtime/collections/listed.ts';
import { OrderedSequence } from '../../runtime/collections/OrderedSequence.ts';
import type { SortLevel } from '../../runtime/collections/OrderedSequence.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { orderOf } from '../../runtime/order.ts';
import type { Comparer } from '../../runtime/order.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { itself } from './lookups.ts';
import { lazy } from './lazy.ts';
import { shuffled } from './shuffled.ts';

const member = membersOf<never>();

export const orderingMembers: readonly MemberDeclaration[] = [
  member(
    'static IOrderedEnumerable<T> Order<T>(this IEnumerable<T> source)',
    (source, [type], environment) =>
      orderedBy(source, type!, level(itself, null, type!, false), environment),
    'string.Join(",", new[] { 3, 1, 2 }.Order()) // "1,2,3"',
  ),
  member(
    'static IOrderedEnumerable<T> Order<T>(this IEnumerable<T> source, IComparer<T>? comparer)',
    (source, comparer, [type], environment) =>
      orderedBy(source, type!, level(itself, comparer, type!, false), environment),
    'string.Join(",", new[] { "b", "A" }.Order(StringComparer.OrdinalIgnoreCase)) // "A,b"',
  ),
  member(
    'static IOrderedEnumerable<T> OrderDescending<T>(this IEnumerable<T> source)',
    (source, [type], environment) =>
      orderedBy(source, type!, level(itself, null, type!, true), environment),
    'string.Join(",", new[] { 3, 1, 2 }.OrderDescending()) // "3,2,1"',
  ),
  member(
    'static IOrderedEnumerable<T> OrderDescending<T>(this IEnumerable<T> source, IComparer<T>? comparer)',
    (source, comparer, [type], environment) =>
      orderedBy(source, type!, level(itself, comparer, type!, true), environment),
    'string.Join(",", new[] { "A", "b" }.OrderDescending(StringComparer.OrdinalIgnoreCase)) // "b,A"',
  ),
  member(
    'static IOrderedEnumerable<TSource> OrderBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, key, [type, keyType], environment) =>
      orderedBy(source, type!, level(key, null, keyType!, false), environment),
    'string.Join(",", new[] { "bb", "a", "cc", "d" }.OrderBy(s => s.Length)) // "a,d,bb,cc"',
    'new object[] { 1, "a" }.OrderBy(o => o) == null // false',
    'new object[] { 1, "a" }.OrderBy(o => o).ToList() // throws System.InvalidOperationException',
  ),
  member(
    'static IOrderedEnumerable<TSource> OrderBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)',
    (source, key, comparer, [type, keyType], environment) =>
      orderedBy(source, type!, level(key, comparer, keyType!, false), environment),
    'string.Join(",", new[] { "b", "A" }.OrderBy(s => s, StringComparer.OrdinalIgnoreCase)) // "A,b"',
  ),
  member(
    'static IOrderedEnumerable<TSource> OrderByDescending<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, key, [type, keyType], environment) =>
      orderedBy(source, type!, level(key, null, keyType!, true), environment),
    'string.Join(",", new[] { "bb", "a", "cc", "d" }.OrderByDescending(s => s.Length)) // "bb,cc,a,d"',
  ),
  member(
    'static IOrderedEnumerable<TSource> OrderByDescending<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)',
    (source, key, comparer, [type, keyType], environment) =>
      orderedBy(source, type!, level(key, comparer, keyType!, true), environment),
    'string.Join(",", new[] { "A", "b" }.OrderByDescending(s => s, StringComparer.OrdinalIgnoreCase)) // "b,A"',
  ),
  member(
    'static IOrderedEnumerable<TSource> ThenBy<TSource, TKey>(this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source: OrderedSequence, key, [, keyType]) => source.thenBy(level(key, null, keyType!, false)),
    'string.Join(",", new[] { "bb", "b", "aa" }.OrderBy(s => s.Length).ThenBy(s => s)) // "b,aa,bb"',
  ),
  member(
    'static IOrderedEnumerable<TSource> ThenBy<TSource, TKey>(this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)',
    (source: OrderedSequence, key, comparer, [, keyType]) =>
      source.thenBy(level(key, comparer, keyType!, false)),
    'string.Join(",", new[] { "b", "A" }.OrderBy(s => s.Length).ThenBy(s => s, StringComparer.OrdinalIgnoreCase)) // "A,b"',
  ),
  member(
    'static IOrderedEnumerable<TSource> ThenByDescending<TSource, TKey>(this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source: OrderedSequence, key, [, keyType]) => source.thenBy(level(key, null, keyType!, true)),
    'string.Join(",", new[] { "bb", "b", "aa" }.OrderBy(s => s.Length).ThenByDescending(s => s)) // "b,bb,aa"',
  ),
  member(
    'static IOrderedEnumerable<TSource> ThenByDescending<TSource, TKey>(this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)',
    (source: OrderedSequence, key, comparer, [, keyType]) =>
      source.thenBy(level(key, comparer, keyType!, true)),
    'string.Join(",", new[] { "A", "b" }.OrderBy(s => s.Length).ThenByDescending(s => s, StringComparer.OrdinalIgnoreCase)) // "b,A"',
  ),
  member(
    'static IEnumerable<TSource> Reverse<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      lazy(type!, function* () {
        yield* listed(source, type!, environment).reverse();
      }),
    'string.Join("", "abc".Reverse()) // "cba"',
  ),
  member(
    'static IEnumerable<TSource> Shuffle<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      lazy(type!, function* () {
        yield* shuffled(listed(source, type!, environment), environment.world);
      }),
    'new[] { 1, 2, 3 }.Shuffle().Sum() // 6',
  ),
];

function level(
  key: SortLevel['key'],
  comparer: Comparer | null,
  keyType: NetType,
  isDescending: boolean,
): SortLevel {
  return { key, comparer: comparer ?? orderOf(keyType), isDescending };
}

function orderedBy(
  items: unknown,
  elementType: NetType,
  by: SortLevel,
  environment: Environment,
): OrderedSequence {
  return new OrderedSequence({ items, elementType, environment }, [by]);
}
