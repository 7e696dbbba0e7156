/** Methods of Enumerable that pick one element. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  ArgumentOutOfRangeException,
  InvalidOperationException,
} from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { asIndexed } from './collections.ts';
import { lazy } from './lazy.ts';

const member = membersOf<never>();

export const elementMembers: readonly MemberDeclaration[] = [
  member(
    'static TSource ElementAt<TSource>(this IEnumerable<TSource> source, int index)',
    (source, index, [type], environment) => {
      const list = asIndexed(source);
      if (list) return list.at(index);
      const found = elementAt(source, index, type!, environment);
      if (found === undefined) throw new ArgumentOutOfRangeException('index');
      return found;
    },
    'new[] { 1, 2 }.ElementAt(1) // 2',
    'new[] { 1, 2 }.Where(n => true).ElementAt(2) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static TSource? ElementAtOrDefault<TSource>(this IEnumerable<TSource> source, int index)',
    (source, index, [type], environment) => {
      const found = elementAt(source, index, type!, environment);
      return found === undefined ? defaultOf(type!) : found;
    },
    'new[] { 1, 2 }.ElementAtOrDefault(2) // 0',
    'new[] { "a" }.ElementAtOrDefault(-1) // null',
  ),
  member(
    'static TSource First<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      found(first(source, type!, always, environment), 'no elements'),
    'new[] { 1, 2 }.First() // 1',
    'new int[0].First() // throws System.InvalidOperationException',
  ),
  member(
    'static TSource First<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      found(first(source, type!, predicate, environment), 'no matching element'),
    'new[] { 1, 2, 3 }.First(n => n > 1) // 2',
    'new[] { 1 }.First(n => n > 1) // throws System.InvalidOperationException',
  ),
  member(
    'static TSource? FirstOrDefault<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      orDefault(first(source, type!, always, environment), defaultOf(type!)),
    'new int[0].FirstOrDefault() // 0',
    'new string[0].FirstOrDefault() // null',
  ),
  member(
    'static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue)',
    (source, defaultValue, [type], environment) =>
      orDefault(first(source, type!, always, environment), defaultValue),
    'new int[0].FirstOrDefault(7) // 7',
  ),
  member(
    'static TSource? FirstOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      orDefault(first(source, type!, predicate, environment), defaultOf(type!)),
    'new[] { 1, 2, 3 }.FirstOrDefault(n => n > 5) // 0',
  ),
  member(
    'static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue)',
    (source, predicate, defaultValue, [type], environment) =>
      orDefault(first(source, type!, predicate, environment), defaultValue),
    'new[] { 1, 2, 3 }.FirstOrDefault(n => n > 5, 7) // 7',
  ),
  member(
    'static TSource Last<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) => found(last(source, type!, always, environment), 'no elements'),
    'new[] { 1, 2 }.Last() // 2',
    'new int[0].Last() // throws System.InvalidOperationException',
  ),
  member(
    'static TSource Last<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      found(last(source, type!, predicate, environment), 'no matching element'),
    'new[] { 1, 2, 3 }.Last(n => n < 3) // 2',
  ),
  member(
    'static TSource? LastOrDefault<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      orDefault(last(source, type!, always, environment), defaultOf(type!)),
    'new int[0].LastOrDefault() // 0',
  ),
  member(
    'static TSource LastOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue)',
    (source, defaultValue, [type], environment) =>
      orDefault(last(source, type!, always, environment), defaultValue),
    'new int[0].LastOrDefault(7) // 7',
  ),
  member(
    'static TSource? LastOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      orDefault(last(source, type!, predicate, environment), defaultOf(type!)),
    'new[] { 1, 2, 3 }.LastOrDefault(n => n < 3) // 2',
  ),
  member(
    'static TSource LastOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue)',
    (source, predicate, defaultValue, [type], environment) =>
      orDefault(last(source, type!, predicate, environment), defaultValue),
    'new[] { 1, 2, 3 }.LastOrDefault(n => n > 5, 7) // 7',
  ),
  member(
    'static TSource Single<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      found(single(source, type!, always, 'element', environment), 'no elements'),
    'new[] { 1 }.Single() // 1',
    'new[] { 1, 2 }.Single() // throws System.InvalidOperationException',
  ),
  member(
    'static TSource Single<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      found(
        single(source, type!, predicate, 'matching element', environment),
        'no matching element',
      ),
    'new[] { 1, 2 }.Single(n => n > 1) // 2',
    'new[] { 1, 2 }.Single(n => n > 0) // throws System.InvalidOperationException',
  ),
  member(
    'static TSource? SingleOrDefault<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      orDefault(single(source, type!, always, 'element', environment), defaultOf(type!)),
    'new int[0].SingleOrDefault() // 0',
    'new[] { 1, 2 }.SingleOrDefault() // throws System.InvalidOperationException',
  ),
  member(
    'static TSource SingleOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue)',
    (source, defaultValue, [type], environment) =>
      orDefault(single(source, type!, always, 'element', environment), defaultValue),
    'new int[0].SingleOrDefault(7) // 7',
  ),
  member(
    'static TSource? SingleOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)',
    (source, predicate, [type], environment) =>
      orDefault(
        single(source, type!, predicate, 'matching element', environment),
        defaultOf(type!),
      ),
    'new[] { 1, 2 }.SingleOrDefault(n => n > 2) // 0',
  ),
  member(
    'static TSource SingleOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue)',
    (source, predicate, defaultValue, [type], environment) =>
      orDefault(single(source, type!, predicate, 'matching element', environment), defaultValue),
    'new[] { 1, 2 }.SingleOrDefault(n => n > 2, 7) // 7',
  ),
  member(
    'static IEnumerable<TSource?> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source)',
    (source, [type], environment) =>
      lazy(type!, () => orThis(source, type!, defaultOf(type!), environment)),
    'new int[0].DefaultIfEmpty().Single() // 0',
  ),
  member(
    'static IEnumerable<TSource> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source, TSource defaultValue)',
    (source, defaultValue, [type], environment) =>
      lazy(type!, () => orThis(source, type!, defaultValue, environment)),
    'new int[0].DefaultIfEmpty(7).Single() // 7',
    'new[] { 1, 2 }.DefaultIfEmpty(7).Count() // 2',
  ),
];

type Predicate = (item: unknown) => boolean;

const always: Predicate = () => true;

/** Undefined stands for nothing found. */
function found(item: unknown, complaint: string): unknown {
  if (item === undefined) throw new InvalidOperationException(`Sequence contains ${complaint}`);
  return item;
}

