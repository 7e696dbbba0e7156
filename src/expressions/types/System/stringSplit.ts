import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { trim, whiteSpace } from './stringTrim.ts';

const removeEmptyEntries = 1;
const trimEntries = 2;
const allOptions = removeEmptyEntries | trimEntries;

/** What separates: characters, texts, or white space when there is none. */
export type Separators = readonly string[];

/** `Split`: at most `count` parts. @throws ArgumentOutOfRangeException, ArgumentException */
export function split(
  text: string,
  separators: Separators,
  count: number,
  options: number,
): string[] {
  if (count < 0) throw new ArgumentOutOfRangeException('count', 'Count cannot be less than zero.');
  if ((options & ~allOptions) !== 0)
    throw new ArgumentException(`Illegal enum value: ${options}.`, 'options');
  if (count === 0) return [];
  const keep = (part: string): string => (options & trimEntries ? trim(part) : part);
  const isKept = (part: string): boolean => !(options & removeEmptyEntries) || part !== '';
  const finish = (parts: string[]): string[] => parts.map(keep).filter(isKept);
  if (count === 1) return finish([text]);
  // The usual case: whatever the options do to the parts, none of them counts.
  const [only] = separators;
  if (count === noLimit && separators.length === 1 && only) return finish(text.split(only));
  return splitAt(text, cuts(text, separators), count, keep, isKept);
}

export const noLimit = 0x7fff_ffff;

type Cut = readonly [at: number, length: number];

function splitAt(
  text: string,
  places: Iterable<Cut>,
  count: number,
  keep: (part: string) => string,
  isKept: (part: string) => boolean,
): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const [at, length] of places) {
    const part = keep(text.slice(start, at));
    // What is left goes into the last part, but for empty parts in front that are not wanted.
    if (parts.length === count - 1 && isKept(part)) break;
    if (isKept(part)) parts.push(part);
    start = at + length;
  }
  const rest = keep(text.slice(start));
  return isKept(rest) ? [...parts, rest] : parts;
}

/** Where separators stand, the first of the list that fits. */
function* cuts(text: string, separators: Separators): Generator<Cut> {
  const usable = separators.filter((separator) => separator !== '');
  const units = new Set(usable);
  const lengthAt = usable.every(({ length }) => length === 1)
    ? (at: number) => Number(units.has(text[at]!))
    : (at: number) => usable.find((separator) => text.startsWith(separator, at))?.length ?? 0;
  const find =
    separators.length === 0 ? (at: number) => Number(whiteSpace.test(text[at]!)) : lengthAt;
  for (let at = 0; at < text.length;) {
    const length = find(at);
    if (length > 0) yield [at, length];
    at += Math.max(length, 1);
  }
}
