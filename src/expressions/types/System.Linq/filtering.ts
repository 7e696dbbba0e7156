/** Methods of Enumerable that leave elements out. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { unboxAs } from '../../runtime/boxing.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import { iterate } from '../../runtime/iterate.ts';
import { objectType } from '../System.Collections/objectType.ts';
import { lazy } from './lazy.ts';
import { skipped, skippedLast, skippedWhile, taken, takenLast, takenWhile } from './partition.ts';

const member = membersOf<never>();

export const filteringMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      lazy(type!, function* () {
        for (const item of iterate(source, type!)) {
          environment.spend();
          if (predicate(item)) yield item;
        }
      }),
    'string.Join(",", new[] { 1, 2, 3 }.Where(n => n != 2)) // "1,3"',
    '((int[])null).Where(n => true) // throws System.ArgumentNullException',
  ),
  member(
    'static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate)',
    (source, predicate, [type], environment) =>
      lazy(type!, function* () {
        let index = 0;
        for (const item of iterate(source, type!)) {
          environment.spend();
          if (predicate(item, index++)) yield item;
        }
      }),
    'string.Join(",", new[] { 7, 8, 9 }.Where((n, i) => i != 1)) // "7,9"',
  ),
  member(
    'static IEnumerable<TResult> OfType<TResult>(this System.Collections.IEnumerable source)',
    (source, [type], environment) =>
      lazy(type!, function* () {
        for (const item of iterate(source, objectType())) {
          environment.spend();
          if (isInstance(item, type!)) yield unboxAs(item, type!);
        }
      }),
    'string.Join(",", new object[] { 1, "a", null, 2L, 3 }.OfType<int>()) // "1,3"',
  ),
  member(
    'static IEnumerable<TSource> Skip<TSource>(this IEnumerable<TSource> source, int count)',
    (source, count, [type], environment) =>
      lazy(type!, () => skipped(iterate(source, type!), count, environment)),
    'string.Join(",", new[] { 1, 2, 3 }.Skip(1)) // "2,3"',
    'new[] { 1, 2 }.Skip(-1).Count() // 2',
  ),
  member(
    'static IEnumerable<TSource> SkipLast<TSource>(this IEnumerable<TSource> source, int count)',
    (source, count, [type], environment) =>
      lazy(type!, () => skippedLast(iterate(source, type!), count, environment)),
    'string.Join(",", new[] { 1, 2, 3 }.SkipLast(1)) // "1,2"',
  ),
  member(
    'static IEnumerable<TSource> SkipWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      lazy(type!, () =>
        skippedWhile(iterate(source, type!), (item) => predicate(item), environment),
      ),
    'string.Join(",", new[] { 1, 3, 2 }.SkipWhile(n => n < 3)) // "3,2"',
  ),
  member(
    'static IEnumerable<TSource> SkipWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate)',
    (source, predicate, [type], environment) =>
      lazy(type!, () => skippedWhile(iterate(source, type!), predicate, environment)),
    'string.Join(",", new[] { 7, 8, 9 }.SkipWhile((n, i) => i < 1)) // "8,9"',
  ),
  member(
    'static IEnumerable<TSource> Take<TSource>(this IEnumerable<TSource> source, int count)',
    (source, count, [type], environment) =>
      lazy(type!, () => taken(iterate(source, type!), count, environment)),
    'string.Join(",", new[] { 1, 2, 3 }.Take(2)) // "1,2"',
    'new[] { 1, 2 }.Take(-1).Count() // 0',
  ),
  member(
    'static IEnumerable<TSource> TakeLast<TSource>(this IEnumerable<TSource> source, int count)',
    (source, count, [type], environment) =>
      lazy(type!, () => takenLast(iterate(source, type!), count, environment)),
    'string.Join(",", new[] { 1, 2, 3 }.TakeLast(2)) // "2,3"',
  ),
  member(
    'static IEnumerable<TSource> TakeWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      lazy(type!, () => takenWhile(iterate(source, type!), (item) => predicate(item), environment)),
    'string.Join(",", new[] { 1, 3, 2 }.TakeWhile(n => n < 3)) // "1"',
  ),
  member(
    'static IEnumerable<TSource> TakeWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate)',
    (source, predicate, [type], environment) =>
      lazy(type!, () => takenWhile(iterate(source, type!), predicate, environment)),
    'string.Join(",", new[] { 7, 8, 9 }.TakeWhile((n, i) => i < 2)) // "7,8"',
  ),
];
