import { defineType } from '../../declare/defineType.ts';

/** https://learn.microsoft.com/dotnet/api/system.comparison-1 */
export const SystemComparison = defineType({
  name: 'System.Comparison<in T>',
  kind: 'delegate',
  base: 'MulticastDelegate',
  invoke: 'int Invoke(T? x, T? y)',
});
