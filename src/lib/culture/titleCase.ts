import { categoryOf } from '../unicode/category.ts';
import { toLowerIn, toUpperUnitIn } from '../unicode/simpleCase.ts';

/**
 * `TextInfo.ToTitleCase`: every word begins with a capital and goes on in small letters, but words
 * without a small letter stay as they are: they are taken for acronyms
 * (https://learn.microsoft.com/dotnet/api/system.globalization.textinfo.totitlecase). An apostrophe
 * does not end a word, but what follows it is in small letters.
 */
export function toTitleCase(text: string, culture: string): string {
  let result = '';
  let index = 0;
  while (index < text.length) {
    const start = index;
    while (index < text.length && !isLetter(text, index)) index++;
    result += text.slice(start, index);
    const end = endOfWord(text, index);
    result += titleWord(text.slice(index, end), culture);
    index = end;
  }
  return result;
}

function isLetter(text: string, index: number): boolean {
  return categoryOf(text.charCodeAt(index)).startsWith('L');
}

/** Separators, controls, punctuation and symbols end a word; digits and marks do not. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && (text[end] === "'" || !isWordSeparator(text, end))) end++;
  return end;
}

function isWordSeparator(text: string, index: number): boolean {
  return /^[ZPS]|^C[cf]/.test(categoryOf(text.charCodeAt(index)));
}

function titleWord(word: string, culture: string): string {
  if (word === '') return '';
  const first = titleUnit(word.charCodeAt(0), culture);
  const apostrophe = word.indexOf("'");
  const head = apostrophe < 0 ? word : word.slice(0, apostrophe);
  const tail = word.slice(head.length);
  const rest = hasSmallLetter(head) ? toLowerIn(head.slice(1), culture) : head.slice(1);
  return String.fromCharCode(first) + rest + toLowerIn(tail, culture);
}

function hasSmallLetter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (categoryOf(text.charCodeAt(i)) === 'Ll') return true;
  }
  return false;
}

/** Letters that are two in one, as ǆ, begin a word as ǅ. */
function titleUnit(unit: number, culture: string): number {
  const group = digraphs.find((letters) => letters.includes(unit));
  return group ? group[1] : toUpperUnitIn(unit, culture);
}

/** Capital, title and small form. */
const digraphs: readonly (readonly [number, number, number])[] = [
  [0x1c4, 0x1c5, 0x1c6],
  [0x1c7, 0x1c8, 0x1c9],
  [0x1ca, 0x1cb, 0x1cc],
  [0x1f1, 0x1f2, 0x1f3],
];
