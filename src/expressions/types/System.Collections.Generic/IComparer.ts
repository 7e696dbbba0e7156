import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Comparer } from '../../runtime/order.ts';

const member = membersOf<Comparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.icomparer-1 */
export const IComparerOfT = defineType({
  name: 'System.Collections.Generic.IComparer<in T>',
  kind: 'interface',
  members: [
    member(
      'int Compare(T? x, T? y)',
      (self, x, y) => self.compare(x, y),
      '((IComparer<int>)Comparer<int>.Default).Compare(1, 2) // -1',
    ),
  ],
});
