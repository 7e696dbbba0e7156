import { DotNetRegex } from '../../dotnet-regex/DotNetRegex.ts';
import type { RegexMatch } from '../../dotnet-regex/DotNetRegex.ts';
import { MatchTooLarge } from '../../dotnet-regex/Machine.ts';
import { PatternError } from '../../dotnet-regex/PatternError.ts';
import { Replacement } from '../../dotnet-regex/Replacement.ts';
import { LiquidError } from '../LiquidError.ts';
import type { Rendering } from '../Rendering.ts';
import { ofText, textArgument } from './Filter.ts';

/**
 * The first argument is a regular expression of .NET, and the second a replacement pattern, as in
 * DotLiquid 2.0 (https://learn.microsoft.com/azure/logic-apps/logic-apps-enterprise-integration-liquid-transform).
 */
export const Replace = ofText(['string', 'replacement?'], (text, args, run) => {
  return replaced(text, textArgument(args, 0, ''), textArgument(args, 1, ''), run);
});

/** The second argument stands for itself. */
export const ReplaceFirst = ofText(['string', 'replacement?'], (text, args, run) => {
  return firstReplaced(text, textArgument(args, 0, ''), textArgument(args, 1, ''), run);
});

/** Plain text, not a pattern. */
export const Remove = ofText(['string'], (text, args) => {
  if (text.trim() === '') return text;
  const part = textArgument(args, 0, '');
  if (part === '') throw new LiquidError('String cannot be of zero length.');
  return text.replaceAll(part, '');
});

export const RemoveFirst = ofText(['string'], (text, args, run) => {
  return firstReplaced(text, textArgument(args, 0, ''), '', run);
});

function firstReplaced(text: string, pattern: string, replacement: string, run: Rendering): string {
  if (text === '' || pattern === '') return text;
  const regex = regexOf(pattern, run);
  const match = limited(() => regex.match(text, 0, spendOf(run)));
  return match ? text.slice(0, match.start) + replacement + text.slice(match.end) : text;
}

function replaced(text: string, pattern: string, replacement: string, run: Rendering): string {
  if (text === '' || pattern === '') return text;
  const regex = regexOf(pattern, run);
  const expansion = expansionOf(replacement, regex);
  let result = '';
  let taken = 0;
  for (const match of matchesOf(regex, text, run)) {
    const part = text.slice(taken, match.start) + expansion.expand(text, match);
    run.allowText(result.length + part.length > run.limits.maxLength ? Infinity : part.length);
    result += part;
    taken = match.end;
  }
  return result + text.slice(taken);
}

function* matchesOf(regex: DotNetRegex, text: string, run: Rendering): Generator<RegexMatch> {
  let at = 0;
  let isAfterEmpty = false;
  for (;;) {
    run.spend();
    const match = limited(() => regex.match(text, at, spendOf(run), isAfterEmpty));
    if (!match) return;
    yield match;
    at = match.end;
    isAfterEmpty = match.end === match.start;
  }
}

/** A pattern is compiled once for each text of it, the last few are kept. */
const kept = new Map<string, DotNetRegex>();
const maximumKept = 64;
const longestKept = 256;

function regexOf(pattern: string, run: Rendering): DotNetRegex {
  const known = kept.get(pattern);
  if (known) return known;
  run.spend(1 + pattern.length);
  const regex = understood(() => new DotNetRegex(pattern, 0));
  if (kept.size >= maximumKept) kept.clear();
  if (pattern.length <= longestKept) kept.set(pattern, regex);
  return regex;
}

function expansionOf(replacement: string, regex: DotNetRegex): Replacement {
  return understood(() => new Replacement(replacement, 0, regex.groups));
}

function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PatternError) throw new LiquidError(error.message);
    throw error;
  }
}

function limited<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MatchTooLarge)) throw error;
    throw new LiquidError(`A match of a pattern needs more than ${error.limit} choices.`);
  }
}

/** Steps of the machine count little beside those of templates, but they count. */
const machineStepsPerStep = 64;

function spendOf(run: Rendering): (steps: number) => void {
  return (steps) => run.spend(steps / machineStepsPerStep);
}
