import { defineType, membersOf } from '../../declare/defineType.ts';
import { asList } from '../../runtime/collections/ArrayAsList.ts';
import type { ListProtocol } from '../../runtime/collections/protocols.ts';
import type { NetArray } from '../../runtime/NetArray.ts';

const member = membersOf<NetArray | ListProtocol>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.ireadonlylist-1 */
export const IReadOnlyListOfT = defineType({
  name: 'System.Collections.Generic.IReadOnlyList<out T>',
  kind: 'interface',
  implements: ['IReadOnlyCollection<T>'],
  members: [
    member(
      'T this[int index] { get; }',
      (self, index) => asList(self).at(index),
      '((IReadOnlyList<int>)new[] { 1, 2 })[1] // 2',
      '((IReadOnlyList<int>)new List<int>())[0] // throws System.ArgumentOutOfRangeException',
    ),
  ],
});
