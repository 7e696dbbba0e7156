import { defineType, membersOf } from '../../declare/defineType.ts';
import { compareObjects } from '../../runtime/collections/compareObjects.ts';
import type { Comparer } from '../../runtime/order.ts';

const member = membersOf<Comparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.icomparer */
export const IComparer = defineType({
  name: 'System.Collections.IComparer',
  kind: 'interface',
  members: [
    member(
      'int Compare(object? x, object? y)',
      compareObjects,
      '((System.Collections.IComparer)StringComparer.Ordinal).Compare("a", "a") // 0',
      '((System.Collections.IComparer)Comparer<int>.Default).Compare(1, 2L) // throws System.ArgumentException',
    ),
  ],
});
