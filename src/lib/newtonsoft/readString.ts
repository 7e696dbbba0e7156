/** What was read of a string. */
export interface ReadString {
  readonly text: string;
  /** Behind the closing quote; with a problem: where it is. */
  readonly end: number;
  readonly problem?: string;
  /** Where line breaks stand in it. */
  readonly breaks?: readonly number[];
}

const backslash = 0x5c;

/** Reads a string whose opening quote stands in front of `start`. */
export function readString(source: string, start: number, quote: number): ReadString {
  for (let at = start; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === quote) return { text: source.slice(start, at), end: at + 1 };
    if (unit === backslash || unit === 0x0a || unit === 0x0d)
      return new StringReader(source, at, quote).read(source.slice(start, at));
  }
  return unterminated(source, quote);
}

function unterminated(source: string, quote: number): ReadString {
  const problem = `Unterminated string. Expected delimiter: ${String.fromCharCode(quote)}.`;
  return { text: '', end: source.length, problem };
}

const simple: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '/': '/',
};

/** Reads on from the first unit that does not stand for itself. */
class StringReader {
  readonly #source: string;
  readonly #quote: number;
  readonly #breaks: number[] = [];
  #at: number;
  #problem: string | undefined;

  constructor(source: string, at: number, quote: number) {
    this.#source = source;
    this.#at = at;
    this.#quote = quote;
  }

  read(before: string): ReadString {
    let text = before;
    let start = this.#at;
    while (this.#at < this.#source.length) {
      const unit = this.#source.charCodeAt(this.#at);
      if (unit === this.#quote) {
        const end = this.#at + 1;
        return { text: text + this.#source.slice(start, this.#at), end, breaks: this.#breaks };
      }
      if (unit === 0x0a || unit === 0x0d) this.#breaks.push(this.#at);
      if (unit !== backslash) {
        this.#at++;
        continue;
      }
      text += this.#source.slice(start, this.#at) + this.#escape();
      if (this.#problem !== undefined)
        return { text: '', end: this.#at, problem: this.#problem, breaks: this.#breaks };
      start = this.#at;
    }
    return { ...unterminated(this.#source, this.#quote), breaks: this.#breaks };
  }

  #escape(): string {
    const letter = this.#source[this.#at + 1];
    if (letter === undefined) {
      this.#problem = unterminated(this.#source, this.#quote).problem;
      this.#at++;
      return '';
    }
    this.#at += 2;
    if (letter === 'u') return this.#unicode();
    const meant = simple[letter];
    if (meant === undefined) this.#problem = `Bad JSON escape sequence: \\${letter}.`;
    return meant ?? '';
  }

  /** Halves of surrogate pairs that stand alone become U+FFFD. */
  #unicode(): string {
    let text = '';
    let unit = this.#fourDigits();
    while (isHighSurrogate(unit)) {
      if (!this.#source.startsWith('\\u', this.#at)) return `${text}\ufffd`;
      this.#at += 2;
      const next = this.#fourDigits();
      if (isLowSurrogate(next)) return text + String.fromCharCode(unit, next);
      text += '\ufffd';
      unit = next;
    }
    return text + (isLowSurrogate(unit) ? '\ufffd' : String.fromCharCode(unit));
  }

  #fourDigits(): number {
    const digits = this.#source.slice(this.#at, this.#at + 4);
    if (/^[0-9a-fA-F]{4}$/.test(digits)) {
      this.#at += 4;
      return Number.parseInt(digits, 16);
    }
    this.#problem =
      digits.length < 4
        ? 'Unexpected end while parsing Unicode escape sequence.'
        : `Invalid Unicode escape sequence: \\u${digits}.`;
    return 0;
  }
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
