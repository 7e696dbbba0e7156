// The characters that .NET takes for white space; JavaScript's \s has others.
export const whiteSpace = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

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
