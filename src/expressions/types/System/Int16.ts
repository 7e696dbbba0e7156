import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.int16 */
export const SystemInt16 = defineType({
  name: 'System.Int16',
  keyword: 'short',
  kind: 'struct',
  implements: numberInterfaces('short'),
  behaviour: integerBehaviour(integerKinds.short),
  members: integerMembers(integerKinds.short),
});
