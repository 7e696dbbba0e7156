import { defineType } from '../../declare/defineType.ts';
import { setMembers } from './setMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.iset-1 */
export const ISetOfT = defineType({
  name: 'System.Collections.Generic.ISet<T>',
  kind: 'interface',
  implements: ['ICollection<T>'],
  members: setMembers('ISet<int>'),
});
