/**
 * Finds texts as people read them: composed and decomposed letters are the same, a base letter is
 * not found in an accented one, and characters without weight do not count. Indexes are UTF-16
 * units of the text as it is.
 */
import { toLowerSimple } from '../unicode/simpleCase.ts';
import { expansions, weightless } from './linguisticOrder.ts';

/** Where something stands in a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A letter with the marks on it; a letter that equals two has two elements in the same place. */
interface Element extends TextRange {
  readonly key: string;
}

export function findLinguistically(
  text: string,
  value: string,
  ignoreCase: boolean,
): TextRange | undefined {
  return search(text, value, ignoreCase, 'first');
}

export function findLastLinguistically(
  text: string,
  value: string,
  ignoreCase: boolean,
): TextRange | undefined {
  return search(text, value, ignoreCase, 'last');
}

export function startsLinguistically(text: string, value: string, ignoreCase: boolean): boolean {
  return search(text, value, ignoreCase, 'start') !== undefined;
}

export function endsLinguistically(text: string, value: string, ignoreCase: boolean): boolean {
  return search(text, value, ignoreCase, 'end') !== undefined;
}

type Which = 'first' | 'last' | 'start' | 'end';

function search(
  text: string,
  value: string,
  ignoreCase: boolean,
  which: Which,
): TextRange | undefined {
  if (isPlain(text) && isPlain(value)) {
    const [where, what] = ignoreCase ? [text.toLowerCase(), value.toLowerCase()] : [text, value];
    return searchUnits(where, what, which);
  }
  const wanted = elementsOf(value, ignoreCase);
  // .NET Framework finds nulls, unlike others without weight, only where they are
  // (github.com/dotnet/runtime/issues/54951 and 50521 compare it with the versions that use ICU).
  if (wanted.length === 0 && value.includes('\0')) return searchUnits(text, value, which);
  return searchElements(elementsOf(text, ignoreCase), wanted, which, text);
}

function searchUnits(text: string, value: string, which: Which): TextRange | undefined {
  const start = find(text, value, which);
  return start === undefined ? undefined : { start, end: start + value.length };
}

/** Printable ASCII and its white space, where every character is a letter of its own. */
function isPlain(text: string): boolean {
  return /^[\t-\r -~]*$/.test(text);
}

function find(where: string, what: string, which: Which): number | undefined {
  const last = where.length - what.length;
  if (which === 'start') return where.startsWith(what) ? 0 : undefined;
  if (which === 'end') return where.endsWith(what) ? last : undefined;
  const found = which === 'first' ? where.indexOf(what) : where.lastIndexOf(what);
  return found < 0 ? undefined : found;
}

function searchElements(
  elements: readonly Element[],
  wanted: readonly Element[],
  which: Which,
  { length }: string,
): TextRange | undefined {
  if (wanted.length === 0) {
    const at = which === 'last' || which === 'end' ? length : 0;
    return { start: at, end: at };
  }
  const numbers = new Map<string, string>();
  const [where, what] = [numbered(elements, numbers), numbered(wanted, numbers)];
  for (let at = find(where, what, which); at !== undefined; at = next(where, what, at, which)) {
    const last = at + wanted.length - 1;
    const splits =
      isSame(elements[at - 1], elements[at]) || isSame(elements[last], elements[last + 1]);
    if (!splits) return { start: elements[at]!.start, end: elements[last]!.end };
  }
  return undefined;
}

function next(where: string, what: string, at: number, which: Which): number | undefined {
  if (which === 'start' || which === 'end' || (which === 'last' && at === 0)) return undefined;
  const found = which === 'first' ? where.indexOf(what, at + 1) : where.lastIndexOf(what, at - 1);
  return found < 0 ? undefined : found;
}

/** Whether two elements are halves of one letter. */
function isSame(one: Element | undefined, other: Element | undefined): boolean {
  return one !== undefined && one.start === other?.start;
}

/** A text with one unit an element, so that the search of the host finds sequences of them. */
function numbered(elements: readonly Element[], numbers: Map<string, string>): string {
  let text = '';
  for (const { key } of elements) {
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = String.fromCharCode(numbers.size)));
    text += number;
  }
  return text;
}

function elementsOf(text: string, ignoreCase: boolean): Element[] {
  const elements: Element[] = [];
  for (const { index, 0: letter } of text.matchAll(/[^]\p{M}*/gu)) {
    const own = (ignoreCase ? toLowerSimple(letter) : letter).replace(weightless, '');
    if (own === '') continue;
    const range = { start: index, end: index + letter.length };
    const keys = expansions[own] ?? '';
    if (keys === '') elements.push({ ...range, key: own.normalize('NFD') });
    for (const key of keys) elements.push({ ...range, key });
  }
  return elements;
}
