const space = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const letter = /\p{L}/u;

/** `char.IsWhiteSpace` of one UTF-16 unit, or of nothing. */
export function isSpace(unit: string): boolean {
  return space.test(unit);
}

export function isLetter(unit: string): boolean {
  return letter.test(unit);
}

export function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}

/** Digits that were read, and what they are worth. */
export interface Digits {
  readonly value: number;
  readonly length: number;
}

/** A text and a place in it. */
export class DateText {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The UTF-16 unit here; empty at the end. */
  get unit(): string {
    return this.text[this.at] ?? '';
  }

  skipSpace(): void {
    while (!this.isAtEnd && isSpace(this.unit)) this.at++;
  }

  /** Goes past a text that stands here exactly. */
  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  /** Whether a text stands here, in any case. */
  holds(expected: string): boolean {
    const own = this.text.slice(this.at, this.at + expected.length);
    return own.toLowerCase() === expected.toLowerCase();
  }

  /** The same, where the text is no part of a longer word. */
  holdsWord(expected: string): boolean {
    return this.holds(expected) && !isLetter(this.text[this.at + expected.length] ?? '');
  }

  /** Goes past so many digits at most; undefined, and not moved, when there are fewer than `least`. */
  digits(least: number, most: number): Digits | undefined {
    let end = this.at;
    while (end < this.text.length && end - this.at < most && isDigit(this.text[end]!)) end++;
    const length = end - this.at;
    if (length < least) return undefined;
    const value = Number(this.text.slice(this.at, end));
    this.at = end;
    return { value, length };
  }
}

export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text[start]!)) start++;
  return text.slice(start);
}

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1]!)) end--;
  return text.slice(0, end);
}
