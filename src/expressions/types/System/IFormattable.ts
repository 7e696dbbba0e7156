import { defineType, membersOf } from '../../declare/defineType.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import { toText } from '../../runtime/toText.ts';

const member = membersOf<NonNullable<unknown>>();

/** https://learn.microsoft.com/dotnet/api/system.iformattable */
export const SystemIFormattable = defineType({
  name: 'System.IFormattable',
  kind: 'interface',
  members: [
    member(
      'string ToString(string? format, IFormatProvider? formatProvider)',
      (self, format, provider) => toText(self, format, providerCulture(provider)),
      '((IFormattable)12).ToString("000", null) // "012"',
    ),
  ],
});
