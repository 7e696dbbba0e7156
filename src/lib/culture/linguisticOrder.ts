/**
 * The order of texts in the invariant culture of Windows, a "word sort"
 * (https://learn.microsoft.com/dotnet/api/system.globalization.compareoptions#remarks): hyphens and
 * apostrophes count only between texts that are otherwise the same, and symbols stand in the order
 * of Windows, not of the Unicode Collation Algorithm, which decides about everything else.
 */
import { toLowerSimple } from '../unicode/simpleCase.ts';

const collator = new Intl.Collator('und');

/** White space and symbols of ASCII as Windows orders them, in front of digits and letters. */
const windowsOrder = ' \t\n\v\f\r!"#$%&()*,./:;?@[\\]^_`{|}~+<=>'.split('');

/** Each symbol under the name of the one that the collator has in its place. */
const renamed = new Map(
  windowsOrder.toSorted(collator.compare).map((symbol, place) => [windowsOrder[place]!, symbol]),
);

/** Characters that have no weight: controls, soft hyphen, zero-width marks. */
// oxlint-disable-next-line no-control-regex -- controls are what is meant
export const weightless = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Letters that equal two letters. */
export const expansions: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'TH',
};

/** Negative, zero or positive. */
export function compareLinguistically(one: string, other: string, ignoreCase: boolean): number {
  if (one === other) return 0;
  const [a, b] = ignoreCase ? [toLowerSimple(one), toLowerSimple(other)] : [one, other];
  return collator.compare(comparable(a), comparable(b)) || compareJoiners(a, b);
}

/** A key that two texts share exactly when they are equal. */
export function linguisticKey(text: string, ignoreCase: boolean): string {
  const folded = ignoreCase ? toLowerSimple(text) : text;
  return `${comparable(folded).normalize('NFC')}\0${joinersOf(folded).join(' ')}`;
}

/** The text as the collator shall see it. */
function comparable(text: string): string {
  if (/^[a-z0-9]*$/i.test(text)) return text;
  return text
    .replace(weightless, '')
    .replaceAll(/[^a-z0-9]/gi, (letter) =>
      letter === '-' || letter === "'" ? '' : (renamed.get(letter) ?? expansions[letter] ?? letter),
    );
}

/** Texts that differ in hyphens and apostrophes only: the first of these decides. */
function compareJoiners(one: string, other: string): number {
  const [a, b] = [joinersOf(one), joinersOf(other)];
  for (const [i, [place, joiner]] of a.entries()) {
    const [otherPlace, otherJoiner] = b[i] ?? [];
    if (otherPlace === undefined) return 1;
    if (place !== otherPlace) return place - otherPlace;
    // The apostrophe stands before the hyphen, as in ASCII.
    if (joiner !== otherJoiner) return joiner === "'" ? -1 : 1;
  }
  return a.length - b.length;
}

/** Hyphens and apostrophes with the number of other characters in front of each. */
function joinersOf(text: string): (readonly [place: number, joiner: string])[] {
  return Array.from(
    text.matchAll(/[-']/g),
    ({ index, 0: joiner }, i) => [index - i, joiner] as const,
  );
}
