import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.uint64 */
export const SystemUInt64 = defineType({
  name: 'System.UInt64',
  keyword: 'ulong',
  kind: 'struct',
  implements: numberInterfaces('ulong'),
  behaviour: integerBehaviour(integerKinds.ulong),
  members: integerMembers(integerKinds.ulong),
});
