import type { DotNetRegex, RegexMatch } from './DotNetRegex.ts';
import type { Spend } from './Machine.ts';

/** Where a search begins unless told otherwise: the end that the pattern reads from. */
export function startOf(regex: DotNetRegex, text: string): number {
  return regex.isLeftwards ? text.length : 0;
}

/** The match after another; an empty match moves on by one unit. */
export function nextMatch(
  regex: DotNetRegex,
  text: string,
  { start, end }: RegexMatch,
  spend: Spend,
): RegexMatch | undefined {
  return regex.match(text, regex.isLeftwards ? start : end, spend, start === end);
}

/** What a match is worth beside the steps that found it: it is kept, with its groups. */
const stepsOfMatch = 256;

/** All matches from a place on, one after the other. */
export function* matchesFrom(
  regex: DotNetRegex,
  text: string,
  from: number,
  spend: Spend,
): Generator<RegexMatch> {
  let match = regex.match(text, from, spend);
  while (match) {
    yield match;
    spend(stepsOfMatch);
    match = nextMatch(regex, text, match, spend);
  }
}

export interface Search {
  readonly regex: DotNetRegex;
  readonly text: string;
  readonly from: number;
  /** How many matches count; all when negative. */
  readonly count: number;
  readonly spend: Spend;
}

/** `Regex.Replace`: parts of the result in order. */
export function replaceMatches(search: Search, expand: (match: RegexMatch) => string): string[] {
  const { regex, text } = search;
  const parts: string[] = [];
  if (search.count === 0) return [text];
  let rest = regex.isLeftwards ? text.length : 0;
  for (const match of counted(search)) {
    parts.push(between(regex, text, rest, match), expand(match));
    rest = regex.isLeftwards ? match.start : match.end;
  }
  return inOrder(regex, [...parts, restOf(regex, text, rest)]);
}

/** `Regex.Split`: at most `count` parts beside what groups captured; all when it is 0. */
export function splitAtMatches(search: Search): string[] {
  const { regex, text, count } = search;
  if (count === 1) return [text];
  const parts: string[] = [];
  let rest = regex.isLeftwards ? text.length : 0;
  for (const match of counted({ ...search, count: count - 1 })) {
    parts.push(between(regex, text, rest, match));
    for (const captures of match.captures.slice(1)) {
      const last = captures.at(-1);
      if (last) parts.push(text.slice(last.start, last.end));
    }
    rest = regex.isLeftwards ? match.start : match.end;
  }
  return inOrder(regex, [...parts, restOf(regex, text, rest)]);
}

function* counted({ regex, text, from, count, spend }: Search): Generator<RegexMatch> {
  let left = count;
  for (const match of matchesFrom(regex, text, from, spend)) {
    yield match;
    if (--left === 0) return;
  }
}

/** What stands between the match before and this one. */
function between(
  { isLeftwards }: DotNetRegex,
  text: string,
  rest: number,
  { start, end }: RegexMatch,
): string {
  return isLeftwards ? text.slice(end, rest) : text.slice(rest, start);
}

function restOf({ isLeftwards }: DotNetRegex, text: string, rest: number): string {
  return isLeftwards ? text.slice(0, rest) : text.slice(rest);
}

function inOrder({ isLeftwards }: DotNetRegex, parts: string[]): string[] {
  return isLeftwards ? parts.toReversed() : parts;
}
