import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.int32 */
export const SystemInt32 = defineType({
  name: 'System.Int32',
  keyword: 'int',
  kind: 'struct',
  implements: numberInterfaces('int'),
  represents: Number,
  behaviour: integerBehaviour(integerKinds.int),
  members: integerMembers(integerKinds.int),
});
