import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.int64 */
export const SystemInt64 = defineType({
  name: 'System.Int64',
  keyword: 'long',
  kind: 'struct',
  implements: numberInterfaces('long'),
  represents: BigInt,
  behaviour: integerBehaviour(integerKinds.long),
  members: integerMembers(integerKinds.long),
});
