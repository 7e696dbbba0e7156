import { defineType, membersOf } from '../../declare/defineType.ts';
import { dispatch } from '../../runtime/dispatch.ts';

const member = membersOf<NonNullable<unknown>>();

/** https://learn.microsoft.com/dotnet/api/system.icloneable */
export const SystemICloneable = defineType({
  name: 'System.ICloneable',
  kind: 'interface',
  members: [
    member(
      'object Clone()',
      (self, _types, environment) => dispatch(self, 'Clone', [], environment) ?? self,
      '((ICloneable)"a").Clone() // "a"',
    ),
  ],
});
