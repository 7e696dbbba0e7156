import { JsonReadError } from './JsonReadError.ts';
import type { LineInfo } from './JsonReadError.ts';
import { pathOf } from './JsonPosition.ts';
import type { ContainerKind, PositionStep } from './JsonPosition.ts';
import type { JsonReader, TokenValue } from './JsonReader.ts';
import { JsonToken, tokenName } from './JsonToken.ts';
import { readDate } from './readDate.ts';
import { readNumber } from './readNumber.ts';
import { readString } from './readString.ts';
import { isIdentifierUnit, isLetterOrDigit, isWhiteSpace } from './units.ts';

/** What a reader that is not told otherwise allows: Newtonsoft 13's MaxDepth. */
export const defaultMaxDepth = 64;

/** What the next call of `read` expects. */
type State = 'start' | 'first' | 'next' | 'property' | 'after' | 'finished';

interface Level extends PositionStep {
  kind: ContainerKind;
  name: string | null;
  index: number;
}

/**
 * Reads JSON as Newtonsoft's JsonTextReader does, which accepts more than JSON: comments, single
 * quotes, names without quotes, a comma after the last element, `undefined`, `NaN`, `new Date(0)`,
 * octal and hexadecimal numbers. Strings that look like dates are dates. Messages are Newtonsoft's.
 * Takes time linear in the text.
 */
export class JsonTextReader implements JsonReader {
  token: number = JsonToken.None;
  value: TokenValue = null;
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;
  #numberStart = 0;
  #findsDates = true;
  #line = 1;
  #lineStart = 0;
  #state: State = 'start';
  /** The container that the reader is in; those around it are in `#outer`. */
  #level: Level = { kind: 'None', name: null, index: -1 };
  readonly #outer: Level[] = [];

  constructor(text: string, maxDepth = defaultMaxDepth) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  get depth(): number {
    const depth = this.#outer.length;
    return isOpening(this.token) || this.#level.kind === 'None' ? depth : depth + 1;
  }

  get path(): string {
    return pathOf(this.#state === 'first' ? this.#outer : [...this.#outer, this.#level]);
  }

  get line(): LineInfo {
    const linePosition = this.#at - this.#lineStart;
    const isUntouched = this.#state === 'start' && linePosition === 0;
    return { lineNumber: isUntouched ? 0 : this.#line, linePosition };
  }

  /** The text of the token, when it is a number. */
  get numberText(): string {
    return this.#text.slice(this.#numberStart, this.#at);
  }

  /** Goes on, taking no string for a date. @throws JsonReadError */
  readWithoutDates(): boolean {
    this.#findsDates = false;
    try {
      return this.read();
    } finally {
      this.#findsDates = true;
    }
  }

  /** @throws JsonReadError */
  read(): boolean {
    for (;;) {
      switch (this.#state) {
        case 'finished':
          return this.#readRest();
        case 'after': {
          const found = this.#readAfterValue();
          if (found) return true;
          break;
        }
        default:
          if (this.#level.kind === 'Object' && this.#state !== 'property')
            return this.#readProperty();
          return this.#readValue();
      }
    }
  }

  /** Nothing but comments may follow the value. */
  #readRest(): boolean {
    this.#skipSpace();
    if (this.#at >= this.#text.length) {
      this.token = JsonToken.None;
      this.value = null;
      return false;
    }
    if (this.#unit() === slash) return this.#readComment();
    throw this.#fail(
      `Additional text encountered after finished reading JSON content: ${this.#here()}.`,
    );
  }

  #readValue(): boolean {
    this.#skipSpace();
    if (this.#at >= this.#text.length) return false;
    const unit = this.#unit();
    if (unit === doubleQuote || unit === singleQuote) return this.#readText(unit);
    if ((unit >= zero && unit <= nine) || unit === minus || unit === dot) return this.#readNumber();
    switch (unit) {
      case openBrace:
        return this.#open(JsonToken.StartObject, 'Object');
      case openBracket:
        return this.#open(JsonToken.StartArray, 'Array');
      case closeBracket:
        return this.#close(JsonToken.EndArray, 'Array');
      case closeParenthesis:
        return this.#close(JsonToken.EndConstructor, 'Constructor');
      case slash:
        return this.#readComment();
      case comma:
        // The comma itself is read as what stands behind a value: `[,1]` has two elements.
        return this.#found(JsonToken.Undefined, null);
      default:
        return this.#readWord();
    }
  }

  #readWord(): boolean {
    switch (this.#here()) {
      case 't':
        this.#match('true', 'Error parsing boolean value.');
        return this.#found(JsonToken.Boolean, true);
      case 'f':
        this.#match('false', 'Error parsing boolean value.');
        return this.#found(JsonToken.Boolean, false);
      case 'n':
        return this.#readNullOrNew();
      case 'u':
        this.#match('undefined', 'Error parsing undefined value.');
        return this.#found(JsonToken.Undefined, null);
      case 'N':
        this.#match('NaN', 'Error parsing NaN value.');
        return this.#found(JsonToken.Float, Number.NaN);
      case 'I':
        this.#match('Infinity', 'Error parsing Infinity value.');
        return this.#found(JsonToken.Float, Infinity);
      default:
        throw this.#unexpected();
    }
  }

  #readNullOrNew(): boolean {
    const next = this.#text[this.#at + 1];
    if (next === 'e') return this.#readConstructor();
    if (next !== 'u' && this.#at + 1 < this.#text.length) throw this.#unexpected();
    this.#match('null', 'Error parsing null value.');
    return this.#found(JsonToken.Null, null);
  }

  #readText(quote: number): boolean {
    const text = this.#readString(quote);
    const date = this.#findsDates ? readDate(text) : undefined;
    return date ? this.#found(JsonToken.Date, date) : this.#found(JsonToken.String, text);
  }

