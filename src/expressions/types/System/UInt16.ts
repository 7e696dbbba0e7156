import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.uint16 */
export const SystemUInt16 = defineType({
  name: 'System.UInt16',
  keyword: 'ushort',
  kind: 'struct',
  implements: numberInterfaces('ushort'),
  behaviour: integerBehaviour(integerKinds.ushort),
  members: integerMembers(integerKinds.ushort),
});
