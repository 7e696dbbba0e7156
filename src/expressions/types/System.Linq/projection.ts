/** Methods of Enumerable that make other elements of elements. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentOutOfRangeException, NullReferenceException } from '../../runtime/exceptions.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import { iterate } from '../../runtime/iterate.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { Sequence } from '../../runtime/Sequence.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemInt32 } from '../System/Int32.ts';
import { castElement } from './castElement.ts';
import { lazy } from './lazy.ts';
import { newTuple, tupleType } from './tuples.ts';
import { objectType } from '../System.Collections/objectType.ts';

const member = membersOf<never>();

export const projectionMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)',
    (source, selector, [type, result], environment) =>
      lazy(result!, function* () {
        for (const item of iterate(source, type!)) {
          environment.spend();
          yield selector(item);
        }
      }),
    'string.Join(",", new[] { 1, 2 }.Select(n => n * 2)) // "2,4"',
  ),
  member(
    'static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, int, TResult> selector)',
    (source, selector, [type, result], environment) =>
      lazy(result!, function* () {
        let index = 0;
        for (const item of iterate(source, type!)) {
          environment.spend();
          yield selector(item, index++);
        }
      }),
    'string.Join(",", new[] { "a", "b" }.Select((s, i) => s + i)) // "a0,b1"',
  ),
  member(
    'static IEnumerable<TResult> SelectMany<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector)',
    (source, selector, [type, result], environment) =>
      flattened(
        source,
        (item) => selector(item),
        (_item, inner) => inner,
        [type!, result!, result!],
        environment,
      ),
    'string.Join(",", new[] { "ab", "c" }.SelectMany(s => s)) // "a,b,c"',
  ),
  member(
    'static IEnumerable<TResult> SelectMany<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, int, IEnumerable<TResult>> selector)',
    (source, selector, [type, result], environment) =>
      flattened(source, selector, (_item, inner) => inner, [type!, result!, result!], environment),
    'string.Join(",", new[] { "a", "b" }.SelectMany((s, i) => new[] { s, i.ToString() })) // "a,0,b,1"',
  ),
  member(
    'static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(this IEnumerable<TSource> source, Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector)',
    (source, collectionSelector, resultSelector, [type, collection, result], environment) =>
      flattened(
        source,
        (item) => collectionSelector(item),
        resultSelector,
        [type!, collection!, result!],
        environment,
      ),
    'string.Join(",", new[] { 1, 2 }.SelectMany(n => "ab", (n, c) => n.ToString() + c)) // "1a,1b,2a,2b"',
  ),
  member(
    'static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(this IEnumerable<TSource> source, Func<TSource, int, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector)',
    (source, collectionSelector, resultSelector, [type, collection, result], environment) =>
      flattened(
        source,
        collectionSelector,
        resultSelector,
        [type!, collection!, result!],
        environment,
      ),
    'string.Join(",", new[] { 7, 8 }.SelectMany((n, i) => new[] { i }, (n, i) => n + i)) // "7,9"',
  ),
  member(
    'static IEnumerable<TResult> Cast<TResult>(this System.Collections.IEnumerable source)',
    (source, [type], environment) => {
      // What is a sequence of that type already stays itself.
      if (isInstance(source, sequenceOf(type!))) return source;
      return lazy(type!, function* () {
        for (const item of iterate(source, objectType())) {
          environment.spend();
          yield castElement(item, type!);
        }
      });
    },
    'new object[] { 1, 2 }.Cast<int>().Sum() // 3',
    'new object[] { 1, "a" }.Cast<int>().Sum() // throws System.InvalidCastException',
    'new object[] { null }.Cast<int>().Sum() // throws System.NullReferenceException',
  ),
  member(
    'static IEnumerable<TSource[]> Chunk<TSource>(this IEnumerable<TSource> source, int size)',
    (source, size, [type], environment) => {
      if (size < 1) throw new ArgumentOutOfRangeException('size');
      return lazy(type!.arrayOf(), () => chunks(source, size, type!, environment));
    },
    'string.Join(";", new[] { 1, 2, 3 }.Chunk(2).Select(c => string.Join(",", c))) // "1,2;3"',
    'new[] { 1 }.Chunk(0) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static IEnumerable<ValueTuple<int, TSource>> Index<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => {
      const result = tupleType([SystemInt32.construct(), type!]);
      return lazy(result, function* () {
        let index = 0;
        for (const item of iterate(source, type!)) {
          environment.spend();
          yield newTuple(result, [index++, item]);
        }
      });
    },
    'new[] { "a", "b" }.Index().Last().Item1 // 1',
  ),
  member(
    'static IEnumerable<TResult> Zip<TFirst, TSecond, TResult>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector)',
    (first, second, resultSelector, [type, other, result], environment) =>
      lazy(result!, function* () {
        for (const [one, two] of pairs(first, second, [type!, other!], environment)) {
          yield resultSelector(one, two);
        }
      }),
    'string.Join(",", new[] { 1, 2, 3 }.Zip(new[] { "a", "b" }, (n, s) => n + s)) // "1a,2b"',
  ),
  member(
    'static IEnumerable<ValueTuple<TFirst, TSecond>> Zip<TFirst, TSecond>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second)',
    (first, second, [type, other], environment) => {
      const result = tupleType([type!, other!]);
      return lazy(result, function* () {
        for (const pair of pairs(first, second, [type!, other!], environment)) {
          yield newTuple(result, pair);
        }
      });
    },
    'new[] { 1, 2 }.Zip(new[] { "a", "b" }).Last().Item2 // "b"',
  ),
  member(
    'static IEnumerable<ValueTuple<TFirst, TSecond, TThird>> Zip<TFirst, TSecond, TThird>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second, IEnumerable<TThird> third)',
    (first, second, third, [type, other, another], environment) => {
      const result = tupleType([type!, other!, another!]);
      const firstTwo = lazy(type!, () => pairs(first, second, [type!, other!], environment));
      return lazy(result, function* () {
        for (const [pair, last] of pairs(firstTwo, third, [type!, another!], environment)) {
          yield newTuple(result, [...(pair as unknown[]), last]);
        }
      });
    },
    'new[] { 1 }.Zip(new[] { "a" }, new[] { 2.5 }).Single().Item3 // 2.5',
  ),
];

/** `types` are those of the elements, of the inner elements and of the results. */
function flattened(
  source: unknown,
  inner: (item: unknown, index: number) => unknown,
  result: (item: unknown, inner: unknown) => unknown,
  types: readonly [NetType, NetType, NetType],
  environment: Environment,
): Sequence {
  const [type, innerType, resultType] = types;
  return lazy(resultType, function* () {
    let index = 0;
    for (const item of iterate(source, type)) {
      environment.spend();
      for (const each of iterate(notNull(inner(item, index++)), innerType)) {
        environment.spend();
        yield result(item, each);
      }
    }
  });
}

function notNull(collection: unknown): unknown {
  if (collection === null) throw new NullReferenceException();
  return collection;
}

function* chunks(
  source: unknown,
  size: number,
  type: NetType,
  environment: Environment,
): Generator<unknown> {
  let chunk: unknown[] = [];
  for (const item of iterate(source, type)) {
    environment.spend();
    environment.allowItems(chunk.push(item));
    if (chunk.length < size) continue;
    yield newArray(type, chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield newArray(type, chunk);
}

/** Elements of two sequences side by side, until one of them ends. */
function* pairs(
  first: unknown,
  second: unknown,
  [type, other]: readonly [NetType, NetType],
  environment: Environment,
): Generator<[unknown, unknown]> {
  const others = iterate(second, other)[Symbol.iterator]();
  for (const item of iterate(first, type)) {
    environment.spend();
    const { done, value } = others.next();
    if (done) return;
    yield [item, value];
  }
}

function sequenceOf(element: NetType): NetType {
  return SystemInt32.registry.named('System.Collections.Generic.IEnumerable', [element]);
}
