import { defineType, membersOf } from '../../declare/defineType.ts';
import type { OrderedSequence } from '../../runtime/collections/OrderedSequence.ts';
import { orderOf } from '../../runtime/order.ts';

const member = membersOf<OrderedSequence>();

/** https://learn.microsoft.com/dotnet/api/system.linq.iorderedenumerable-1 */
export const IOrderedEnumerableOfTElement = defineType({
  name: 'System.Linq.IOrderedEnumerable<out TElement>',
  kind: 'interface',
  implements: ['IEnumerable<TElement>'],
  members: [
    member(
      'IOrderedEnumerable<TElement> CreateOrderedEnumerable<TKey>(Func<TElement, TKey> keySelector, IComparer<TKey>? comparer, bool descending)',
      (self, key, comparer, descending, [type]) =>
        self.thenBy({ key, comparer: comparer ?? orderOf(type!), isDescending: descending }),
      'string.Join(",", new[] { 1, 2 }.OrderBy(n => 0).CreateOrderedEnumerable(n => n, null, true)) // "2,1"',
    ),
  ],
});