  #readString(quote: number): string {
    // Nearly all strings have neither escapes nor line breaks in them.
    const { end, text, problem, breaks } = readString(this.#text, this.#at + 1, quote);
    if (breaks) this.#countLines(breaks);
    this.#at = end;
    if (problem !== undefined) throw this.#fail(problem);
    return text;
  }

  #readNumber(): boolean {
    if (this.#text.startsWith('-I', this.#at)) {
      this.#match('-Infinity', 'Error parsing negative infinity value.');
      return this.#found(JsonToken.Float, -Infinity);
    }
    const start = this.#at;
    this.#numberStart = start;
    if (this.#readShortNumber()) return true;
    while (isNumberUnit(this.#unit())) this.#at++;
    if (!isNumberEnd(this.#unit())) {
      throw this.#fail(`Unexpected character encountered while parsing number: ${this.#here()}.`);
    }
    const number = readNumber(this.#text.slice(start, this.#at));
    if (typeof number === 'string') throw this.#fail(number);
    const token = number.kind === 'integer' ? JsonToken.Integer : JsonToken.Float;
    return this.#found(token, number.value);
  }

  /**
   * Nearly all numbers are a few digits, perhaps with a point among them: they are read while they are
   * looked at. False when it is no such number, and nothing was read.
   */
  #readShortNumber(): boolean {
    const text = this.#text;
    const start = this.#at;
    const isNegative = text.charCodeAt(start) === minus;
    const from = isNegative ? start + 1 : start;
    const pointAt = endOfDigits(text, from);
    if (pointAt === from) return false;
    const isInteger = text.charCodeAt(pointAt) !== dot;
    const end = isInteger ? pointAt : endOfDigits(text, pointAt + 1);
    if (end - from > longestShort || !isNumberEnd(text.charCodeAt(end))) return false;
    // Octal, or minus zero.
    if (text.charCodeAt(from) === zero && (pointAt > from + 1 || isNegative)) return false;
    this.#at = end;
    const value = Number(text.slice(start, end));
    return isInteger
      ? this.#found(JsonToken.Integer, BigInt(value))
      : this.#found(JsonToken.Float, value);
  }

  #readConstructor(): boolean {
    this.#match('new', 'Unexpected content while parsing JSON.');
    this.#skipSpace();
    const start = this.#at;
    while (isLetterOrDigit(this.#unit())) this.#at++;
    const name = this.#text.slice(start, this.#at);
    this.#skipSpace();
    if (this.#at >= this.#text.length)
      throw this.#fail('Unexpected end while parsing constructor.');
    if (this.#unit() !== openParenthesis) {
      throw this.#fail(`Unexpected character while parsing constructor: ${this.#here()}.`);
    }
    return this.#open(JsonToken.StartConstructor, 'Constructor', name);
  }

  #readProperty(): boolean {
    this.#skipSpace();
    if (this.#at >= this.#text.length) return false;
    const unit = this.#unit();
    if (unit === closeBrace) return this.#close(JsonToken.EndObject, 'Object');
    if (unit === slash) return this.#readComment();
    const name = this.#readName(unit);
    this.#skipSpace();
    if (this.#unit() !== colon) {
      throw this.#fail(
        `Invalid character after parsing property name. Expected ':' but got: ${this.#here()}.`,
      );
    }
    this.#at++;
    this.token = JsonToken.PropertyName;
    this.value = name;
    this.#level.name = name;
    this.#state = 'property';
    return true;
  }

  #readName(unit: number): string {
    if (unit === doubleQuote || unit === singleQuote) return this.#readString(unit);
    if (!isIdentifierUnit(unit))
      throw this.#fail(`Invalid property identifier character: ${this.#here()}.`);
    const start = this.#at;
    while (isIdentifierUnit(this.#unit())) this.#at++;
    if (this.#at >= this.#text.length)
      throw this.#fail('Unexpected end while parsing unquoted property name.');
    if (this.#unit() !== colon && !isWhiteSpace(this.#unit()))
      throw this.#fail(`Invalid JavaScript property identifier character: ${this.#here()}.`);
    return this.#text.slice(start, this.#at);
  }

  /** False when a comma was read and a value is to follow, or the text ends. */
  #readAfterValue(): boolean {
    this.#skipSpace();
    if (this.#at >= this.#text.length) {
      this.#state = 'finished';
      return false;
    }
    switch (this.#unit()) {
      case comma:
        this.#at++;
        this.#state = 'next';
        return false;
      case closeBrace:
        return this.#close(JsonToken.EndObject, 'Object');
      case closeBracket:
        return this.#close(JsonToken.EndArray, 'Array');
      case closeParenthesis:
        return this.#close(JsonToken.EndConstructor, 'Constructor');
      case slash:
        return this.#readComment();
      default:
        throw this.#fail(
          `After parsing a value an unexpected character was encountered: ${this.#here()}.`,
        );
    }
  }

  /** What follows stays the same: a comment is no value. */
  #readComment(): boolean {
    const text = this.#text;
    const opening = text[this.#at + 1];
    this.#at++;
    if (opening === undefined) throw this.#fail('Unexpected end while parsing comment.');
    if (opening !== '*' && opening !== '/')
      throw this.#fail(`Error parsing comment. Expected: *, got ${opening}.`);
    const start = this.#at + 1;
    const end = opening === '*' ? text.indexOf('*/', start) : endOfLine(text, start);
    if (end < 0) {
      this.#at = text.length;
      throw this.#fail('Unexpected end while parsing comment.');
    }
    if (opening === '*') this.#countLinesUntil(start, end);
    this.#at = opening === '*' ? end + 2 : end;
    this.token = JsonToken.Comment;
    this.value = text.slice(start, end);
    return true;
  }

  #found(token: number, value: TokenValue): boolean {
    this.token = token;
    this.value = value;
    this.#level.index++;
    this.#state = this.#level.kind === 'None' ? 'finished' : 'after';
    return true;
  }

  #open(token: number, kind: ContainerKind, value: string | null = null): boolean {
    this.#at++;
    this.token = token;
    this.value = value;
    this.#level.index++;
    if (this.#level.kind !== 'None') this.#outer.push(this.#level);
    this.#level = { kind, name: null, index: -1 };
    this.#state = 'first';
    if (this.#outer.length + 1 > this.#maxDepth)
      throw this.#fail(`The reader's MaxDepth of ${this.#maxDepth} has been exceeded.`);
    return true;
  }

  #close(token: number, kind: ContainerKind): boolean {
    this.#at++;
    const open = this.#level.kind;
    this.#level = this.#outer.pop() ?? { kind: 'None', name: null, index: -1 };
    if (open !== kind) {
      throw this.#fail(`JsonToken ${tokenName(token)} is not valid for closing JsonType ${open}.`);
    }
    this.token = token;
    this.value = null;
    this.#state = this.#level.kind === 'None' ? 'finished' : 'after';
    return true;
  }

  /** Reads a word that ends where it should. */
  #match(word: string, problem: string): void {
    if (!this.#text.startsWith(word, this.#at)) throw this.#fail(problem);
    this.#at += word.length;
    if (this.#at < this.#text.length && !this.#isSeparator()) throw this.#fail(problem);
  }

  #isSeparator(): boolean {
    const unit = this.#unit();
    switch (unit) {
      case closeBrace:
      case closeBracket:
      case comma:
        return true;
      case closeParenthesis:
        return this.#level.kind === 'Constructor';
      case slash:
        return /[*/]/.test(this.#text[this.#at + 1] ?? '');
      default:
        return isWhiteSpace(unit);
    }
  }

  #skipSpace(): void {
    const text = this.#text;
    let at = this.#at;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x20 && unit < 0x80) break;
      if (unit === 0x0a || unit === 0x0d) this.#countLine(at);
      else if (!isWhiteSpace(unit)) break;
    }
    this.#at = at;
  }

  /** A line ends at LF, at CR, and at both together. */
  #countLine(at: number): void {
    const isFirstOfTwo =
      this.#text.charCodeAt(at) === 0x0d && this.#text.charCodeAt(at + 1) === 0x0a;
    if (isFirstOfTwo) return;
    this.#line++;
    this.#lineStart = at + 1;
  }

  #countLines(places: readonly number[]): void {
    for (const at of places) this.#countLine(at);
  }

  #countLinesUntil(start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === 0x0a || unit === 0x0d) this.#countLine(at);
    }
  }

  /** NaN at the end. */
  #unit(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #here(): string {
    return this.#text[this.#at] ?? '\0';
  }

  #unexpected(): JsonReadError {
    return this.#fail(`Unexpected character encountered while parsing value: ${this.#here()}.`);
  }

  #fail(message: string): JsonReadError {
    return new JsonReadError(message, this.path, this.line);
  }
}

const doubleQuote = 0x22;
const singleQuote = 0x27;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const plus = 0x2b;
const comma = 0x2c;
const minus = 0x2d;
const dot = 0x2e;
const slash = 0x2f;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

function isOpening(token: number): boolean {
  return (
    token === JsonToken.StartObject ||
    token === JsonToken.StartArray ||
    token === JsonToken.StartConstructor
  );
}

/** Digits of whole numbers that a double holds. */
const longestShort = 15;

function endOfDigits(text: string, start: number): number {
  let at = start;
  for (let unit = text.charCodeAt(at); unit >= zero && unit <= nine; unit = text.charCodeAt(at))
    at++;
  return at;
}

/** Newtonsoft takes everything of hexadecimal numbers and exponents, and looks at it afterwards. */
function isNumberUnit(unit: number): boolean {
  if (unit >= zero && unit <= nine) return true;
  if (unit === dot || unit === minus || unit === plus) return true;
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x66) || letter === 0x78;
}

function isNumberEnd(unit: number): boolean {
  if (Number.isNaN(unit)) return true;
  if (unit === comma || unit === closeBrace || unit === closeBracket) return true;
  return unit === closeParenthesis || unit === slash || isWhiteSpace(unit);
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) return at;
  }
  return text.length;
}
