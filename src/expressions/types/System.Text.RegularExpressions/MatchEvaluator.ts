import { defineType } from '../../declare/defineType.ts';

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.matchevaluator */
export const RegularExpressionsMatchEvaluator = defineType({
  name: 'System.Text.RegularExpressions.MatchEvaluator',
  kind: 'delegate',
  base: 'MulticastDelegate',
  invoke: 'string Invoke(Match match)',
});
