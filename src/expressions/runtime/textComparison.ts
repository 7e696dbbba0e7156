import { toUpperUnit } from '../../lib/unicode/simpleCase.ts';

/** Values of `StringComparison`. */
export const stringComparisons = {
  CurrentCulture: 0,
  CurrentCultureIgnoreCase: 1,
  InvariantCulture: 2,
  InvariantCultureIgnoreCase: 3,
  Ordinal: 4,
  OrdinalIgnoreCase: 5,
} as const;

/** The culture is the invariant one, whatever the comparison says. */
const collator = new Intl.Collator('und', { sensitivity: 'variant' });
const foldedCollator = new Intl.Collator('und', { sensitivity: 'accent' });

export function ignoresCase(comparison: number): boolean {
  return comparison % 2 === 1;
}

export function isOrdinal(comparison: number): boolean {
  return comparison >= stringComparisons.Ordinal;
}

/** Upper case unit by unit, so that lengths stay: what ordinal comparison without case does. */
export function foldCase(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toUpperCase();
  let folded = '';
  for (let at = 0; at < text.length; at++)
    folded += String.fromCharCode(toUpperUnit(text.charCodeAt(at)));
  return folded;
}

/** Negative, zero or positive; null goes before every text. */
export function compareTexts(a: string | null, b: string | null, comparison: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (comparison === stringComparisons.Ordinal) return compareUnits(a, b);
  if (comparison === stringComparisons.OrdinalIgnoreCase)
    return compareUnits(foldCase(a), foldCase(b));
  return (ignoresCase(comparison) ? foldedCollator : collator).compare(a, b);
}

function compareUnits(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function equalTexts(a: string | null, b: string | null, comparison: number): boolean {
  if (a === null || b === null) return a === b;
  if (a === b) return true;
  return comparison !== stringComparisons.Ordinal && compareTexts(a, b, comparison) === 0;
}

/** What is searched in and for, made comparable. */
export function folded(text: string, comparison: number): string {
  return ignoresCase(comparison) ? foldCase(text) : text;
}
