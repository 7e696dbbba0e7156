/** `Split`. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import { noLimit, split } from './stringSplit.ts';
import { textArray, textsIn } from './textArray.ts';

const member = membersOf<string>();

const byCharacters: readonly MemberDeclaration[] = [
  member(
    'string[] Split(params char[]? separator)',
    (self, separator: NetArray | null, _types, environment) =>
      parts(self, unitsOf(separator), noLimit, 0, environment),
    'string.Join("|", "a,b;c".Split(\',\', \';\')) // "a|b|c"',
    'string.Join("|", "a b".Split()) // "a|b"',
  ),
  member(
    'string[] Split(char[]? separator, int count)',
    (self, separator: NetArray | null, count, _types, environment) =>
      parts(self, unitsOf(separator), count, 0, environment),
    'string.Join("|", "a,b,c".Split(new[] { \',\' }, 2)) // "a|b,c"',
  ),
  member(
    'string[] Split(char[]? separator, StringSplitOptions options)',
    (self, separator: NetArray | null, options, _types, environment) =>
      parts(self, unitsOf(separator), noLimit, options, environment),
    '"a,,b".Split(new[] { \',\' }, StringSplitOptions.RemoveEmptyEntries).Length // 2',
  ),
  member(
    'string[] Split(char[]? separator, int count, StringSplitOptions options)',
    (self, separator: NetArray | null, count, options, _types, environment) =>
      parts(self, unitsOf(separator), count, options, environment),
    '"a,,b,c".Split(new[] { \',\' }, 2, StringSplitOptions.RemoveEmptyEntries)[1] // "b,c"',
  ),
  member(
    'string[] Split(char separator, StringSplitOptions options = 0)',
    (self, separator, options, _types, environment) =>
      parts(self, [String.fromCharCode(separator)], noLimit, options, environment),
    '"a, b".Split(\',\', StringSplitOptions.TrimEntries)[1] // "b"',
  ),
  member(
    'string[] Split(char separator, int count, StringSplitOptions options = 0)',
    (self, separator, count, options, _types, environment) =>
      parts(self, [String.fromCharCode(separator)], count, options, environment),
    '"a,b,c".Split(\',\', 2)[1] // "b,c"',
  ),
];

const byTexts: readonly MemberDeclaration[] = [
  member(
    'string[] Split(string[]? separator, StringSplitOptions options)',
    (self, separator: NetArray | null, options, _types, environment) =>
      parts(self, textsIn(separator), noLimit, options, environment),
    '"a--b".Split(new[] { "--" }, StringSplitOptions.None)[1] // "b"',
  ),
  member(
    'string[] Split(string[]? separator, int count, StringSplitOptions options)',
    (self, separator: NetArray | null, count, options, _types, environment) =>
      parts(self, textsIn(separator), count, options, environment),
    '"a--b--c".Split(new[] { "--" }, 2, StringSplitOptions.None)[1] // "b--c"',
  ),
  member(
    'string[] Split(string? separator, StringSplitOptions options = 0)',
    (self, separator, options, _types, environment) =>
      parts(self, [separator ?? ''], noLimit, options, environment),
    '"a--b".Split("--")[1] // "b"',
  ),
  member(
    'string[] Split(string? separator, int count, StringSplitOptions options = 0)',
    (self, separator, count, options, _types, environment) =>
      parts(self, [separator ?? ''], count, options, environment),
    '"a--b--c".Split("--", 2)[1] // "b--c"',
  ),
];

export const splitMembers: readonly MemberDeclaration[] = [...byCharacters, ...byTexts];

function parts(
  text: string,
  separators: readonly string[],
  count: number,
  options: number,
  environment: Environment,
): NetArray {
  const found = split(text, separators, count, options);
  environment.allowItems(found.length);
  return textArray(found);
}

function unitsOf(chars: NetArray | null): string[] {
  return textOfUnits(chars).split('');
}
