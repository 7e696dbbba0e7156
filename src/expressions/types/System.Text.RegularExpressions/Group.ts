import { defineType, membersOf } from '../../declare/defineType.ts';
import { NetGroup } from '../../runtime/regex/matches.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Group: NetGroup;
  }
}

const member = membersOf<NetGroup>();

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.group */
export const RegularExpressionsGroup = defineType({
  name: 'System.Text.RegularExpressions.Group',
  kind: 'class',
  base: 'System.Text.RegularExpressions.Capture',
  represents: NetGroup,
  members: [
    member(
      'CaptureCollection Captures { get; }',
      ({ captures }) => captures,
      'Regex.Match("abc", "(.)+").Groups[1].Captures.Count // 3',
    ),
    member(
      'string Name { get; }',
      ({ name }) => name,
      'Regex.Match("a", "(?<x>a)").Groups[1].Name // "x"',
    ),
    member(
      'bool Success { get; }',
      ({ success }) => success,
      'Regex.Match("b", "(a)?b").Groups[1].Success // false',
    ),
    member(
      'static Group Synchronized(Group inner)',
      (inner) => inner,
      'Group.Synchronized(Regex.Match("a", "(a)").Groups[1]).Value // "a"',
    ),
  ],
});
