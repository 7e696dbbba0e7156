import { defineType, membersOf } from '../../declare/defineType.ts';
import { unbox } from '../../runtime/boxing.ts';
import type { Comparer } from '../../runtime/order.ts';

const member = membersOf<Comparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.icomparer */
export const IComparer = defineType({
  name: 'System.Collections.IComparer',
  kind: 'interface',
  members: [
    member(
      'int Compare(object? x, object? y)',
      (self, x, y) => self.compare(unbox(x), unbox(y)),
      '((System.Collections.IComparer)StringComparer.Ordinal).Compare("a", "a") // 0',
    ),
  ],
});
