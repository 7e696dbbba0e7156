import { classOf, isClassLetter, propertyClass } from './classes.ts';
import type { NamedClass } from './classes.ts';
import { regexOptions } from './options.ts';
import type { PatternReader } from './PatternReader.ts';
import { UnitSet } from './UnitSet.ts';
import type { UnitRange } from './UnitSet.ts';

const maximumDepth = 100;

/** Reads a character class behind its `[`. @throws PatternError */
export function parseClass(reader: PatternReader, depth = 0): UnitSet {
  if (depth > maximumDepth) throw reader.error('Too many nested subtractions.');
  return new ClassParser(reader, depth).parse();
}

/** `\p{…}` or `\P{…}`, read behind its letter. @throws PatternError */
export function parseProperty(reader: PatternReader, isOpposite: boolean): NamedClass {
  const name = reader.property();
  const found = propertyClass(name, isOpposite, reader.has(regexOptions.IgnoreCase));
  if (!found) throw reader.error(`Unknown property '${name}'.`);
  return found;
}

class ClassParser {
  readonly #reader: PatternReader;
  readonly #depth: number;
  readonly #ranges: UnitRange[] = [];
  #categories = 0;
  #subtraction: UnitSet | undefined;
  /** The unit in front of the `-` that was read last, if a range begins so. */
  #first: number | undefined;

  constructor(reader: PatternReader, depth: number) {
    this.#reader = reader;
    this.#depth = depth;
  }

  parse(): UnitSet {
    const reader = this.#reader;
    const isNegated = reader.accept('^');
    for (let isFirst = true; ; isFirst = false) {
      if (reader.left === 0) throw reader.error('Unterminated [] set.');
      if (reader.next === ']' && !isFirst) break;
      this.#item(isFirst);
    }
    reader.at++;
    const content = {
      ranges: this.#ranges,
      categories: this.#categories,
      isNegated,
      subtraction: this.#subtraction,
    };
    return new UnitSet(content, reader.has(regexOptions.IgnoreCase));
  }

  #item(isFirst: boolean): void {
    const reader = this.#reader;
    const letter = reader.take();
    if (letter === '\\' && reader.left > 0) return this.#escape();
    // `[:name:]` of POSIX is skipped, as .NET does, but for its bracket.
    if (letter === '[' && reader.next === ':' && this.#first === undefined) this.#skipPosixName();
    this.#unit(letter.charCodeAt(0), letter === '[' && !isFirst, letter === '-' && !isFirst);
  }

  #escape(): void {
    const reader = this.#reader;
    const letter = reader.next;
    if (isClassLetter(letter)) {
      reader.at++;
      this.#requireNoRange(letter);
      return this.#add(classOf(letter, reader.has(regexOptions.ECMAScript)));
    }
    if (letter === 'p' || letter === 'P') {
      reader.at++;
      this.#requireNoRange(letter);
      return this.#add(parseProperty(reader, letter === 'P'));
    }
    if (letter === '-') {
      reader.at++;
      this.#ranges.push([0x2d, 0x2d]);
      return;
    }
    this.#unit(reader.escapedUnit(), false, false);
  }

  /** `opensClass` and `isMinus`: an unescaped `[` or `-` that is not the first of its class. */
  #unit(unit: number, opensClass: boolean, isMinus: boolean): void {
    const reader = this.#reader;
    const first = this.#first;
    if (first !== undefined) {
      this.#first = undefined;
      if (opensClass) {
        this.#ranges.push([first, first]);
        this.#subtract();
      } else {
        if (first > unit) throw reader.error('[x-y] range in reverse order.');
        this.#ranges.push([first, unit]);
      }
    } else if (reader.left >= 2 && reader.next === '-' && reader.peek(1) !== ']') {
      this.#first = unit;
      reader.at++;
    } else if (isMinus && reader.next === '[') {
      reader.at++;
      this.#subtract();
    } else {
      this.#ranges.push([unit, unit]);
    }
  }

  #subtract(): void {
    const reader = this.#reader;
    this.#subtraction = parseClass(reader, this.#depth + 1);
    if (reader.left > 0 && reader.next !== ']') {
      throw reader.error('A subtraction must be the last element in a character class.');
    }
  }

  #add({ ranges, categories }: NamedClass): void {
    this.#ranges.push(...ranges);
    this.#categories |= categories;
  }

  #requireNoRange(letter: string): void {
    if (this.#first === undefined) return;
    throw this.#reader.error(`Cannot include class \\${letter} in character range.`);
  }

  #skipPosixName(): void {
    const reader = this.#reader;
    const start = reader.at;
    reader.at++;
    reader.name();
    if (!reader.accept(':]')) reader.at = start;
  }
}
