/**
 * The character classes with names
 * (https://learn.microsoft.com/dotnet/standard/base-types/character-classes-in-regular-expressions).
 */
import { allCategories, categoryBit, categoryBits } from './unitCategories.ts';
import { unicodeBlocks } from './unicodeBlocks.ts';
import { complement } from './UnitSet.ts';
import type { UnitRange } from './UnitSet.ts';

/** What a named class adds to a set. */
export interface NamedClass {
  readonly ranges: readonly UnitRange[];
  readonly categories: number;
}

const letter = categoryBits('L')!;
const decimalDigit = categoryBits('Nd')!;
const wordCategories = letter | categoryBits('Mn')! | decimalDigit | categoryBits('Pc')!;
const casedLetter = categoryBits('Lu')! | categoryBits('Ll')! | categoryBits('Lt')!;

// prettier-ignore
const whiteSpace: readonly UnitRange[] = [
  [0x09, 0x0d], [0x20, 0x20], [0x85, 0x85], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a],
  [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000],
];

// prettier-ignore
const ecmaScript = {
  d: [[0x30, 0x39]],
  s: [[0x09, 0x0d], [0x20, 0x20]],
  // The capital dotted I is .NET's own.
  w: [[0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a], [0x130, 0x130]],
} as const;

export type ClassLetter = 'd' | 's' | 'w' | 'D' | 'S' | 'W';

export function isClassLetter(letter_: string): letter_ is ClassLetter {
  return /^[dswDSW]$/.test(letter_);
}

/** `\d`, `\s`, `\w` and their opposites. */
export function classOf(name: ClassLetter, isEcmaScript: boolean): NamedClass {
  const plain = plainClass(name.toLowerCase() as 'd' | 's' | 'w', isEcmaScript);
  return name === name.toLowerCase() ? plain : opposite(plain);
}

function plainClass(name: 'd' | 's' | 'w', isEcmaScript: boolean): NamedClass {
  if (isEcmaScript) return { ranges: ecmaScript[name], categories: 0 };
  if (name === 's') return { ranges: whiteSpace, categories: 0 };
  return { ranges: [], categories: name === 'd' ? decimalDigit : wordCategories };
}

/** A class is either ranges or categories, so that its opposite is one too. */
function opposite({ ranges, categories }: NamedClass): NamedClass {
  if (categories !== 0) return { ranges, categories: allCategories & ~categories };
  return { ranges: complement(ranges), categories: 0 };
}

/** `\p{name}` and `\P{name}`; undefined when there is no such category or block. */
export function propertyClass(
  name: string,
  isOpposite: boolean,
  ignoreCase: boolean,
): NamedClass | undefined {
  const found = categoryClass(name, ignoreCase) ?? blockClass(name);
  return found && isOpposite ? opposite(found) : found;
}

function categoryClass(name: string, ignoreCase: boolean): NamedClass | undefined {
  const bits = categoryBits(name);
  if (bits === undefined) return undefined;
  const isCased = name === 'Lu' || name === 'Ll' || name === 'Lt';
  return { ranges: [], categories: ignoreCase && isCased ? casedLetter : bits };
}

function blockClass(name: string): NamedClass | undefined {
  const range = unicodeBlocks.get(name);
  return range && { ranges: [range], categories: 0 };
}

/** What names of groups consist of, and what `\b` is the edge of: `\w` and the joiners of UTS #18. */
export function isWordUnit(unit: number): boolean {
  return (categoryBit(unit) & wordCategories) !== 0 || unit === 0x200c || unit === 0x200d;
}

/** The same for ECMAScript. */
export function isEcmaScriptWordUnit(unit: number): boolean {
  return ecmaScript.w.some(([first, last]) => unit >= first && unit <= last);
}
