/**
 * Case as .NET Framework's `Regex` sees it: a pattern and a text agree when their small letters in
 * the invariant culture do.
 */
import { toLowerUnit } from '../unicode/simpleCase.ts';

const lowered = new Uint16Array(0x1_0000);
/** Every letter that has another small letter, with it. */
let pairs: readonly (readonly [unit: number, small: number])[] | undefined;
const capitals = new Map<number, number[]>();

export function smallUnit(unit: number): number {
  prepare();
  return lowered[unit]!;
}

/** All units with this small letter, itself first. */
export function unitsOfSmall(small: number): readonly number[] {
  prepare();
  return [small, ...(capitals.get(small) ?? [])];
}

/** The letters that have a small letter other than themselves. */
export function casePairs(): readonly (readonly [unit: number, small: number])[] {
  return prepare();
}

function prepare(): readonly (readonly [unit: number, small: number])[] {
  if (pairs) return pairs;
  const found: (readonly [number, number])[] = [];
  for (let unit = 0; unit < 0x1_0000; unit++) {
    const small = toLowerUnit(unit);
    lowered[unit] = small;
    if (small === unit) continue;
    found.push([unit, small]);
    capitals.set(small, [...(capitals.get(small) ?? []), unit]);
  }
  return (pairs = found);
}
