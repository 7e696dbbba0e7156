import { defineType, membersOf } from '../../declare/defineType.ts';
import { countOf } from '../../runtime/collections/ArrayAsList.ts';
import type { Countable } from '../../runtime/collections/ArrayAsList.ts';

const member = membersOf<Countable>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.ireadonlycollection-1 */
export const IReadOnlyCollectionOfT = defineType({
  name: 'System.Collections.Generic.IReadOnlyCollection<out T>',
  kind: 'interface',
  implements: ['IEnumerable<T>'],
  members: [
    member('int Count { get; }', countOf, '((IReadOnlyCollection<int>)new[] { 1, 2 }).Count // 2'),
  ],
});
