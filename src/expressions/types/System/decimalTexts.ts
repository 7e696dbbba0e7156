import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { formatDecimal, parseDecimal } from '../../../lib/decimal/text.ts';
import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import type { ParseFailure } from '../../../lib/dotnet-format/parseNumber.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { Culture } from '../../runtime/Culture.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { checkFloatStyles, formatted, parsed } from './numberTexts.ts';

const member = membersOf<Decimal>();

/** @throws FormatException */
export function decimalText(value: Decimal, format: string | null, culture: Culture): string {
  return formatted(formatDecimal(value, format, culture.numberFormat));
}

/** @throws FormatException, OverflowException, ArgumentException */
export function decimalFrom(text: string, styles: number, culture: Culture): Decimal {
  return parsed(read(text, styles, culture), 'a Decimal');
}

function read(text: string, styles: number, culture: Culture): Decimal | ParseFailure {
  checkFloatStyles(styles);
  return parseDecimal(text, styles, culture.numberFormat);
}

function tryParse(
  text: string | null,
  styles: number,
  culture: Culture,
  result: Ref<Decimal>,
): boolean {
  // The style is looked at even when there is no text.
  const value = read(text ?? '', styles, culture);
  const isNumber = typeof value !== 'string';
  result.value = isNumber ? value : Decimal.zero;
  return isNumber;
}

/** `Parse`, `TryParse` and `ToString` of System.Decimal. */
export const decimalTexts: readonly MemberDeclaration[] = [
  member(
    'static decimal Parse(string s)',
    (s) => decimalFrom(s, NumberStyles.Number, invariantCulture),
    'decimal.Parse("1,234.50").ToString() // "1234.50"',
    'decimal.Parse("1e3") // throws System.FormatException',
    'decimal.Parse("79228162514264337593543950336") // throws System.OverflowException',
  ),
  member(
    'static decimal Parse(string s, NumberStyles style)',
    (s, style) => decimalFrom(s, style, invariantCulture),
    'decimal.Parse("1e3", NumberStyles.Float) // 1000m',
  ),
  member(
    'static decimal Parse(string s, IFormatProvider? provider)',
    (s, provider) => decimalFrom(s, NumberStyles.Number, providerCulture(provider)),
    'decimal.Parse("1.234,5", new CultureInfo("de-DE")) // 1234.5m',
  ),
  member(
    'static decimal Parse(string s, NumberStyles style, IFormatProvider? provider)',
    (s, style, provider) => decimalFrom(s, style, providerCulture(provider)),
    'decimal.Parse("$1.5", NumberStyles.Currency, new CultureInfo("en-US")) // 1.5m',
  ),
  member(
    'static bool TryParse(string? s, out decimal result)',
    (s, result) => tryParse(s, NumberStyles.Number, invariantCulture, result),
    'decimal.TryParse("1.5", out var d) && d == 1.5m // true',
    'decimal.TryParse("x", out var d) // false',
  ),
  member(
    'static bool TryParse(string? s, IFormatProvider? provider, out decimal result)',
    (s, provider, result) => tryParse(s, NumberStyles.Number, providerCulture(provider), result),
    'decimal.TryParse("1.5", CultureInfo.InvariantCulture, out var d) // true',
  ),
  member(
    'static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out decimal result)',
    (s, style, provider, result) => tryParse(s, style, providerCulture(provider), result),
    'decimal.TryParse("-1", NumberStyles.None, null, out var d) // false',
  ),
  member(
    'string ToString(string? format)',
    (self, format) => decimalText(self, format, invariantCulture),
    '1234.5m.ToString("#,##0.00") // "1,234.50"',
    '1m.ToString("X") // throws System.FormatException',
  ),
  member(
    'string ToString(IFormatProvider? provider)',
    (self, provider) => decimalText(self, null, providerCulture(provider)),
    '1.5m.ToString(new CultureInfo("fr-FR")) // "1,5"',
  ),
  member(
    'string ToString(string? format, IFormatProvider? provider)',
    (self, format, provider) => decimalText(self, format, providerCulture(provider)),
    '(-1234.5m).ToString("C", new CultureInfo("en-US")) // "($1,234.50)"',
  ),
];
