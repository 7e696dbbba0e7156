/**
 * Puts separators between groups of integer digits. `sizes` count from the right; the last one
 * repeats, and a 0 at the end leaves the rest in one piece
 * (https://learn.microsoft.com/dotnet/api/system.globalization.numberformatinfo.numbergroupsizes).
 */
export function groupDigits(digits: string, sizes: readonly number[], separator: string): string {
  const groups: string[] = [];
  let start = 0;
  for (const behind of separatorPlaces(digits.length, sizes).toReversed()) {
    groups.push(digits.slice(start, digits.length - behind));
    start = digits.length - behind;
  }
  groups.push(digits.slice(start));
  return groups.join(separator);
}

/** How many digits stand behind each separator, of a number with `length` integer digits. */
export function separatorPlaces(length: number, sizes: readonly number[]): number[] {
  const places: number[] = [];
  let place = 0;
  for (let index = 0; ; index++) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? 0;
    place += size;
    if (size === 0 || place >= length) return places;
    places.push(place);
  }
}
