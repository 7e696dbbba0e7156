/** What `StringComparison` decides: equality, order and search of texts. */
import { compareLinguistically, linguisticKey } from '../../lib/culture/linguisticOrder.ts';
import {
  endsLinguistically,
  findLastLinguistically,
  findLinguistically,
  startsLinguistically,
} from '../../lib/culture/linguisticSearch.ts';
import type { TextRange } from '../../lib/culture/linguisticSearch.ts';
import { toUpperSimple } from '../../lib/unicode/simpleCase.ts';
import { ArgumentException } from './exceptions.ts';

/** Values of `StringComparison`. The current culture is the invariant one. */
export const stringComparisons = {
  CurrentCulture: 0,
  CurrentCultureIgnoreCase: 1,
  InvariantCulture: 2,
  InvariantCultureIgnoreCase: 3,
  Ordinal: 4,
  OrdinalIgnoreCase: 5,
} as const;

const { CurrentCulture, CurrentCultureIgnoreCase, Ordinal, OrdinalIgnoreCase } = stringComparisons;

/** The comparison of the culture that `bool ignoreCase` asks for. */
export function cultureComparison(ignoreCase: boolean): number {
  return ignoreCase ? CurrentCultureIgnoreCase : CurrentCulture;
}

/** Negative, zero or positive; null goes before every text. @throws ArgumentException */
export function compareTexts(a: string | null, b: string | null, comparison: number): number {
  requireComparison(comparison);
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (comparison === Ordinal) return compareOrdinally(a, b);
  if (comparison === OrdinalIgnoreCase) return compareUnits(toUpperSimple(a), toUpperSimple(b));
  return Math.sign(compareLinguistically(a, b, ignoresCase(comparison)));
}

/** @throws ArgumentException */
export function equalTexts(a: string | null, b: string | null, comparison: number): boolean {
  requireComparison(comparison);
  if (a === b || a === null || b === null) return a === b;
  return comparison !== Ordinal && compareTexts(a, b, comparison) === 0;
}

/** @throws ArgumentException */
export function startsWithText(text: string, value: string, comparison: number): boolean {
  requireComparison(comparison);
  if (!isOrdinal(comparison)) return startsLinguistically(text, value, ignoresCase(comparison));
  return folded(text.slice(0, value.length), comparison) === folded(value, comparison);
}

/** @throws ArgumentException */
export function endsWithText(text: string, value: string, comparison: number): boolean {
  requireComparison(comparison);
  if (!isOrdinal(comparison)) return endsLinguistically(text, value, ignoresCase(comparison));
  if (value.length > text.length) return false;
  const end = text.slice(text.length - value.length);
  return folded(end, comparison) === folded(value, comparison);
}

/** The first place of `value`. @throws ArgumentException */
export function findText(text: string, value: string, comparison: number): TextRange | undefined {
  requireComparison(comparison);
  if (!isOrdinal(comparison)) return findLinguistically(text, value, ignoresCase(comparison));
  return range(folded(text, comparison).indexOf(folded(value, comparison)), value);
}

/** The last place of `value`. @throws ArgumentException */
export function findLastText(
  text: string,
  value: string,
  comparison: number,
): TextRange | undefined {
  requireComparison(comparison);
  if (!isOrdinal(comparison)) return findLastLinguistically(text, value, ignoresCase(comparison));
  return range(folded(text, comparison).lastIndexOf(folded(value, comparison)), value);
}

/** A key that two texts share exactly when they are equal. @throws ArgumentException */
export function comparisonKey(text: string, comparison: number): string {
  requireComparison(comparison);
  return isOrdinal(comparison)
    ? folded(text, comparison)
    : linguisticKey(text, ignoresCase(comparison));
}

function range(start: number, { length }: string): TextRange | undefined {
  return start < 0 ? undefined : { start, end: start + length };
}

/** @throws ArgumentException for a number that is no StringComparison */
export function requireComparison(comparison: number): void {
  if (comparison >= CurrentCulture && comparison <= OrdinalIgnoreCase) return;
  throw new ArgumentException(
    'The string comparison type passed in is currently not supported.',
    'comparisonType',
  );
}

function ignoresCase(comparison: number): boolean {
  return comparison % 2 === 1;
}

function isOrdinal(comparison: number): boolean {
  return comparison >= Ordinal;
}

/** Unit by unit, so that lengths stay. */
function folded(text: string, comparison: number): string {
  return comparison === OrdinalIgnoreCase ? toUpperSimple(text) : text;
}

/** By their UTF-16 units, then by length. */
export function compareUnits(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * .NET compares units in pairs, so that the zero behind a text of odd length is compared with what
 * the longer text has there; people see the number when they print it.
 */
function compareOrdinally(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const isPrefix = a.length !== b.length && a.slice(0, length) === b.slice(0, length);
  if (!isPrefix || (length > 0 && length % 2 === 0)) return compareUnits(a, b);
  return (a.charCodeAt(length) || 0) - (b.charCodeAt(length) || 0);
}
