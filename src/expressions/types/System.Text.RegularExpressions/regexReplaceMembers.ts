/** `Replace` and `Split`. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { NetRegex } from '../../runtime/regex/NetRegex.ts';
import { given, replace, replaceWith, split, timeoutOf } from './regexSearch.ts';
import type { Evaluator } from './regexSearch.ts';

const member = membersOf<NetRegex>();

const byPattern: readonly MemberDeclaration[] = [
  member(
    'string Replace(string input, string replacement)',
    (self, input, replacement, _types, environment) =>
      replace(self, input, replacement, environment),
    'new Regex("(a)(b)").Replace("ab-ab", "$2$1") // "ba-ba"',
  ),
  member(
    'string Replace(string input, string replacement, int count)',
    (self, input, replacement, count, _types, environment) =>
      replace(self, input, replacement, environment, { count }),
    'new Regex("a").Replace("aaa", "b", 2) // "bba"',
  ),
  member(
    'string Replace(string input, string replacement, int count, int startat)',
    (self, input, replacement, count, start, _types, environment) =>
      replace(self, input, replacement, environment, { count, start }),
    'new Regex("a").Replace("aaa", "b", 1, 1) // "aba"',
  ),
  member(
    'static string Replace(string? input, string pattern, string? replacement)',
    (input, pattern, replacement, _types, environment) =>
      replace(new NetRegex(pattern), given(input), given(replacement, 'replacement'), environment),
    'Regex.Replace("a  b", @"\\s+", " ") // "a b"',
    'Regex.Replace("2026-03", "(?<y>.*)-(?<m>.*)", "${m}/${y}") // "03/2026"',
  ),
  member(
    'static string Replace(string? input, string pattern, string? replacement, RegexOptions options)',
    (input, pattern, replacement, options, _types, environment) =>
      replace(
        new NetRegex(pattern, options),
        given(input),
        given(replacement, 'replacement'),
        environment,
      ),
    'Regex.Replace("aA", "a", "b", RegexOptions.IgnoreCase) // "bb"',
  ),
  member(
    'static string Replace(string? input, string pattern, string? replacement, RegexOptions options, TimeSpan matchTimeout)',
    (input, pattern, replacement, options, timeout, _types, environment) =>
      replace(
        new NetRegex(pattern, options, timeoutOf(timeout)),
        given(input),
        given(replacement, 'replacement'),
        environment,
      ),
    'Regex.Replace("a", "a", "b", RegexOptions.None, TimeSpan.FromSeconds(1)) // "b"',
  ),
];

const byFunction: readonly MemberDeclaration[] = [
  member(
    'string Replace(string input, MatchEvaluator evaluator)',
    (self, input, evaluator: Evaluator, _types, environment) =>
      replaceWith(self, input, evaluator, environment),
    'new Regex("[a-z]").Replace("a1b", m => m.Value.ToUpper()) // "A1B"',
  ),
  member(
    'string Replace(string input, MatchEvaluator evaluator, int count)',
    (self, input, evaluator: Evaluator, count, _types, environment) =>
      replaceWith(self, input, evaluator, environment, { count }),
    'new Regex("[a-z]").Replace("a1b", m => m.Value.ToUpper(), 1) // "A1b"',
  ),
  member(
    'string Replace(string input, MatchEvaluator evaluator, int count, int startat)',
    (self, input, evaluator: Evaluator, count, start, _types, environment) =>
      replaceWith(self, input, evaluator, environment, { count, start }),
    'new Regex("[a-z]").Replace("a1b", m => m.Value.ToUpper(), -1, 1) // "a1B"',
  ),
  member(
    'static string Replace(string? input, string pattern, MatchEvaluator? evaluator)',
    (input, pattern, evaluator: Evaluator | null, _types, environment) =>
      replaceWith(new NetRegex(pattern), given(input), given(evaluator, 'evaluator'), environment),
    'Regex.Replace("1 2", @"\\d", m => (int.Parse(m.Value) * 2).ToString()) // "2 4"',
  ),
  member(
    'static string Replace(string? input, string pattern, MatchEvaluator? evaluator, RegexOptions options)',
    (input, pattern, evaluator: Evaluator | null, options, _types, environment) =>
      replaceWith(
        new NetRegex(pattern, options),
        given(input),
        given(evaluator, 'evaluator'),
        environment,
      ),
    'Regex.Replace("aB", "b", m => m.Index.ToString(), RegexOptions.IgnoreCase) // "a1"',
  ),
  member(
    'static string Replace(string? input, string pattern, MatchEvaluator? evaluator, RegexOptions options, TimeSpan matchTimeout)',
    (input, pattern, evaluator: Evaluator | null, options, timeout, _types, environment) =>
      replaceWith(
        new NetRegex(pattern, options, timeoutOf(timeout)),
        given(input),
        given(evaluator, 'evaluator'),
        environment,
      ),
    'Regex.Replace("a", "a", m => "b", RegexOptions.None, TimeSpan.FromSeconds(1)) // "b"',
  ),
];

const splits: readonly MemberDeclaration[] = [
  member(
    'string[] Split(string input)',
    (self, input, _types, environment) => split(self, input, environment),
    'string.Join("|", new Regex("-").Split("a-b-c")) // "a|b|c"',
  ),
  member(
    'string[] Split(string input, int count)',
    (self, input, count, _types, environment) => split(self, input, environment, { count }),
    'string.Join("|", new Regex("-").Split("a-b-c", 2)) // "a|b-c"',
  ),
  member(
    'string[] Split(string input, int count, int startat)',
    (self, input, count, start, _types, environment) =>
      split(self, input, environment, { count, start }),
    'string.Join("|", new Regex("-").Split("a-b-c", 0, 2)) // "a-b|c"',
  ),
  member(
    'static string[] Split(string? input, string pattern)',
    (input, pattern, _types, environment) =>
      split(new NetRegex(pattern), given(input), environment),
    'string.Join("|", Regex.Split("a1b2c", "([0-9])")) // "a|1|b|2|c"',
  ),
  member(
    'static string[] Split(string? input, string pattern, RegexOptions options)',
    (input, pattern, options, _types, environment) =>
      split(new NetRegex(pattern, options), given(input), environment),
    'string.Join("|", Regex.Split("axbXc", "x", RegexOptions.IgnoreCase)) // "a|b|c"',
  ),
  member(
    'static string[] Split(string? input, string pattern, RegexOptions options, TimeSpan matchTimeout)',
    (input, pattern, options, timeout, _types, environment) =>
      split(new NetRegex(pattern, options, timeoutOf(timeout)), given(input), environment),
    'Regex.Split("a b", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Length // 2',
  ),
];

export const replaceMembers: readonly MemberDeclaration[] = [
  ...byPattern,
  ...byFunction,
  ...splits,
];
