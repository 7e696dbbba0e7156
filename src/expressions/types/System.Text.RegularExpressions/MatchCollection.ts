import { defineType } from '../../declare/defineType.ts';
import { NetMatches } from '../../runtime/regex/matches.ts';
import { fixedListInterfaces, fixedListMembers } from './fixedListMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    MatchCollection: NetMatches;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.matchcollection */
export const RegularExpressionsMatchCollection = defineType({
  name: 'System.Text.RegularExpressions.MatchCollection',
  kind: 'class',
  implements: fixedListInterfaces('Match'),
  represents: NetMatches,
  members: fixedListMembers('Match', 'Regex.Matches("abc", ".")', 'b'),
});
