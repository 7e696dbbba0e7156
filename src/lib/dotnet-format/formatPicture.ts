import { roundDigits, zeroDigits } from './Digits.ts';
import type { Digits } from './Digits.ts';
import { separatorPlaces } from './groupDigits.ts';
import type { NumberFormat } from './NumberFormat.ts';
import type { Picture, PictureSection, PictureToken } from './readPicture.ts';
import { exponentText } from './standardFormat.ts';

/** Writes a number by a custom format. */
export function formatPicture(number: Digits, picture: Picture, format: NumberFormat): string {
  const index = sectionFor(number, picture);
  const section = picture[index]!;
  const scaled = scale(number, section);
  if (scaled.digits === '' && number.digits !== '') {
    const zero = sectionFor(zeroDigits, picture);
    if (zero !== index) return writeSection(zeroDigits, picture[zero]!, format);
  }
  const sign = scaled.isNegative && index === 0 ? format.negativeSign : '';
  return sign + writeSection(scaled, section, format);
}

/** Positive, negative, zero; an absent or empty section leaves the case to the first. */
function sectionFor(number: Digits, picture: Picture): number {
  const index = number.digits === '' ? 2 : number.isNegative ? 1 : 0;
  const section = picture[index];
  return section && !section.isEmpty ? index : 0;
}

/** Scales and rounds a number to what the placeholders of the section can show. */
function scale(number: Digits, section: PictureSection): Digits {
  if (number.digits === '') return zeroDigits;
  const scaled = { ...number, scale: number.scale + section.scale };
  const decimals = section.placeholders - section.integerPlaceholders;
  return roundDigits(scaled, section.isScientific ? section.placeholders : scaled.scale + decimals);
}

function writeSection(number: Digits, section: PictureSection, format: NumberFormat): string {
  return new SectionWriter(number, section, format).text();
}

class SectionWriter {
  readonly #section: PictureSection;
  readonly #format: NumberFormat;
  /** Written digits in front of the point, most significant first. */
  readonly #integer: string;
  /** How many digits stand behind each group separator. */
  readonly #separators: ReadonlySet<number>;
  readonly #decimals: string;
  #exponent: number | undefined;
  /** Places in front of the point that are not yet written; negative behind it. */
  #place: number;
  #pointPassed = false;
  #out = '';

  constructor(number: Digits, section: PictureSection, format: NumberFormat) {
    this.#section = section;
    this.#format = format;
    const point = section.isScientific ? section.integerPlaceholders : number.scale;
    this.#integer = integerDigits(number, point, section);
    this.#decimals = '0'.repeat(Math.max(-point, 0)) + number.digits.slice(Math.max(point, 0));
    this.#place = Math.max(this.#integer.length, section.integerPlaceholders);
    const { numberGroupSizes, numberGroupSeparator } = format;
    const groups = section.groups && numberGroupSeparator !== '';
    this.#separators = new Set(
      groups ? separatorPlaces(this.#integer.length, numberGroupSizes) : [],
    );
    if (section.isScientific) this.#exponent = number.digits === '' ? 0 : number.scale - point;
  }

  text(): string {
    for (const token of this.#section.tokens) this.#write(token);
    return this.#out;
  }

  #write(token: PictureToken): void {
    switch (token.kind) {
      case 'digit':
        this.#writeSurplus();
        this.#writeDigit();
        return;
      case 'point':
        this.#writeSurplus();
        this.#writePoint();
        return;
      case 'percent':
        this.#out += this.#format.percentSymbol;
        return;
      case 'perMille':
        this.#out += this.#format.perMilleSymbol;
        return;
      case 'exponent':
        this.#writeExponent(token);
        return;
      default:
        this.#out += token.text;
    }
  }

  /** The first placeholder takes all integer digits for which there is no placeholder. */
  #writeSurplus(): void {
    while (this.#place > this.#section.integerPlaceholders) this.#writeInteger();
  }

  #writeDigit(): void {
    if (this.#place > 0) {
      this.#writeInteger();
      return;
    }
    const index = -this.#place;
    this.#out += this.#decimals[index] ?? (index < this.#section.minimumDecimals ? '0' : '');
    this.#place--;
  }

  #writeInteger(): void {
    const digit = this.#integer[this.#integer.length - this.#place];
    this.#place--;
    if (digit === undefined) return;
    this.#out += digit;
    if (this.#separators.has(this.#place)) this.#out += this.#format.numberGroupSeparator;
  }

  /** Only the first point of a section counts. */
  #writePoint(): void {
    if (this.#pointPassed) return;
    this.#pointPassed = true;
    const { minimumDecimals, placeholders, integerPlaceholders } = this.#section;
    const hasDecimals = placeholders > integerPlaceholders && this.#decimals !== '';
    if (minimumDecimals > 0 || hasDecimals) this.#out += this.#format.numberDecimalSeparator;
  }

  /** Only the first exponent of a section counts; others are text. */
  #writeExponent(token: PictureToken & { kind: 'exponent' }): void {
    if (this.#exponent === undefined) {
      this.#out += token.text;
      return;
    }
    const text = exponentText(this.#exponent, token.letter, token.digits, this.#format);
    const plus = this.#exponent >= 0 && !token.showsPlus ? this.#format.positiveSign.length : 0;
    this.#out += token.letter + text.slice(token.letter.length + plus);
    this.#exponent = undefined;
  }
}

/**
 * The digits in front of the point with the zeros that the section asks for. In scientific
 * notation the number is shifted, so that every integer placeholder has a digit.
 */
function integerDigits(number: Digits, point: number, section: PictureSection): string {
  const digits = point > 0 ? number.digits.slice(0, point) : '';
  if (section.isScientific) return digits.padEnd(Math.max(point, 0), '0');
  const whole = digits === '' ? '' : digits.padEnd(point, '0');
  return whole.padStart(section.minimumIntegerDigits, '0');
}
