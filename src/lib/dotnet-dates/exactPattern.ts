import { calendarNames } from '../dotnet-time/calendarNames.ts';
import { standardPattern } from '../dotnet-time/standardPattern.ts';
import type { StandardPattern } from '../dotnet-time/standardPattern.ts';

/** A format of more than one letter, and the names that its fields have. */
export interface ExactPattern extends StandardPattern {
  /** The pattern tells a moment of UTC, whether its text says so or not. */
  readonly isUtc?: boolean;
  /** Quoted words that mean UTC to a DateTimeOffset. */
  readonly zoneWord?: string;
}

/**
 * The pattern of a format. Undefined when it is a letter that is no standard format
 * (https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings).
 */
export function exactPattern(format: string, culture: string): ExactPattern | undefined {
  const names = calendarNames(culture);
  if (format.length !== 1) return { pattern: format, names };
  const found = standardPattern(format, names);
  return found && { ...found, ...meanings[format] };
}

/** What the texts of some standard formats mean, beside their fields. */
const meanings: Readonly<Record<string, Pick<ExactPattern, 'isUtc' | 'zoneWord'>>> = {
  r: { zoneWord: 'GMT' },
  R: { zoneWord: 'GMT' },
  u: { zoneWord: 'Z' },
  U: { isUtc: true },
};
