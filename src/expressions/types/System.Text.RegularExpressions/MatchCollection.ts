import { defineType, membersOf } from '../../declare/defineType.ts';
import { copyCollection } from '../../runtime/collections/copyCollection.ts';
import { NetMatches } from '../../runtime/regex/matches.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { fixedListInterfaces, fixedListMembers } from './fixedListMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    MatchCollection: NetMatches;
  }
}

const member = membersOf<NetMatches>();
const example = 'Regex.Matches("abc", ".")';

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.matchcollection */
export const RegularExpressionsMatchCollection = defineType({
  name: 'System.Text.RegularExpressions.MatchCollection',
  kind: 'class',
  implements: fixedListInterfaces('Match'),
  represents: NetMatches,
  members: [
    ...fixedListMembers('Match', example, 'b').filter(
      ({ signature }) => !signature.startsWith('void CopyTo(Array'),
    ),
    member(
      'void CopyTo(Array array, int index)',
      (self, array, index, _types, environment) =>
        copyCollection(self, matchType(), array, index, environment),
      `((Func<string>)(() => { var a = new object[3]; ${example}.CopyTo((Array)a, 0); return a[1].ToString(); }))() // "b"`,
      `${example}.CopyTo((Array)new int[3], 0) // throws System.ArgumentException`,
    ),
  ],
});

function matchType(): NetType {
  return RegularExpressionsMatchCollection.registry.named('System.Text.RegularExpressions.Match');
}
