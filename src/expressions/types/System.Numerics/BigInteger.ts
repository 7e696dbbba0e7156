import { formatInteger } from '../../../lib/dotnet-format/formatNumber.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { Culture } from '../../runtime/Culture.ts';
import { FormatException } from '../../runtime/exceptions.ts';
import { BigInteger } from '../../runtime/json/BigInteger.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';

const member = membersOf<BigInteger>();

const large = '((JValue)JToken.Parse("12345678901234567890")).Value';

/**
 * https://learn.microsoft.com/dotnet/api/system.numerics.biginteger, its texts and order only: the
 * gateway's allow list keeps it out, but a large integer in JSON must be something.
 */
export const NumericsBigInteger = defineType({
  name: 'System.Numerics.BigInteger',
  kind: 'struct',
  implements: ['IComparable', 'IFormattable'],
  represents: BigInteger,
  behaviour: {
    text: bigIntegerText,
    equals: (value: BigInteger, other) =>
      other instanceof BigInteger && value.value === other.value,
    key: (value: BigInteger) => value.value,
    compare: (value: BigInteger, other: BigInteger) =>
      value.value === other.value ? 0 : value.value < other.value ? -1 : 1,
    zero: () => new BigInteger(0n),
  },
  members: [
    member(
      'string ToString(string? format)',
      (self, format) => bigIntegerText(self, format, invariantCulture),
      `((IFormattable)${large}).ToString("N0", null) // "12,345,678,901,234,567,890"`,
    ),
    member(
      'string ToString(IFormatProvider? provider)',
      (self, provider) => bigIntegerText(self, null, providerCulture(provider)),
      `${large}.ToString() // "12345678901234567890"`,
    ),
    member(
      'string ToString(string? format, IFormatProvider? provider)',
      (self, format, provider) => bigIntegerText(self, format, providerCulture(provider)),
      `((IFormattable)${large}).ToString("D", null) // "12345678901234567890"`,
    ),
  ],
});

/** Unlike other integers it has no size: 50 digits of `R` and `G` are all of them. */
function bigIntegerText({ value }: BigInteger, format: string | null, culture: Culture): string {
  const text = formatInteger(value, format, culture.numberFormat, { bits: 64, digits: 50 });
  if (text === undefined) throw new FormatException('Format specifier was invalid.');
  return text;
}
