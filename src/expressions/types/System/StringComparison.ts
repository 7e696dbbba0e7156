import { defineType } from '../../declare/defineType.ts';
import { stringComparisons } from '../../runtime/textComparison.ts';

/** https://learn.microsoft.com/dotnet/api/system.stringcomparison */
export const SystemStringComparison = defineType({
  name: 'System.StringComparison',
  kind: 'enum',
  values: stringComparisons,
});

/** https://learn.microsoft.com/dotnet/api/system.stringsplitoptions */
export const SystemStringSplitOptions = defineType({
  name: 'System.StringSplitOptions',
  kind: 'enum',
  flags: true,
  values: { None: 0, RemoveEmptyEntries: 1, TrimEntries: 2 },
});
