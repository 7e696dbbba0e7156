import { defineType, membersOf } from '../../declare/defineType.ts';
import { dispatch } from '../../runtime/dispatch.ts';

const member = membersOf<NonNullable<unknown>>();

/** https://learn.microsoft.com/dotnet/api/system.idisposable */
export const SystemIDisposable = defineType({
  name: 'System.IDisposable',
  kind: 'interface',
  members: [
    member('void Dispose()', (self, _types, environment) => {
      dispatch(self, 'Dispose', [], environment);
    }),
  ],
});
