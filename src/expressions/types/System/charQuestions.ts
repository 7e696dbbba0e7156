/** What System.Char can tell of a character: members for a char, and for a place in a string. */
import { categoryOf } from '../../../lib/unicode/category.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';

const member = membersOf<number>();

/** The code point at a place: of a surrogate pair the whole, else the unit. @throws ArgumentOutOfRangeException */
export function codePointAt(text: string, index: number): number {
  const codePoint = index < 0 ? undefined : text.codePointAt(index);
  if (codePoint === undefined) throw new ArgumentOutOfRangeException('index');
  return codePoint;
}

/** The UTF-16 unit at a place. @throws ArgumentOutOfRangeException */
export function unitAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) throw new ArgumentOutOfRangeException('index');
  return unit;
}

type Test = (codePoint: number) => boolean;

function inCategories(...groups: readonly string[]): Test {
  return (codePoint) => {
    const category = categoryOf(codePoint);
    return groups.some((group) => category.startsWith(group));
  };
}

/** Next line, and the separators; tab to carriage return are controls that count as white space. */
export function isWhiteSpace(codePoint: number): boolean {
  const isControl = (codePoint >= 0x09 && codePoint <= 0x0d) || codePoint === 0x85;
  return isControl || (codePoint >= 0x20 && inCategories('Z')(codePoint));
}

const isHighSurrogate: Test = (unit) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate: Test = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

interface Question {
  readonly name: string;
  readonly test: Test;
  readonly yes: string;
  readonly no: string;
  /** Surrogates are asked for as units, everything else as characters. */
  readonly ofUnits?: boolean;
}

// prettier-ignore
const questions: readonly Question[] = [
  { name: 'IsControl', test: inCategories('Cc'), yes: '\\n', no: ' ' },
  { name: 'IsDigit', test: inCategories('Nd'), yes: '7', no: 'a' },
  { name: 'IsLetter', test: inCategories('L'), yes: 'a', no: '7' },
  { name: 'IsLetterOrDigit', test: inCategories('L', 'Nd'), yes: '7', no: '-' },
  { name: 'IsLower', test: inCategories('Ll'), yes: 'a', no: 'A' },
  { name: 'IsNumber', test: inCategories('N'), yes: '7', no: 'a' },
  { name: 'IsPunctuation', test: inCategories('P'), yes: '.', no: '+' },
  { name: 'IsSeparator', test: inCategories('Z'), yes: ' ', no: '-' },
  { name: 'IsSymbol', test: inCategories('S'), yes: '+', no: '.' },
  { name: 'IsUpper', test: inCategories('Lu'), yes: 'A', no: 'a' },
  { name: 'IsWhiteSpace', test: isWhiteSpace, yes: '\\t', no: 'a' },
  { name: 'IsHighSurrogate', test: isHighSurrogate, yes: '\\ud83d', no: 'a', ofUnits: true },
  { name: 'IsLowSurrogate', test: isLowSurrogate, yes: '\\ude00', no: 'a', ofUnits: true },
  { name: 'IsSurrogate', test: (unit) => isHighSurrogate(unit) || isLowSurrogate(unit), yes: '\\ud83d', no: 'a', ofUnits: true },
];

function declareQuestion({ name, test, yes, no, ofUnits }: Question): readonly MemberDeclaration[] {
  const at = ofUnits ? unitAt : codePointAt;
  return [
    member(
      `static bool ${name}(char c)` as const,
      (c: number) => test(c),
      `char.${name}('${yes}') // true`,
      `char.${name}('${no}') // false`,
    ),
    member(
      `static bool ${name}(string s, int index)` as const,
      (s: string, index: number) => test(at(s, index)),
      `char.${name}("x${yes}", 1) // true`,
      `char.${name}("", 0) // throws System.ArgumentOutOfRangeException`,
    ),
  ];
}

// prettier-ignore
const asciiQuestions: readonly (readonly [name: string, pattern: RegExp, yes: string, no: string])[] = [
  ['IsAscii', /[\0-\x7f]/, 'a', 'é'],
  ['IsAsciiDigit', /[0-9]/, '7', '٣'],
  ['IsAsciiHexDigit', /[0-9A-Fa-f]/, 'F', 'g'],
  ['IsAsciiHexDigitLower', /[0-9a-f]/, 'f', 'F'],
  ['IsAsciiHexDigitUpper', /[0-9A-F]/, 'F', 'f'],
  ['IsAsciiLetter', /[A-Za-z]/, 'a', 'é'],
  ['IsAsciiLetterLower', /[a-z]/, 'a', 'A'],
  ['IsAsciiLetterUpper', /[A-Z]/, 'A', 'a'],
  ['IsAsciiLetterOrDigit', /[0-9A-Za-z]/, '7', '_'],
];

export const charQuestions: readonly MemberDeclaration[] = [
  ...questions.flatMap(declareQuestion),
  ...asciiQuestions.map(([name, pattern, yes, no]) =>
    member(
      `static bool ${name}(char c)` as const,
      (c: number) => pattern.test(String.fromCharCode(c)),
      `char.${name}('${yes}') // true`,
      `char.${name}('${no}') // false`,
    ),
  ),
  member(
    'static bool IsBetween(char c, char minInclusive, char maxInclusive)',
    (c, min, max) => c >= min && c <= max,
    "char.IsBetween('b', 'a', 'c') // true",
  ),
  member(
    'static bool IsSurrogatePair(char highSurrogate, char lowSurrogate)',
    (high, low) => isHighSurrogate(high) && isLowSurrogate(low),
    "char.IsSurrogatePair('\\ud83d', '\\ude00') // true",
  ),
  member(
    'static bool IsSurrogatePair(string s, int index)',
    (s, index) => codePointAt(s, index) > 0xffff,
    'char.IsSurrogatePair("\\ud83d\\ude00", 0) // true',
  ),
];
