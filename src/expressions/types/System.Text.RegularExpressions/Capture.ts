import { defineType, membersOf } from '../../declare/defineType.ts';
import { NetCapture } from '../../runtime/regex/matches.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Capture: NetCapture;
  }
}

const member = membersOf<NetCapture>();

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.capture */
export const RegularExpressionsCapture = defineType({
  name: 'System.Text.RegularExpressions.Capture',
  kind: 'class',
  represents: NetCapture,
  behaviour: { text: (self: NetCapture) => self.value },
  members: [
    member(
      'int Index { get; }',
      ({ index }) => index,
      'Regex.Match("abc", "b").Captures[0].Index // 1',
    ),
    member(
      'int Length { get; }',
      ({ length }) => length,
      'Regex.Match("abc", "bc").Captures[0].Length // 2',
    ),
    member(
      'string Value { get; }',
      ({ value }) => value,
      'Regex.Match("abc", "(.)+").Groups[1].Captures[1].Value // "b"',
    ),
  ],
});
