import { DotNetRegex } from '../../../lib/dotnet-regex/DotNetRegex.ts';
import { MatchTooLarge } from '../../../lib/dotnet-regex/Machine.ts';
import type { Spend } from '../../../lib/dotnet-regex/Machine.ts';
import { areOptions } from '../../../lib/dotnet-regex/options.ts';
import { PatternError } from '../../../lib/dotnet-regex/PatternError.ts';
import { ticksPerMillisecond } from '../../../lib/dotnet-time/ticks.ts';
import { LimitExceeded } from '../Environment.ts';
import type { Environment } from '../Environment.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  RegexMatchTimeoutException,
} from '../exceptions.ts';

/** A `System.Text.RegularExpressions.Regex`. */
export class NetRegex {
  readonly regex: DotNetRegex;
  /** What the author allows a match; null when it is without limit. */
  readonly timeoutTicks: bigint | null;

  /** @throws ArgumentException, ArgumentOutOfRangeException */
  constructor(pattern: string, options = 0, timeoutTicks: bigint | null = null) {
    this.regex = compiled(pattern, options);
    this.timeoutTicks = timeoutTicks;
  }

  /**
   * Does work on matches under the limits of the environment and of the author.
   * @throws LimitExceeded, RegexMatchTimeoutException
   */
  limited<Result>(environment: Environment, work: (spend: Spend) => Result): Result {
    environment.spend();
    try {
      return work(this.#spendOf(environment));
    } catch (error) {
      if (!(error instanceof MatchTooLarge)) throw error;
      throw new LimitExceeded('choices of a regular expression', error.limit);
    }
  }

  /** The steps of a machine count little beside those of expressions, but they count. */
  #spendOf(environment: Environment): Spend {
    const limitMs = environment.limits.regexTimeoutMs;
    const timeoutMs =
      this.timeoutTicks === null
        ? Infinity
        : Number(this.timeoutTicks) / Number(ticksPerMillisecond);
    const started = performance.now();
    return (steps) => {
      environment.spend(steps / machineStepsPerStep);
      // .NET does not look at the clock at every match either.
      if (steps < machineStepsBetweenLooks) return;
      const elapsed = performance.now() - started;
      if (elapsed > timeoutMs) throw new RegexMatchTimeoutException(timedOut);
      if (elapsed > limitMs) throw new LimitExceeded('ms of a regular expression', limitMs);
    };
  }
}

const machineStepsPerStep = 64;
const machineStepsBetweenLooks = 1000;

const timedOut =
  'The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.';

const maximumKept = 256;
/** Patterns used last, the oldest first. */
const kept = new Map<string, DotNetRegex>();

/** Patterns are mostly constants, so each is compiled once. */
function compiled(pattern: string, options: number): DotNetRegex {
  const key = `${options}:${pattern}`;
  let regex = kept.get(key);
  if (regex) kept.delete(key);
  else {
    regex = compile(pattern, options);
    for (const oldest of kept.keys()) {
      if (kept.size < maximumKept) break;
      kept.delete(oldest);
    }
  }
  kept.set(key, regex);
  return regex;
}

function compile(pattern: string, options: number): DotNetRegex {
  if (!areOptions(options)) throw new ArgumentOutOfRangeException('options');
  try {
    return new DotNetRegex(pattern, options);
  } catch (error) {
    if (error instanceof PatternError) throw new ArgumentException(error.message);
    throw error;
  }
}
