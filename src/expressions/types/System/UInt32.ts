import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.uint32 */
export const SystemUInt32 = defineType({
  name: 'System.UInt32',
  keyword: 'uint',
  kind: 'struct',
  implements: numberInterfaces('uint'),
  behaviour: integerBehaviour(integerKinds.uint),
  members: integerMembers(integerKinds.uint),
});
