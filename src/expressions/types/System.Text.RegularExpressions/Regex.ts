import { escapePattern, unescapePattern } from '../../../lib/dotnet-regex/escapes.ts';
import { PatternError } from '../../../lib/dotnet-regex/PatternError.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { NetRegex } from '../../runtime/regex/NetRegex.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { SystemInt32 } from '../System/Int32.ts';
import { textArray } from '../System/textArray.ts';
import { matchMembers } from './regexMatchMembers.ts';
import { replaceMembers } from './regexReplaceMembers.ts';
import { noTimeout, timeoutOf } from './regexSearch.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Regex: NetRegex;
  }
}

const member = membersOf<NetRegex>();

/** How many patterns of static methods .NET keeps unless told otherwise. */
const defaultCacheSize = 15;

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.regex */
export const RegularExpressionsRegex = defineType({
  name: 'System.Text.RegularExpressions.Regex',
  kind: 'class',
  represents: NetRegex,
  behaviour: { text: ({ regex }: NetRegex) => regex.pattern },
  members: [
    member(
      'Regex(string pattern)',
      (pattern) => new NetRegex(pattern),
      'new Regex("a+").IsMatch("caat") // true',
      'new Regex("(") // throws System.ArgumentException',
    ),
    member(
      'Regex(string pattern, RegexOptions options)',
      (pattern, options) => new NetRegex(pattern, options),
      'new Regex("A", RegexOptions.IgnoreCase).IsMatch("a") // true',
      'new Regex("a", (RegexOptions)4096) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'Regex(string pattern, RegexOptions options, TimeSpan matchTimeout)',
      (pattern, options, timeout) => new NetRegex(pattern, options, timeoutOf(timeout)),
      'new Regex("a", RegexOptions.None, TimeSpan.FromSeconds(1)).IsMatch("a") // true',
      'new Regex("a", RegexOptions.None, TimeSpan.Zero) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'static readonly TimeSpan InfiniteMatchTimeout',
      new TimeSpan(noTimeout),
      'Regex.InfiniteMatchTimeout.TotalMilliseconds // -1d',
    ),
    member(
      'static int CacheSize { get; set; }',
      {
        get: () => defaultCacheSize,
        // The gateway keeps as many as it likes: expressions share no state.
        set(value) {
          if (value < 0) throw new ArgumentOutOfRangeException('value');
        },
      },
      'Regex.CacheSize // 15',
    ),
    member(
      'RegexOptions Options { get; }',
      ({ regex }) => regex.options,
      'new Regex("a", RegexOptions.IgnoreCase).Options // RegexOptions.IgnoreCase',
    ),
    member(
      'bool RightToLeft { get; }',
      ({ regex }) => regex.isLeftwards,
      'new Regex("a", RegexOptions.RightToLeft).RightToLeft // true',
    ),
    member(
      'TimeSpan MatchTimeout { get; }',
      ({ timeoutTicks }) => new TimeSpan(timeoutTicks ?? noTimeout),
      'new Regex("a", RegexOptions.None, TimeSpan.FromSeconds(2)).MatchTimeout.TotalSeconds // 2d',
      'new Regex("a", RegexOptions.None, TimeSpan.FromTicks(7)).MatchTimeout.Ticks // 7L',
    ),
    member(
      'string[] GetGroupNames()',
      ({ regex }) => textArray([...regex.groups.names]),
      'string.Join(",", new Regex("(a)(?<x>b)").GetGroupNames()) // "0,1,x"',
    ),
    member(
      'int[] GetGroupNumbers()',
      ({ regex }) => new NetArray(SystemInt32.construct(), [...regex.groups.numbers]),
      'string.Join(",", new Regex("(a)(?<7>b)").GetGroupNumbers()) // "0,1,7"',
    ),
    member(
      'string GroupNameFromNumber(int i)',
      ({ regex: { groups } }, number) => groups.names[groups.slotOfNumber(number) ?? -1] ?? '',
      'new Regex("(?<x>b)").GroupNameFromNumber(1) // "x"',
      'new Regex("(?<x>b)").GroupNameFromNumber(2) // ""',
    ),
    member(
      'int GroupNumberFromName(string name)',
      ({ regex: { groups } }, name) => groups.numbers[groups.slotOfName(name) ?? -1] ?? -1,
      'new Regex("(?<x>b)").GroupNumberFromName("x") // 1',
      'new Regex("(?<x>b)").GroupNumberFromName("y") // -1',
    ),
    member(
      'static string Escape(string str)',
      (str, _types, environment) => {
        environment.allowLength(2 * str.length);
        return escapePattern(str);
      },
      'Regex.Escape("a.b*c") // @"a\\.b\\*c"',
    ),
    member('static string Unescape(string str)', unescaped, 'Regex.Unescape(@"a\\.b") // "a.b"'),
    ...matchMembers,
    ...replaceMembers,
  ],
});

/** @throws ArgumentException */
function unescaped(text: string): string {
  try {
    return unescapePattern(text);
  } catch (error) {
    if (error instanceof PatternError) throw new ArgumentException(error.message);
    throw error;
  }
}
