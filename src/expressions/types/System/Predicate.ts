import { defineType } from '../../declare/defineType.ts';

/** https://learn.microsoft.com/dotnet/api/system.predicate-1 */
export const SystemPredicate = defineType({
  name: 'System.Predicate<in T>',
  kind: 'delegate',
  base: 'MulticastDelegate',
  invoke: 'bool Invoke(T? obj)',
});
