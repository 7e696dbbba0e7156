/**
 * Reads custom numeric format strings
 * (https://learn.microsoft.com/dotnet/standard/base-types/custom-numeric-format-strings).
 */
export type PictureToken =
  | { readonly kind: 'digit'; readonly isZero: boolean }
  | { readonly kind: 'point' | 'percent' | 'perMille' }
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'exponent';
      readonly letter: string;
      /** Whether a positive exponent is written with its sign: `E+0`, not `E0` or `E-0`. */
      readonly showsPlus: boolean;
      readonly digits: number;
      readonly text: string;
    };

/** One of the parts between semicolons, and what follows from its placeholders. */
export interface PictureSection {
  readonly tokens: readonly PictureToken[];
  readonly isEmpty: boolean;
  readonly placeholders: number;
  /** Placeholders in front of the decimal point. */
  readonly integerPlaceholders: number;
  /** Integer digits that are written even when they are zero. */
  readonly minimumIntegerDigits: number;
  /** Decimal digits that are written even when they are zero. */
  readonly minimumDecimals: number;
  readonly groups: boolean;
  /** Power of ten by which `%`, `‰` and trailing commas scale the number. */
  readonly scale: number;
  readonly isScientific: boolean;
}

/** The sections of a custom format, at least one. */
export type Picture = readonly PictureSection[];

export function readPicture(format: string): Picture {
  const sections: PictureSection[] = [];
  const reader = new PictureReader(format);
  do sections.push(reader.section());
  while (reader.acceptSeparator());
  return sections;
}

class PictureReader {
  readonly #format: string;
  #next = 0;

  constructor(format: string) {
    this.#format = format;
  }

  acceptSeparator(): boolean {
    if (this.#format[this.#next] !== ';') return false;
    this.#next++;
    return true;
  }

  section(): PictureSection {
    const tokens: PictureToken[] = [];
    const counter = new PlaceholderCounter();
    const start = this.#next;
    while (this.#next < this.#format.length && this.#format[this.#next] !== ';') {
      if (this.#format[this.#next] === ',') {
        counter.comma();
        this.#next++;
        continue;
      }
      const token = this.#token();
      counter.count(token);
      tokens.push(token);
    }
    return counter.section(tokens, start === this.#next);
  }

  #token(): PictureToken {
    const letter = this.#format[this.#next++]!;
    switch (letter) {
      case '0':
      case '#':
        return { kind: 'digit', isZero: letter === '0' };
      case '.':
        return { kind: 'point' };
      case '%':
        return { kind: 'percent' };
      case '‰':
        return { kind: 'perMille' };
      case "'":
      case '"':
        return { kind: 'literal', text: this.#quoted(letter) };
      case '\\':
        return { kind: 'literal', text: this.#format[this.#next++] ?? '' };
      case 'E':
      case 'e':
        return this.#exponent(letter);
      default:
        return { kind: 'literal', text: letter };
    }
  }

  #quoted(quote: string): string {
    const end = this.#format.indexOf(quote, this.#next);
    const text = this.#format.slice(this.#next, end < 0 ? undefined : end);
    this.#next = end < 0 ? this.#format.length : end + 1;
    return text;
  }

  #exponent(letter: string): PictureToken {
    const pattern = /([+-]?)(0+)/y;
    pattern.lastIndex = this.#next;
    const match = pattern.exec(this.#format);
    if (!match) return { kind: 'literal', text: letter };
    this.#next = pattern.lastIndex;
    const [text, sign, zeros = ''] = match;
    const digits = Math.min(zeros.length, 10);
    return { kind: 'exponent', letter, showsPlus: sign === '+', digits, text: letter + text };
  }
}

/** Counts the placeholders of a section and tells what its commas mean. */
class PlaceholderCounter {
  #placeholders = 0;
  #firstZero: number | undefined;
  #lastZero = 0;
  #point: number | undefined;
  #groups = false;
  #scale = 0;
  #isScientific = false;
  /** Place and number of the last run of commas, which scale if the point follows at once. */
  #commasAt: number | undefined;
  #commas = 0;

  comma(): void {
    if (this.#placeholders === 0 || this.#point !== undefined) return;
    if (this.#commasAt === this.#placeholders) {
      this.#commas++;
      return;
    }
    if (this.#commasAt !== undefined) this.#groups = true;
    this.#commasAt = this.#placeholders;
    this.#commas = 1;
  }

  count(token: PictureToken): void {
    if (token.kind === 'digit') this.#digit(token.isZero);
    else if (token.kind === 'point') this.#point ??= this.#placeholders;
    else if (token.kind === 'percent') this.#scale += 2;
    else if (token.kind === 'perMille') this.#scale += 3;
    else if (token.kind === 'exponent') this.#isScientific = true;
  }

  #digit(isZero: boolean): void {
    if (isZero) this.#firstZero ??= this.#placeholders;
    this.#placeholders++;
    if (isZero) this.#lastZero = this.#placeholders;
  }

  section(tokens: readonly PictureToken[], isEmpty: boolean): PictureSection {
    const point = this.#point ?? this.#placeholders;
    const commasScale = this.#commasAt === point;
    return {
      tokens,
      isEmpty,
      placeholders: this.#placeholders,
      integerPlaceholders: point,
      minimumIntegerDigits: Math.max(point - (this.#firstZero ?? point), 0),
      minimumDecimals: Math.max(this.#lastZero - point, 0),
      groups: this.#groups || (this.#commasAt !== undefined && !commasScale),
      scale: this.#scale - (commasScale ? 3 * this.#commas : 0),
      isScientific: this.#isScientific,
    };
  }
}
