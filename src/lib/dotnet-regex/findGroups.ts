import { inlineOptions, regexOptions } from './options.ts';
import type { Groups } from './nodes.ts';
import { parseClass } from './parseClass.ts';
import { PatternReader } from './PatternReader.ts';

/**
 * Numbers the groups of a pattern: unnamed ones first, in the order of their parentheses, then
 * named ones (https://learn.microsoft.com/dotnet/standard/base-types/grouping-constructs-in-regular-expressions).
 * @throws PatternError
 */
export function findGroups(pattern: string, options: number): Groups {
  return new GroupFinder(pattern, options).find();
}

class GroupFinder {
  readonly #reader: PatternReader;
  /** Where each group begins, by its number. */
  readonly #places = new Map([[0, 0]]);
  /** Where each name first stands. */
  readonly #names = new Map<string, number>();
  readonly #outerOptions: number[] = [];
  #nextNumber = 1;
  /** The next parenthesis belongs to a condition and captures nothing. */
  #isCondition = false;

  constructor(pattern: string, options: number) {
    this.#reader = new PatternReader(pattern, options);
  }

  find(): Groups {
    const reader = this.#reader;
    while (reader.left > 0) {
      const letter = reader.take();
      if (letter === '\\') reader.at++;
      else if (letter === '[') parseClass(reader);
      else if (letter === ')') reader.options = this.#outerOptions.pop() ?? reader.options;
      else if (letter === '(') this.#parenthesis();
      else if (letter === '#' && reader.has(regexOptions.IgnorePatternWhitespace)) {
        reader.at--;
        reader.skipBlank();
      }
    }
    return this.#named();
  }

  #parenthesis(): void {
    const reader = this.#reader;
    const start = reader.at - 1;
    if (reader.next === '?' && reader.peek(1) === '#') {
      reader.at--;
      return reader.skipBlank();
    }
    this.#outerOptions.push(reader.options);
    const isCondition = this.#isCondition;
    this.#isCondition = false;
    if (reader.accept('?')) this.#construct(start);
    else if (!reader.has(regexOptions.ExplicitCapture) && !isCondition) {
      this.#addNumber(this.#nextNumber++, start);
    }
  }

  /** What follows `(?`. */
  #construct(start: number): void {
    const reader = this.#reader;
    if (reader.left > 1 && (reader.accept('<') || reader.accept("'"))) {
      if (/^[1-9]$/.test(reader.next)) this.#addNumber(reader.decimal(), start);
      else if (reader.next !== '0' && reader.atWord()) this.#addName(reader.name(), start);
      return;
    }
    readInlineOptions(reader);
    if (reader.next === ')') {
      reader.at++;
      this.#outerOptions.pop();
    } else if (reader.next === '(') this.#isCondition = true;
  }

  #addNumber(number: number, start: number): void {
    if (!this.#places.has(number)) this.#places.set(number, start);
  }

  #addName(name: string, start: number): void {
    if (!this.#names.has(name)) this.#names.set(name, start);
  }

  #named(): Groups {
    const numberOfName = new Map<string, number>();
    for (const [name, start] of this.#names) {
      while (this.#places.has(this.#nextNumber)) this.#nextNumber++;
      numberOfName.set(name, this.#nextNumber);
      this.#places.set(this.#nextNumber, start);
    }
    const numbers = [...this.#places.keys()].toSorted((a, b) => a - b);
    const slots = new Map(numbers.map((number, slot) => [number, slot]));
    const names = numbers.map(String);
    for (const [name, number] of numberOfName) names[slots.get(number)!] = name;
    const slotsOfNames = new Map(names.map((name, slot) => [name, slot]));
    return {
      numbers,
      names,
      starts: numbers.map((number) => this.#places.get(number)!),
      slotOfNumber: (number) => slots.get(number),
      slotOfName: (name) => slotsOfNames.get(name),
    };
  }
}

/** The letters of `(?imnsx-imnsx)`; stops at anything else. */
export function readInlineOptions(reader: PatternReader): void {
  for (let isOff = false; reader.left > 0; reader.at++) {
    if (reader.next === '-') isOff = true;
    else if (reader.next === '+') isOff = false;
    else {
      const option = inlineOptions.get(reader.next.toLowerCase());
      if (option === undefined) return;
      reader.options = isOff ? reader.options & ~option : reader.options | option;
    }
  }
}