function orDefault(item: unknown, defaultValue: unknown): unknown {
  return item === undefined ? defaultValue : item;
}

function elementAt(
  source: unknown,
  index: number,
  type: NetType,
  environment: Environment,
): unknown {
  if (index < 0) return undefined;
  let left = index;
  for (const item of iterate(source, type)) {
    environment.spend();
    if (left-- === 0) return item;
  }
  return undefined;
}

function first(
  source: unknown,
  type: NetType,
  predicate: Predicate,
  environment: Environment,
): unknown {
  for (const item of iterate(source, type)) {
    environment.spend();
    if (predicate(item)) return item;
  }
  return undefined;
}

/** Looks from the end where elements have an index, as .NET does. */
function last(
  source: unknown,
  type: NetType,
  predicate: Predicate,
  environment: Environment,
): unknown {
  const list = asIndexed(source);
  if (list) {
    for (let i = list.count - 1; i >= 0; i--) {
      environment.spend();
      const item = list.at(i);
      if (predicate(item)) return item;
    }
    return undefined;
  }
  let result: unknown;
  for (const item of iterate(source, type)) {
    environment.spend();
    if (predicate(item)) result = item;
  }
  return result;
}

/** @throws InvalidOperationException when there are several */
function single(
  source: unknown,
  type: NetType,
  predicate: Predicate,
  what: string,
  environment: Environment,
): unknown {
  let result: unknown;
  for (const item of iterate(source, type)) {
    environment.spend();
    if (!predicate(item)) continue;
    if (result !== undefined) {
      throw new InvalidOperationException(`Sequence contains more than one ${what}`);
    }
    result = item;
  }
  return result;
}

function* orThis(
  source: unknown,
  type: NetType,
  defaultValue: unknown,
  environment: Environment,
): Generator<unknown> {
  let isEmpty = true;
  for (const item of iterate(source, type)) {
    environment.spend();
    isEmpty = false;
    yield item;
  }
  if (isEmpty) yield defaultValue;
}
