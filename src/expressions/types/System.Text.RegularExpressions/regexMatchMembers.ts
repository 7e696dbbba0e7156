/** `IsMatch`, `Match`, `Matches` and `Count`. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { NetRegex } from '../../runtime/regex/NetRegex.ts';
import { given, isMatch, match, matches, matchIn, timeoutOf } from './regexSearch.ts';

const member = membersOf<NetRegex>();

const tests: readonly MemberDeclaration[] = [
  member(
    'bool IsMatch(string input)',
    (self, input, _types, environment) => isMatch(self, input, environment),
    'new Regex("^a").IsMatch("ab") // true',
  ),
  member(
    'bool IsMatch(string input, int startat)',
    (self, input, start, _types, environment) => isMatch(self, input, environment, start),
    'new Regex("a").IsMatch("ab", 1) // false',
    'new Regex("a").IsMatch("ab", 3) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static bool IsMatch(string? input, string pattern)',
    (input, pattern, _types, environment) =>
      isMatch(new NetRegex(pattern), given(input), environment),
    'Regex.IsMatch("v1.2", @"^v\\d+\\.\\d+$") // true',
    'Regex.IsMatch(null, "a") // throws System.ArgumentNullException',
  ),
  member(
    'static bool IsMatch(string? input, string pattern, RegexOptions options)',
    (input, pattern, options, _types, environment) =>
      isMatch(new NetRegex(pattern, options), given(input), environment),
    'Regex.IsMatch("A", "a", RegexOptions.IgnoreCase) // true',
  ),
  member(
    'static bool IsMatch(string? input, string pattern, RegexOptions options, TimeSpan matchTimeout)',
    (input, pattern, options, timeout, _types, environment) =>
      isMatch(new NetRegex(pattern, options, timeoutOf(timeout)), given(input), environment),
    'Regex.IsMatch("A", "a", RegexOptions.None, TimeSpan.FromSeconds(1)) // false',
  ),
];

const first: readonly MemberDeclaration[] = [
  member(
    'Match Match(string input)',
    (self, input, _types, environment) => match(self, input, environment),
    'new Regex("b+").Match("abbc").Value // "bb"',
    'new Regex("x").Match("abc").Success // false',
  ),
  member(
    'Match Match(string input, int startat)',
    (self, input, start, _types, environment) => match(self, input, environment, start),
    'new Regex("a").Match("aba", 1).Index // 2',
  ),
  member(
    'Match Match(string input, int beginning, int length)',
    (self, input, beginning, length, _types, environment) =>
      matchIn(self, input, beginning, length, environment),
    'new Regex("^b$").Match("abc", 1, 1).Index // 1',
  ),
  member(
    'static Match Match(string? input, string pattern)',
    (input, pattern, _types, environment) =>
      match(new NetRegex(pattern), given(input), environment),
    'Regex.Match("/api/orders/12", @"(?<id>\\d+)").Groups["id"].Value // "12"',
  ),
  member(
    'static Match Match(string? input, string pattern, RegexOptions options)',
    (input, pattern, options, _types, environment) =>
      match(new NetRegex(pattern, options), given(input), environment),
    'Regex.Match("xA", "a", RegexOptions.IgnoreCase).Index // 1',
  ),
  member(
    'static Match Match(string? input, string pattern, RegexOptions options, TimeSpan matchTimeout)',
    (input, pattern, options, timeout, _types, environment) =>
      match(new NetRegex(pattern, options, timeoutOf(timeout)), given(input), environment),
    'Regex.Match("ab", "b", RegexOptions.None, TimeSpan.FromSeconds(1)).Index // 1',
  ),
];

const all: readonly MemberDeclaration[] = [
  member(
    'MatchCollection Matches(string input)',
    (self, input, _types, environment) => matches(self, input, environment),
    'new Regex(".").Matches("abc").Count // 3',
  ),
  member(
    'MatchCollection Matches(string input, int startat)',
    (self, input, start, _types, environment) => matches(self, input, environment, start),
    'new Regex(".").Matches("abc", 1).Count // 2',
  ),
  member(
    'static MatchCollection Matches(string? input, string pattern)',
    (input, pattern, _types, environment) =>
      matches(new NetRegex(pattern), given(input), environment),
    'Regex.Matches("a1b22", @"\\d+")[1].Value // "22"',
  ),
  member(
    'static MatchCollection Matches(string? input, string pattern, RegexOptions options)',
    (input, pattern, options, _types, environment) =>
      matches(new NetRegex(pattern, options), given(input), environment),
    'Regex.Matches("aA", "a", RegexOptions.IgnoreCase).Count // 2',
  ),
  member(
    'static MatchCollection Matches(string? input, string pattern, RegexOptions options, TimeSpan matchTimeout)',
    (input, pattern, options, timeout, _types, environment) =>
      matches(new NetRegex(pattern, options, timeoutOf(timeout)), given(input), environment),
    'Regex.Matches("aa", "a", RegexOptions.None, TimeSpan.FromSeconds(1)).Count // 2',
  ),
  member(
    'int Count(string input)',
    (self, input, _types, environment) => matches(self, input, environment).count,
    'new Regex("a").Count("banana") // 3',
  ),
  member(
    'static int Count(string? input, string pattern)',
    (input, pattern, _types, environment) =>
      matches(new NetRegex(pattern), given(input), environment).count,
    'Regex.Count("banana", "an") // 2',
  ),
  member(
    'static int Count(string? input, string pattern, RegexOptions options)',
    (input, pattern, options, _types, environment) =>
      matches(new NetRegex(pattern, options), given(input), environment).count,
    'Regex.Count("banAna", "an", RegexOptions.IgnoreCase) // 2',
  ),
  member(
    'static int Count(string? input, string pattern, RegexOptions options, TimeSpan matchTimeout)',
    (input, pattern, options, timeout, _types, environment) =>
      matches(new NetRegex(pattern, options, timeoutOf(timeout)), given(input), environment).count,
    'Regex.Count("banana", "a", RegexOptions.None, TimeSpan.FromSeconds(1)) // 3',
  ),
];

export const matchMembers: readonly MemberDeclaration[] = [...tests, ...first, ...all];
