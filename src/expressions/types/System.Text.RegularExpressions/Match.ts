import { Replacement } from '../../../lib/dotnet-regex/Replacement.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { NotSupportedException } from '../../runtime/exceptions.ts';
import { NetMatch } from '../../runtime/regex/matches.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Match: NetMatch;
  }
}

const member = membersOf<NetMatch>();

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.match */
export const RegularExpressionsMatch = defineType({
  name: 'System.Text.RegularExpressions.Match',
  kind: 'class',
  base: 'System.Text.RegularExpressions.Group',
  represents: NetMatch,
  members: [
    member(
      'static Match Empty { get; }',
      () => NetMatch.empty,
      'Match.Empty.Success // false',
      'Match.Empty.Groups.Count // 1',
    ),
    member(
      'GroupCollection Groups { get; }',
      ({ groups }) => groups,
      'Regex.Match("ab", "(a)(b)").Groups.Count // 3',
    ),
    member(
      'Match NextMatch()',
      (self, _types, environment) => self.next(environment),
      'Regex.Match("a1b2", "\\\\d").NextMatch().Value // "2"',
      'Regex.Match("a1", "\\\\d").NextMatch().Success // false',
    ),
    member(
      'string Result(string replacement)',
      ({ found, searched }, replacement, _types, environment) => {
        if (!found) throw new NotSupportedException('Result cannot be called on a failed Match.');
        const { options, groups } = found.regex.regex;
        const result = new Replacement(replacement, options, groups);
        const text = result.expand(searched.part, found.match);
        environment.allowLength(text.length);
        return text;
      },
      'Regex.Match("ab", "(a)(b)").Result("$2$1") // "ba"',
      'Match.Empty.Result("") // throws System.NotSupportedException',
    ),
    member(
      'static Match Synchronized(Match inner)',
      (inner) => inner,
      'Match.Synchronized(Regex.Match("a", "a")).Value // "a"',
    ),
  ],
});
