import { defineType, membersOf } from '../../declare/defineType.ts';
import { NetComparer } from '../../runtime/collections/NetComparer.ts';

const member = membersOf<NetComparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.comparer-1 */
export const ComparerOfT = defineType({
  name: 'System.Collections.Generic.Comparer<T>',
  kind: 'class',
  implements: ['IComparer<T>', 'System.Collections.IComparer'],
  represents: NetComparer,
  members: [
    member(
      'static Comparer<T> Default { get; }',
      ([type]) => new NetComparer(type!),
      'Comparer<int>.Default.Compare(2, 1) // 1',
    ),
    member(
      'static Comparer<T> Create(Comparison<T> comparison)',
      (comparison, [type]) => new NetComparer(type!, comparison),
      'Comparer<int>.Create((x, y) => y - x).Compare(2, 1) // -1',
    ),
    member(
      'int Compare(T? x, T? y)',
      (self, x, y) => self.compare(x, y),
      'Comparer<string>.Default.Compare(null, "a") // -1',
    ),
  ],
});
