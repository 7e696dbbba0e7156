import { defineType } from '../../declare/defineType.ts';
import { arrayContentMembers } from './arrayContent.ts';
import { arrayInstanceMembers } from './arrayInstance.ts';
import { arrayOrderMembers } from './arrayOrder.ts';
import { arraySearchMembers } from './arraySearch.ts';

/**
 * https://learn.microsoft.com/dotnet/api/system.array: the base of all array types, whose instances
 * are NetArray whatever their elements.
 */
export const SystemArray = defineType({
  name: 'System.Array',
  kind: 'class',
  implements: ['ICloneable', 'System.Collections.IList'],
  members: [
    ...arrayInstanceMembers,
    ...arrayContentMembers,
    ...arraySearchMembers,
    ...arrayOrderMembers,
  ],
});
