import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { trim, whiteSpace } from './stringTrim.ts';

const removeEmptyEntries = 1;
const trimEntries = 2;

/** What separates: characters, texts, or white space when there is none. */
export type Separators = readonly string[];

/** `Split`: at most `count` parts. @throws ArgumentOutOfRangeException */
export function split(
  text: string,
  separators: Separators,
  count: number,
  options: number,
): string[] {
  if (count < 0) throw new ArgumentOutOfRangeException('count', 'Count cannot be less than zero.');
  if (count === 0) return [];
  const keep = (part: string): string => (options & trimEntries ? trim(part) : part);
  const isKept = (part: string): boolean => !(options & removeEmptyEntries) || keep(part) !== '';
  const parts: string[] = [];
  let start = 0;
  for (const [at, length] of cuts(text, separators)) {
    if (parts.length === count - 1) {
      // What is left goes into the last part, but empty parts are not it.
      if (!(options & removeEmptyEntries)) break;
      if (keep(text.slice(start, at)) !== '') break;
    } else if (isKept(text.slice(start, at))) parts.push(keep(text.slice(start, at)));
    start = at + length;
  }
  if (isKept(text.slice(start))) parts.push(keep(text.slice(start)));
  return parts;
}

/** Where separators stand, the first of the list that fits. */
function* cuts(
  text: string,
  separators: Separators,
): Generator<readonly [at: number, length: number]> {
  const usable = separators.filter((separator) => separator !== '');
  for (let at = 0; at < text.length;) {
    const length =
      separators.length === 0 ? (whiteSpace.test(text[at]!) ? 1 : 0) : lengthAt(text, at, usable);
    if (length > 0) yield [at, length];
    at += Math.max(length, 1);
  }
}

function lengthAt(text: string, at: number, separators: Separators): number {
  return separators.find((separator) => text.startsWith(separator, at))?.length ?? 0;
}
