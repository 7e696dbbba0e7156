/** Max, Min, MaxBy and MinBy of any elements. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import { orderOf } from '../../runtime/order.ts';
import type { Comparer } from '../../runtime/order.ts';
import { canBeNull } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { greatest, least } from './extremes.ts';
import { itself } from './lookups.ts';

const member = membersOf<never>();

export const extremeMembers: readonly MemberDeclaration[] = [
  member(
    'static TSource? Max<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      extreme({ source, type: type!, select: itself, environment }, greatest, type!, null),
    'new[] { "a", "c", "b" }.Max() // "c"',
    'new string[0].Max() // null',
  ),
  member(
    'static TSource? Max<TSource>(this IEnumerable<TSource> source, IComparer<TSource>? comparer)',
    (source, comparer, [type], environment) =>
      extreme({ source, type: type!, select: itself, environment }, greatest, type!, comparer),
    'new[] { "a", "B" }.Max(StringComparer.OrdinalIgnoreCase) // "B"',
  ),
  member(
    'static TResult? Max<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)',
    (source, select, [type, result], environment) =>
      extreme({ source, type: type!, select, environment }, greatest, result!, null),
    'new[] { 1, 2 }.Max(n => "n" + n) // "n2"',
  ),
  member(
    'static TSource? MaxBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, select, [type, keyType], environment) =>
      extremeBy({ source, type: type!, select, environment }, greatest, orderOf(keyType!)),
    'new[] { "a", "ccc", "bb" }.MaxBy(s => s.Length) // "ccc"',
  ),
  member(
    'static TSource? MaxBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)',
    (source, select, comparer: Comparer | null, [type, keyType], environment) =>
      extremeBy(
        { source, type: type!, select, environment },
        greatest,
        comparer ?? orderOf(keyType!),
      ),
    'new[] { "a", "B" }.MaxBy(s => s, StringComparer.OrdinalIgnoreCase) // "B"',
  ),
  member(
    'static TSource? Min<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      extreme({ source, type: type!, select: itself, environment }, least, type!, null),
    'new[] { "c", "a", "b" }.Min() // "a"',
    'new char[0].Min() // throws System.InvalidOperationException',
  ),
  member(
    'static TSource? Min<TSource>(this IEnumerable<TSource> source, IComparer<TSource>? comparer)',
    (source, comparer, [type], environment) =>
      extreme({ source, type: type!, select: itself, environment }, least, type!, comparer),
    'new[] { "b", "A" }.Min(StringComparer.OrdinalIgnoreCase) // "A"',
  ),
  member(
    'static TResult? Min<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)',
    (source, select, [type, result], environment) =>
      extreme({ source, type: type!, select, environment }, least, result!, null),
    'new[] { 1, 2 }.Min(n => "n" + n) // "n1"',
  ),
  member(
    'static TSource? MinBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)',
    (source, select, [type, keyType], environment) =>
      extremeBy({ source, type: type!, select, environment }, least, orderOf(keyType!)),
    'new[] { "aa", "c", "b" }.MinBy(s => s.Length) // "c"',
  ),
  member(
    'static TSource? MinBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)',
    (source, select, comparer: Comparer | null, [type, keyType], environment) =>
      extremeBy({ source, type: type!, select, environment }, least, comparer ?? orderOf(keyType!)),
    'new[] { "b", "A" }.MinBy(s => s, StringComparer.OrdinalIgnoreCase) // "A"',
  ),
];

interface Selected {
  readonly source: unknown;
  readonly type: NetType;
  readonly select: (item: unknown) => unknown;
  readonly environment: Environment;
}

type Choose = typeof greatest;

/** @throws InvalidOperationException when nothing is there and the result cannot be null */
function extreme(
  { source, type, select, environment }: Selected,
  choose: Choose,
  resultType: NetType,
  comparer: Comparer | null,
): unknown {
  const values = Iterator.from(iterate(source, type)).map((item) => {
    environment.spend();
    return select(item);
  });
  const result = choose(values, comparer ?? orderOf(resultType));
  if (result === null && !canBeNull(resultType)) throw noElements();
  return result;
}

/** The element with the extreme key; the first element when all keys are null. */
function extremeBy(
  { source, type, select, environment }: Selected,
  choose: Choose,
  order: Comparer,
): unknown {
  let first: unknown;
  const keyed = Iterator.from(iterate(source, type)).map((item) => {
    environment.spend();
    first ??= { item };
    const key = select(item);
    return key === null ? null : { item, key };
  });
  const byKey: Comparer = {
    compare: (x, y) => order.compare((x as Keyed).key, (y as Keyed).key),
  };
  const found = (choose(keyed, byKey) ?? first) as Keyed | undefined;
  if (found) return found.item;
  if (canBeNull(type)) return null;
  throw noElements();
}

interface Keyed {
  readonly item: unknown;
  readonly key?: unknown;
}

function noElements(): InvalidOperationException {
  return new InvalidOperationException('Sequence contains no elements');
}
