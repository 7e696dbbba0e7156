import { defineType, membersOf } from '../../declare/defineType.ts';
import type { NetLookup } from '../../runtime/collections/NetLookup.ts';

const member = membersOf<NetLookup>();

/** https://learn.microsoft.com/dotnet/api/system.linq.ilookup-2 */
export const ILookupOfTKeyTElement = defineType({
  name: 'System.Linq.ILookup<TKey, TElement>',
  kind: 'interface',
  implements: ['IEnumerable<IGrouping<TKey, TElement>>'],
  members: [
    member(
      'int Count { get; }',
      (self) => self.count,
      'new[] { "a", "bb", "c" }.ToLookup(s => s.Length).Count // 2',
    ),
    member(
      'IEnumerable<TElement> this[TKey key] { get; }',
      (self, key) => self.get(key),
      'string.Join(",", new[] { "a", "bb", "c" }.ToLookup(s => s.Length)[1]) // "a,c"',
      'new[] { "a" }.ToLookup(s => s.Length)[5].Count() // 0',
    ),
    member(
      'bool Contains(TKey key)',
      (self, key) => self.contains(key),
      'new[] { "a", "bb", "c" }.ToLookup(s => s.Length).Contains(3) // false',
    ),
  ],
});
