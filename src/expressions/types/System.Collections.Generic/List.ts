import { defineType } from '../../declare/defineType.ts';
import { NetList } from '../../runtime/collections/NetList.ts';
import { listContentMembers } from './listContent.ts';
import { listOrderMembers } from './listOrder.ts';
import { listSearchMembers } from './listSearch.ts';

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.list-1 */
export const ListOfT = defineType({
  name: 'System.Collections.Generic.List<T>',
  kind: 'class',
  implements: ['IList<T>', 'IReadOnlyList<T>', 'System.Collections.IList'],
  represents: NetList,
  members: [...listContentMembers, ...listSearchMembers, ...listOrderMembers],
});
