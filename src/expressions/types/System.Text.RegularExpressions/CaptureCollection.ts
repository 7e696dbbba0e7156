import { defineType } from '../../declare/defineType.ts';
import { NetCaptures } from '../../runtime/regex/matches.ts';
import { fixedListInterfaces, fixedListMembers } from './fixedListMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    CaptureCollection: NetCaptures;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.capturecollection */
export const RegularExpressionsCaptureCollection = defineType({
  name: 'System.Text.RegularExpressions.CaptureCollection',
  kind: 'class',
  implements: fixedListInterfaces('Capture'),
  represents: NetCaptures,
  members: fixedListMembers('Capture', 'Regex.Match("abc", "(.)+").Groups[1].Captures', 'b'),
});
