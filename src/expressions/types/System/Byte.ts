import { defineType } from '../../declare/defineType.ts';
import { integerKinds } from './integerKinds.ts';
import { integerBehaviour, integerMembers, numberInterfaces } from './integerMembers.ts';

/** https://learn.microsoft.com/dotnet/api/system.byte */
export const SystemByte = defineType({
  name: 'System.Byte',
  keyword: 'byte',
  kind: 'struct',
  implements: numberInterfaces('byte'),
  behaviour: integerBehaviour(integerKinds.byte),
  members: integerMembers(integerKinds.byte),
});
