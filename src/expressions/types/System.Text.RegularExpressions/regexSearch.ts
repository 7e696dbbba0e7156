/** What the members of Regex do. */
import {
  matchesFrom,
  replaceMatches,
  splitAtMatches,
  startOf,
} from '../../../lib/dotnet-regex/operations.ts';
import type { Search } from '../../../lib/dotnet-regex/operations.ts';
import { Replacement } from '../../../lib/dotnet-regex/Replacement.ts';
import { ticksPerMillisecond } from '../../../lib/dotnet-time/ticks.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentNullException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { NetMatch, NetMatches, searchedWhole } from '../../runtime/regex/matches.ts';
import type { NetRegex } from '../../runtime/regex/NetRegex.ts';
import type { TimeSpan } from '../../runtime/TimeSpan.ts';
import { textArray } from '../System/textArray.ts';

/** `Regex.InfiniteMatchTimeout` in ticks. */
export const noTimeout = -ticksPerMillisecond;

/** What an Int32 of milliseconds can count, but for the last. */
const longestTimeout = 0x7fff_fffen * ticksPerMillisecond;

/** Ticks of a match timeout; null when there is none. @throws ArgumentOutOfRangeException */
export function timeoutOf({ ticks }: TimeSpan): bigint | null {
  if (ticks === noTimeout) return null;
  if (ticks <= 0n || ticks > longestTimeout) throw new ArgumentOutOfRangeException('matchTimeout');
  return ticks;
}

/** What is looked at only when the pattern has been read. @throws ArgumentNullException */
export function given<Value>(value: Value | null, parameter = 'input'): Value {
  if (value === null) throw new ArgumentNullException(parameter);
  return value;
}

/** @throws ArgumentOutOfRangeException */
export function isMatch(
  self: NetRegex,
  input: string,
  environment: Environment,
  start = startOf(self.regex, input),
): boolean {
  requireStart(input, start);
  return self.limited(environment, (spend) => self.regex.isMatch(input, start, spend));
}

/** @throws ArgumentOutOfRangeException */
export function match(
  self: NetRegex,
  input: string,
  environment: Environment,
  start = startOf(self.regex, input),
): NetMatch {
  requireStart(input, start);
  const found = self.limited(environment, (spend) => self.regex.match(input, start, spend));
  return found ? new NetMatch(searchedWhole(input), { regex: self, match: found }) : NetMatch.empty;
}

/** In a part that stands for the whole text. @throws ArgumentOutOfRangeException */
export function matchIn(
  self: NetRegex,
  input: string,
  offset: number,
  length: number,
  environment: Environment,
): NetMatch {
  if (offset < 0 || offset > input.length) throw new ArgumentOutOfRangeException('beginning');
  if (length < 0 || length > input.length - offset) throw new ArgumentOutOfRangeException('length');
  const part = input.slice(offset, offset + length);
  const start = startOf(self.regex, part);
  const found = self.limited(environment, (spend) => self.regex.match(part, start, spend));
  const searched = { text: input, part, offset };
  return found ? new NetMatch(searched, { regex: self, match: found }) : NetMatch.empty;
}

/** @throws ArgumentOutOfRangeException */
export function matches(
  self: NetRegex,
  input: string,
  environment: Environment,
  start = startOf(self.regex, input),
): NetMatches {
  requireStart(input, start);
  const searched = searchedWhole(input);
  return self.limited(environment, (spend) => {
    const all: NetMatch[] = [];
    for (const found of matchesFrom(self.regex, input, start, spend)) {
      environment.spend();
      environment.allowItems(all.length + 1);
      all.push(new NetMatch(searched, { regex: self, match: found }));
    }
    return new NetMatches(all);
  });
}

export interface Part {
  readonly count?: number;
  readonly start?: number;
}

/** @throws ArgumentOutOfRangeException */
export function replace(
  self: NetRegex,
  input: string,
  replacement: string,
  environment: Environment,
  part: Part = {},
): string {
  const { options, groups } = self.regex;
  const result = new Replacement(replacement, options, groups);
  return replaceBy(self, input, environment, part, (found) => result.expand(input, found.match));
}

export type Evaluator = (match: NetMatch) => string | null;

/** @throws ArgumentOutOfRangeException, and what the evaluator throws */
export function replaceWith(
  self: NetRegex,
  input: string,
  evaluator: Evaluator,
  environment: Environment,
  part: Part = {},
): string {
  const searched = searchedWhole(input);
  return replaceBy(self, input, environment, part, (found) => {
    return evaluator(new NetMatch(searched, found)) ?? '';
  });
}

function replaceBy(
  self: NetRegex,
  input: string,
  environment: Environment,
  { count = -1, start = startOf(self.regex, input) }: Part,
  expand: (found: NonNullable<NetMatch['found']>) => string,
): string {
  if (count < -1) throw new ArgumentOutOfRangeException('count', 'Count cannot be less than -1.');
  requireStart(input, start);
  return self.limited(environment, (spend) => {
    let length = input.length;
    const search: Search = { regex: self.regex, text: input, from: start, count, spend };
    const parts = replaceMatches(search, (found) => {
      environment.spend();
      const text = expand({ regex: self, match: found });
      length += text.length - (found.end - found.start);
      environment.allowLength(length);
      return text;
    });
    return parts.join('');
  });
}

/** @throws ArgumentOutOfRangeException */
export function split(
  self: NetRegex,
  input: string,
  environment: Environment,
  { count = 0, start = startOf(self.regex, input) }: Part = {},
): NetArray {
  if (count < 0) throw new ArgumentOutOfRangeException('count', 'Count cannot be less than -1.');
  requireStart(input, start);
  const parts = self.limited(environment, (spend) =>
    splitAtMatches({ regex: self.regex, text: input, from: start, count, spend }),
  );
  environment.allowItems(parts.length);
  return textArray(parts);
}

function requireStart({ length }: string, start: number): void {
  if (start >= 0 && start <= length) return;
  throw new ArgumentOutOfRangeException(
    'startat',
    'Start index cannot be less than 0 or greater than input length.',
  );
}
