import { whiteSpace } from './stringSplit.ts';

/** Takes characters off the ends: those listed, or white space when none is. */
export function trim(
  text: string,
  characters = '',
  side: 'both' | 'start' | 'end' = 'both',
): string {
  const isOff = (unit: string): boolean =>
    characters === '' ? whiteSpace.test(unit) : characters.includes(unit);
  let start = 0;
  let end = text.length;
  if (side !== 'end') while (start < end && isOff(text[start]!)) start++;
  if (side !== 'start') while (end > start && isOff(text[end - 1]!)) end--;
  return text.slice(start, end);
}
