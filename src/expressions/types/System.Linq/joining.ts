/** Methods of Enumerable that bring the elements of two sequences together by a key. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import { iterate } from '../../runtime/iterate.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { Sequence } from '../../runtime/Sequence.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { lazy } from './lazy.ts';
import { itself, joinLookupOf } from './lookups.ts';

const member = membersOf<never>();

export const joiningMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector)',
    (outer, inner, outerKey, innerKey, result, types, environment) =>
      join({ outer, inner, outerKey, innerKey, result, comparer: null, types, environment }),
    'string.Join(",", new[] { 1, 2 }.Join(new[] { "a", "bb", "cc" }, n => n, s => s.Length, (n, s) => n + s)) // "1a,2bb,2cc"',
  ),
  member(
    'static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector, IEqualityComparer<TKey>? comparer)',
    (outer, inner, outerKey, innerKey, result, comparer, types, environment) =>
      join({ outer, inner, outerKey, innerKey, result, comparer, types, environment }),
    'new[] { "A" }.Join(new[] { "a" }, x => x, y => y, (x, y) => x + y, StringComparer.OrdinalIgnoreCase).Single() // "Aa"',
  ),
  member(
    'static IEnumerable<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector)',
    (outer, inner, outerKey, innerKey, result, types, environment) =>
      groupJoin({ outer, inner, outerKey, innerKey, result, comparer: null, types, environment }),
    'string.Join(",", new[] { 1, 2, 3 }.GroupJoin(new[] { "a", "bb", "cc" }, n => n, s => s.Length, (n, g) => g.Count())) // "1,2,0"',
  ),
  member(
    'static IEnumerable<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector, IEqualityComparer<TKey>? comparer)',
    (outer, inner, outerKey, innerKey, result, comparer, types, environment) =>
      groupJoin({ outer, inner, outerKey, innerKey, result, comparer, types, environment }),
    'new[] { "A" }.GroupJoin(new[] { "a", "A" }, x => x, y => y, (x, g) => g.Count(), StringComparer.OrdinalIgnoreCase).Single() // 2',
  ),
  member(
    'static IEnumerable<TResult> LeftJoin<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner?, TResult> resultSelector)',
    (outer, inner, outerKey, innerKey, result, types, environment) =>
      leftJoin({ outer, inner, outerKey, innerKey, result, comparer: null, types, environment }),
    'string.Join(",", new[] { 1, 5 }.LeftJoin(new[] { "a" }, n => n, s => s.Length, (n, s) => n + s)) // "1a,5"',
  ),
  member(
    'static IEnumerable<TResult> LeftJoin<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner?, TResult> resultSelector, IEqualityComparer<TKey>? comparer)',
    (outer, inner, outerKey, innerKey, result, comparer, types, environment) =>
      leftJoin({ outer, inner, outerKey, innerKey, result, comparer, types, environment }),
    'new[] { "A" }.LeftJoin(new[] { "a" }, x => x, y => y, (x, y) => x + y, StringComparer.OrdinalIgnoreCase).Single() // "Aa"',
  ),
  member(
    'static IEnumerable<TResult> RightJoin<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter?, TInner, TResult> resultSelector)',
    (outer, inner, outerKey, innerKey, result, types, environment) =>
      rightJoin({ outer, inner, outerKey, innerKey, result, comparer: null, types, environment }),
    'string.Join(",", new[] { "a" }.RightJoin(new[] { 1, 5 }, s => s.Length, n => n, (s, n) => s + n)) // "a1,5"',
  ),
  member(
    'static IEnumerable<TResult> RightJoin<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter?, TInner, TResult> resultSelector, IEqualityComparer<TKey>? comparer)',
    (outer, inner, outerKey, innerKey, result, comparer, types, environment) =>
      rightJoin({ outer, inner, outerKey, innerKey, result, comparer, types, environment }),
    'new[] { "a" }.RightJoin(new[] { "A" }, x => x, y => y, (x, y) => x + y, StringComparer.OrdinalIgnoreCase).Single() // "aA"',
  ),
];

/** The arguments of a join; `types` are those of outer, inner, key and result. */
interface JoinOf {
  readonly outer: unknown;
  readonly inner: unknown;
  readonly outerKey: (item: unknown) => unknown;
  readonly innerKey: (item: unknown) => unknown;
  readonly result: (outer: unknown, inner: unknown) => unknown;
  readonly comparer: EqualityComparer | null;
  readonly types: readonly NetType[];
  readonly environment: Environment;
}

function join(arguments_: JoinOf): Sequence {
  return joined(arguments_, (matches) => matches ?? []);
}

function leftJoin(arguments_: JoinOf): Sequence {
  const none = [defaultOf(arguments_.types[1]!)];
  return joined(arguments_, (matches) => matches ?? none);
}

/** A left join seen from the other side. */
function rightJoin({ outer, inner, outerKey, innerKey, result, types, ...rest }: JoinOf): Sequence {
  const [outerType, innerType, keyType, resultType] = types;
  return leftJoin({
    ...rest,
    outer: inner,
    inner: outer,
    outerKey: innerKey,
    innerKey: outerKey,
    result: (one, other) => result(other, one),
    types: [innerType!, outerType!, keyType!, resultType!],
  });
}

function groupJoin(arguments_: JoinOf): Sequence {
  const empty = newArray(arguments_.types[1]!, []);
  return joined(arguments_, (matches) => [matches ?? empty]);
}

/** For each outer element a result for each of `partners`, which gets the inner ones of its key. */
function joined(
  { outer, inner, outerKey, innerKey, result, comparer, types, environment }: JoinOf,
  partners: (matches: Iterable<unknown> | undefined) => Iterable<unknown>,
): Sequence {
  const [outerType, innerType, keyType, resultType] = types;
  return lazy(resultType!, function* () {
    const lookup = joinLookupOf({
      source: inner,
      type: innerType!,
      keyType: keyType!,
      key: innerKey,
      comparer,
      elementType: innerType!,
      element: itself,
      environment,
    });
    for (const item of iterate(outer, outerType!)) {
      environment.spend();
      for (const partner of partners(lookup.find(outerKey(item)))) {
        environment.spend();
        yield result(item, partner);
      }
    }
  });
}
