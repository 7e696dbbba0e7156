import { defineType } from '../../declare/defineType.ts';

/** https://learn.microsoft.com/dotnet/api/system.converter-2 */
export const SystemConverter = defineType({
  name: 'System.Converter<in TInput, out TOutput>',
  kind: 'delegate',
  base: 'MulticastDelegate',
  invoke: 'TOutput Invoke(TInput? input)',
});
