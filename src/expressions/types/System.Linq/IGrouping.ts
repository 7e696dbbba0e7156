import { defineType, membersOf } from '../../declare/defineType.ts';
import { Grouping } from '../../runtime/collections/Grouping.ts';

const member = membersOf<Grouping>();

/** https://learn.microsoft.com/dotnet/api/system.linq.igrouping-2 */
export const IGroupingOfTKeyTElement = defineType({
  name: 'System.Linq.IGrouping<out TKey, out TElement>',
  kind: 'interface',
  implements: ['IEnumerable<TElement>'],
  represents: Grouping,
  behaviour: {
    text: ({ typeArguments }: Grouping) => `System.Linq.Grouping\`2[${typeArguments.join(',')}]`,
  },
  members: [
    member(
      'TKey Key { get; }',
      (self) => self.key,
      'new[] { "a", "bb", "c" }.GroupBy(s => s.Length).First().Key // 1',
    ),
  ],
});
