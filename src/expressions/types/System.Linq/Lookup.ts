import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Grouping } from '../../runtime/collections/Grouping.ts';
import { NetLookup } from '../../runtime/collections/NetLookup.ts';
import { lazy } from './lazy.ts';

const member = membersOf<NetLookup>();

/** https://learn.microsoft.com/dotnet/api/system.linq.lookup-2 */
export const LookupOfTKeyTElement = defineType({
  name: 'System.Linq.Lookup<TKey, TElement>',
  kind: 'class',
  implements: ['ILookup<TKey, TElement>'],
  represents: NetLookup,
  members: [
    member(
      'int Count { get; }',
      (self) => self.count,
      '((Lookup<int, string>)new[] { "a", "bb" }.ToLookup(s => s.Length)).Count // 2',
    ),
    member(
      'IEnumerable<TElement> this[TKey key] { get; }',
      (self, key) => self.get(key),
      '((Lookup<int, string>)new[] { "a", "bb" }.ToLookup(s => s.Length))[2].First() // "bb"',
    ),
    member(
      'bool Contains(TKey key)',
      (self, key) => self.contains(key),
      '((Lookup<int, string>)new[] { "a", "bb" }.ToLookup(s => s.Length)).Contains(2) // true',
    ),
    member(
      'IEnumerable<TResult> ApplyResultSelector<TResult>(Func<TKey, IEnumerable<TElement>, TResult> resultSelector)',
      (self, resultSelector: (key: unknown, group: Grouping) => unknown, [type], environment) =>
        lazy(type!, function* () {
          for (const group of self) {
            environment.spend();
            yield resultSelector(group.key, group);
          }
        }),
      'string.Join(",", ((Lookup<int, string>)new[] { "a", "bb", "c" }.ToLookup(s => s.Length)).ApplyResultSelector((k, g) => k * g.Count())) // "2,2"',
    ),
  ],
});
