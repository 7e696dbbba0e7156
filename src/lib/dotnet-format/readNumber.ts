import type { Digits } from './Digits.ts';
import type { NumberFormat } from './NumberFormat.ts';
import { NumberStyles } from './NumberStyles.ts';

/**
 * Reads the text of a number in the form that .NET's Parse methods document:
 * `[ws][$][sign][digits,]digits[.fractional-digits][E[sign]exponential-digits][ws]`, as far as
 * `styles` (NumberStyles, not hexadecimal) allows. Zeros at the end are kept: decimals count them.
 * Undefined when the text is no such number.
 */
export function readNumber(text: string, styles: number, format: NumberFormat): Digits | undefined {
  return new NumberReader(text, styles, format).number();
}

/** Exponents beyond this are all the same: infinity or zero. */
const maximumExponent = 9999;

class NumberReader {
  readonly #text: string;
  readonly #styles: number;
  readonly #format: NumberFormat;
  readonly #decimalSeparators: readonly string[];
  readonly #groupSeparators: readonly string[];
  #next = 0;
  #signed = false;
  #isNegative = false;
  #openParentheses = false;
  #currencySeen = false;
  #digits = '';
  #scale = 0;
  #digitsSeen = false;

  constructor(text: string, styles: number, format: NumberFormat) {
    this.#text = text;
    this.#styles = styles;
    this.#format = format;
    const isCurrency = this.#allows(NumberStyles.AllowCurrencySymbol);
    const { numberDecimalSeparator, numberGroupSeparator } = format;
    const { currencyDecimalSeparator, currencyGroupSeparator } = format;
    this.#decimalSeparators = isCurrency
      ? [currencyDecimalSeparator, numberDecimalSeparator]
      : [numberDecimalSeparator];
    this.#groupSeparators = isCurrency
      ? [currencyGroupSeparator, numberGroupSeparator]
      : [numberGroupSeparator];
  }

  number(): Digits | undefined {
    this.#leading();
    const hasPoint = this.#body();
    if (!this.#digitsSeen) return undefined;
    this.#exponent();
    this.#trailing();
    this.#skipNulls();
    if (this.#openParentheses || this.#next < this.#text.length) return undefined;
    // A zero without a decimal point has no sign; with one it keeps its sign and its zeros.
    const isNegative = this.#isNegative && (this.#digits !== '' || hasPoint);
    return { isNegative, digits: this.#digits, scale: this.#scale };
  }

  #leading(): void {
    while (this.#leadingPart());
  }

  #leadingPart(): boolean {
    if (this.#leadingWhite() || this.#sign(NumberStyles.AllowLeadingSign)) return true;
    if (!this.#signed && this.#allows(NumberStyles.AllowParentheses) && this.#accept('(')) {
      this.#signed = this.#isNegative = this.#openParentheses = true;
      return true;
    }
    return this.#currency();
  }

  /** "-kr 1231.47" is legal but "- 1231.47" is not, unless the culture writes numbers that way. */
  #leadingWhite(): boolean {
    const isLegal = !this.#signed || this.#currencySeen || this.#format.numberNegativePattern === 2;
    return isLegal && this.#allows(NumberStyles.AllowLeadingWhite) && this.#white();
  }

  #sign(style: number): boolean {
    if (this.#signed || !this.#allows(style)) return false;
    if (this.#accept(this.#format.positiveSign)) return (this.#signed = true);
    if (!this.#accept(this.#format.negativeSign)) return false;
    return (this.#signed = this.#isNegative = true);
  }

  #currency(): boolean {
    if (this.#currencySeen || !this.#allows(NumberStyles.AllowCurrencySymbol)) return false;
    return (this.#currencySeen = this.#accept(this.#format.currencySymbol));
  }

  /** Digits, group separators and the decimal point; tells whether there was a point. */
  #body(): boolean {
    let hasPoint = false;
    for (;;) {
      const digits = this.#digitRun();
      if (digits !== '') this.#addDigits(digits, hasPoint);
      else if (!hasPoint && this.#decimalPoint()) hasPoint = true;
      else if (hasPoint || !this.#groupSeparator()) return hasPoint;
    }
  }

  #digitRun(): string {
    const start = this.#next;
    while (isDigit(this.#text.charCodeAt(this.#next))) this.#next++;
    return this.#text.slice(start, this.#next);
  }

  #addDigits(digits: string, areDecimals: boolean): void {
    this.#digitsSeen = true;
    const significant = this.#digits === '' ? digits.replace(/^0+/, '') : digits;
    this.#digits += significant;
    if (!areDecimals) this.#scale += significant.length;
    else this.#scale -= digits.length - significant.length;
  }

  #decimalPoint(): boolean {
    if (!this.#allows(NumberStyles.AllowDecimalPoint)) return false;
    return this.#separator(this.#decimalSeparators);
  }

  #groupSeparator(): boolean {
    if (!this.#digitsSeen || !this.#allows(NumberStyles.AllowThousands)) return false;
    return this.#separator(this.#groupSeparators);
  }

  /** The second separator is that of plain numbers; a currency symbol rules it out. */
  #separator([first = '', second = '']: readonly string[]): boolean {
    return this.#accept(first) || (!this.#currencySeen && this.#accept(second));
  }

  #exponent(): void {
    if (!this.#allows(NumberStyles.AllowExponent)) return;
    const start = this.#next;
    if (!this.#accept('E') && !this.#accept('e')) return;
    const isPositive = this.#accept(this.#format.positiveSign);
    const isNegative = !isPositive && this.#accept(this.#format.negativeSign);
    const digits = this.#digitRun();
    if (digits === '') {
      this.#next = start;
      return;
    }
    const exponent = Math.min(Number(digits), maximumExponent);
    this.#scale += isNegative ? -exponent : exponent;
  }

  #trailing(): void {
    while (this.#trailingPart());
  }

  #trailingPart(): boolean {
    if (this.#allows(NumberStyles.AllowTrailingWhite) && this.#white()) return true;
    if (this.#sign(NumberStyles.AllowTrailingSign)) return true;
    if (this.#openParentheses && this.#accept(')')) {
      this.#openParentheses = false;
      return true;
    }
    return this.#currency();
  }

  /** NULs behind the number are ignored in every style. */
  #skipNulls(): void {
    while (this.#text[this.#next] === '\0') this.#next++;
  }

  #white(): boolean {
    if (!isWhite(this.#text.charCodeAt(this.#next))) return false;
    this.#next++;
    return true;
  }

  #allows(style: number): boolean {
    return (this.#styles & style) !== 0;
  }

  /** A no-break space of the culture also matches the space that people type. */
  #accept(word: string): boolean {
    if (word === '') return false;
    const end = this.#next + word.length;
    const found = this.#text.slice(this.#next, end);
    if (found !== word && found !== word.replaceAll(/[\u00A0\u202F]/g, ' ')) return false;
    this.#next = end;
    return true;
  }
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** White space of numbers: tab to carriage return, and the space. */
function isWhite(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}
