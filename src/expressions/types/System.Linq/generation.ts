/** Methods of Enumerable that make sequences, or lengthen them. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemInt32 } from '../System/Int32.ts';
import { lazy } from './lazy.ts';

const member = membersOf<never>();

const maxInt32 = 0x7fffffff;

export const generationMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<TResult> Empty<TResult>()',
    ([type]) => newArray(type!, []),
    'Enumerable.Empty<int>().Count() // 0',
  ),
  member(
    'static IEnumerable<int> Range(int start, int count)',
    (start, count, _types, environment) => {
      if (count < 0 || start + count - 1 > maxInt32) throw new ArgumentOutOfRangeException('count');
      return lazy(SystemInt32.construct(), function* () {
        for (let i = 0; i < count; i++) {
          environment.spend();
          yield start + i;
        }
      });
    },
    'string.Join(",", Enumerable.Range(5, 3)) // "5,6,7"',
    'Enumerable.Range(0, -1) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static IEnumerable<TResult> Repeat<TResult>(TResult element, int count)',
    (element, count, [type], environment) => {
      if (count < 0) throw new ArgumentOutOfRangeException('count');
      return lazy(type!, function* () {
        for (let i = 0; i < count; i++) {
          environment.spend();
          yield element;
        }
      });
    },
    'string.Join("", Enumerable.Repeat("ab", 3)) // "ababab"',
  ),
  member(
    'static IEnumerable<TSource> Append<TSource>(this IEnumerable<TSource> source, TSource element)',
    (source, element, [type], environment) =>
      lazy(type!, function* () {
        yield* each(source, type!, environment);
        yield element;
      }),
    'string.Join(",", new[] { 1 }.Append(2)) // "1,2"',
  ),
  member(
    'static IEnumerable<TSource> Prepend<TSource>(this IEnumerable<TSource> source, TSource element)',
    (source, element, [type], environment) =>
      lazy(type!, function* () {
        yield element;
        yield* each(source, type!, environment);
      }),
    'string.Join(",", new[] { 1 }.Prepend(2)) // "2,1"',
  ),
  member(
    'static IEnumerable<TSource> Concat<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second)',
    (first, second, [type], environment) =>
      lazy(type!, function* () {
        yield* each(first, type!, environment);
        yield* each(second, type!, environment);
      }),
    'string.Join(",", new[] { 1, 2 }.Concat(new[] { 2, 3 })) // "1,2,2,3"',
  ),
];

function* each(source: unknown, type: NetType, environment: Environment): Generator<unknown> {
  for (const item of iterate(source, type)) {
    environment.spend();
    yield item;
  }
}
