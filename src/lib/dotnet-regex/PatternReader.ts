import { isWordUnit } from './classes.ts';
import { regexOptions } from './options.ts';
import { PatternError } from './PatternError.ts';

const largest = 0x7fff_ffff;

/** Reads the small parts of patterns: numbers, names, escapes, white space. */
export class PatternReader {
  readonly text: string;
  /** The options in force at the place of reading. */
  options: number;
  at = 0;

  constructor(text: string, options: number) {
    this.text = text;
    this.options = options;
  }

  /** The character to read next; empty at the end. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  get left(): number {
    return this.text.length - this.at;
  }

  peek(ahead: number): string {
    return this.text.charAt(this.at + ahead);
  }

  take(): string {
    return this.text.charAt(this.at++);
  }

  accept(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  has(option: number): boolean {
    return (this.options & option) !== 0;
  }

  error(reason: string): PatternError {
    return new PatternError(this.text, reason);
  }

  /** @throws PatternError when it does not fit an Int32 */
  decimal(): number {
    let value = 0;
    while (/^\d$/.test(this.next) && this.next <= '9') {
      value = value * 10 + Number(this.take());
      if (value > largest) {
        throw this.error('Capture group numbers must be less than or equal to Int32.MaxValue.');
      }
    }
    return value;
  }

  atWord(): boolean {
    return this.left > 0 && isWordUnit(this.text.charCodeAt(this.at));
  }

  name(): string {
    const start = this.at;
    while (this.atWord()) this.at++;
    return this.text.slice(start, this.at);
  }

  /** Skips comments and, where the option asks for it, white space. @throws PatternError */
  skipBlank(): void {
    const isFree = this.has(regexOptions.IgnorePatternWhitespace);
    for (;;) {
      if (isFree) while (/^[\t\n\f\r ]$/.test(this.next)) this.at++;
      if (isFree && this.next === '#') {
        const end = this.text.indexOf('\n', this.at);
        this.at = end < 0 ? this.text.length : end;
      } else if (this.text.startsWith('(?#', this.at)) {
        const end = this.text.indexOf(')', this.at);
        if (end < 0) throw this.error('Unterminated (?#...) comment.');
        this.at = end + 1;
      } else return;
    }
  }

  /** The unit that an escape stands for, read behind the backslash. @throws PatternError */
  escapedUnit(): number {
    const letter = this.take();
    if (/^[0-7]$/.test(letter)) {
      this.at--;
      return this.#octal();
    }
    const simple = simpleEscapes.get(letter);
    if (simple !== undefined) return simple;
    if (letter === 'x') return this.#hexadecimal(2);
    if (letter === 'u') return this.#hexadecimal(4);
    if (letter === 'c') return this.#control();
    const unit = letter.charCodeAt(0);
    if (!this.has(regexOptions.ECMAScript) && isWordUnit(unit)) {
      throw this.error(`Unrecognized escape sequence \\${letter}.`);
    }
    return unit;
  }

  #octal(): number {
    let value = 0;
    for (let digits = 0; digits < 3 && /^[0-7]$/.test(this.next); digits++) {
      value = value * 8 + Number(this.take());
      if (this.has(regexOptions.ECMAScript) && value >= 0x20) break;
    }
    return value & 0xff;
  }

  #hexadecimal(digits: number): number {
    const text = this.text.slice(this.at, this.at + digits);
    if (text.length < digits || !/^[0-9a-f]+$/i.test(text)) {
      throw this.error('Insufficient hexadecimal digits.');
    }
    this.at += digits;
    return Number.parseInt(text, 16);
  }

  #control(): number {
    if (this.left === 0) throw this.error('Missing control character.');
    const unit = this.take().toUpperCase().charCodeAt(0) - 0x40;
    if (unit < 0 || unit >= 0x20) throw this.error('Unrecognized control character.');
    return unit;
  }

  /** The name in `{…}` of `\p{…}`, read behind the p. @throws PatternError */
  property(): string {
    const incomplete = 'Incomplete \\p{X} character escape.';
    if (this.left < 3) throw this.error(incomplete);
    if (!this.accept('{')) throw this.error('Malformed \\p{X} character escape.');
    const start = this.at;
    while (this.atWord() || this.next === '-') this.at++;
    const name = this.text.slice(start, this.at);
    if (!this.accept('}')) throw this.error(incomplete);
    return name;
  }
}

const simpleEscapes: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['b', 0x08],
  ['e', 0x1b],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
]);
