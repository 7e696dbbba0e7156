import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentNullException } from '../../runtime/exceptions.ts';
import { NetGroup, NetGroups } from '../../runtime/regex/matches.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { fixedListInterfaces, fixedListMembers } from './fixedListMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    GroupCollection: NetGroups;
  }
}

const member = membersOf<NetGroups>();
const example = 'Regex.Match("ab", "(?<x>.)(?<y>.)").Groups';

/**
 * https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.groupcollection. It is no
 * dictionary here, because a collection of two things at once has no LINQ methods in C#.
 */
export const RegularExpressionsGroupCollection = defineType({
  name: 'System.Text.RegularExpressions.GroupCollection',
  kind: 'class',
  implements: fixedListInterfaces('Group'),
  represents: NetGroups,
  members: [
    ...fixedListMembers('Group', example, 'a').filter(
      ({ signature }) => !signature.includes('this['),
    ),
    member(
      'Group this[int groupnum] { get; }',
      (self, number) => self.ofNumber(number),
      `${example}[2].Value // "b"`,
      `${example}[7].Success // false`,
    ),
    member(
      'Group this[string? groupname] { get; }',
      (self, name) => {
        if (name === null && self.hasNames) throw new ArgumentNullException('name');
        return self.ofName(name ?? '') ?? NetGroup.none;
      },
      `${example}["y"].Value // "b"`,
      `${example}["z"].Success // false`,
    ),
    member(
      'bool ContainsKey(string key)',
      (self, key) => self.names.includes(key),
      `${example}.ContainsKey("x") // true`,
    ),
    member(
      'bool TryGetValue(string key, out Group? value)',
      (self, key, value) => {
        value.value = self.ofName(key) ?? null;
        return value.value !== null;
      },
      `${example}.TryGetValue("z", out var none) // false`,
    ),
    member(
      'IEnumerable<string> Keys { get; }',
      (self) => {
        const { registry } = RegularExpressionsGroupCollection;
        return new Sequence(registry.named('System.String'), () => self.names[Symbol.iterator]());
      },
      `string.Join(",", ${example}.Keys) // "0,x,y"`,
    ),
    member(
      'IEnumerable<Group> Values { get; }',
      (self) => {
        const { registry } = RegularExpressionsGroupCollection;
        return new Sequence(registry.named('Group'), () => self[Symbol.iterator]());
      },
      `string.Join(",", ${example}.Values) // "ab,a,b"`,
    ),
  ],
});
