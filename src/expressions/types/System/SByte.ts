import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.sbyte */
export const SystemSByte = defineType({
  name: 'System.SByte',
  keyword: 'sbyte',
  kind: 'struct',
  implements: numberInterfaces('sbyte'),
  behaviour: integerBehaviour(integerKinds.sbyte),
  members: integerMembers(integerKinds.sbyte),
});
