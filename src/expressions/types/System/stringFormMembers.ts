/** The same string in another case or another form of Unicode, or as characters. */
import {
  toLowerIn,
  toLowerSimple,
  toUpperIn,
  toUpperSimple,
} from '../../../lib/unicode/simpleCase.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import { normalize } from '../System.Text/NormalizationForm.ts';
import { SystemChar } from './Char.ts';
import { substring } from './stringEditing.ts';

const member = membersOf<string>();
const composed = 1;

export const formMembers: readonly MemberDeclaration[] = [
  member('string ToLower()', toLowerSimple, '"ÄB".ToLower() // "äb"'),
  member(
    'string ToLower(CultureInfo? culture)',
    (self, culture) => toLowerIn(self, providerCulture(culture).name),
    '"AB".ToLower(CultureInfo.InvariantCulture) // "ab"',
    '"I".ToLower(new CultureInfo("tr-TR")) // "ı"',
  ),
  member('string ToLowerInvariant()', toLowerSimple, '"AB".ToLowerInvariant() // "ab"'),
  member('string ToUpper()', toUpperSimple, '"äß".ToUpper() // "Äß"'),
  member(
    'string ToUpper(CultureInfo? culture)',
    (self, culture) => toUpperIn(self, providerCulture(culture).name),
    '"ab".ToUpper(CultureInfo.InvariantCulture) // "AB"',
  ),
  member('string ToUpperInvariant()', toUpperSimple, '"ab".ToUpperInvariant() // "AB"'),
  member('string ToString(IFormatProvider? provider)', (self) => self, '"a".ToString(null) // "a"'),
  member(
    'bool IsNormalized()',
    (self) => normalize(self, composed) === self,
    '"e\\u0301".IsNormalized() // false',
  ),
  member(
    'bool IsNormalized(NormalizationForm normalizationForm)',
    (self, form) => normalize(self, form) === self,
    '"e\\u0301".IsNormalized(NormalizationForm.FormD) // true',
  ),
  member(
    'string Normalize()',
    (self) => normalize(self, composed),
    '"e\\u0301".Normalize().Length // 1',
    '"\\ud800".Normalize() // throws System.ArgumentException',
  ),
  member(
    'string Normalize(NormalizationForm normalizationForm)',
    (self, form) => normalize(self, form),
    '"é".Normalize(NormalizationForm.FormD).Length // 2',
  ),
  member(
    'char[] ToCharArray()',
    (self, _types, environment) => {
      environment.allowItems(self.length);
      return unitArray(self);
    },
    '"abc".ToCharArray().Length // 3',
  ),
  member(
    'char[] ToCharArray(int startIndex, int length)',
    (self, start, length) => {
      if (start < 0 || start > self.length) throw new ArgumentOutOfRangeException('startIndex');
      return unitArray(substring(self, start, length));
    },
    '"abc".ToCharArray(1, 2).Length // 2',
  ),
  member(
    'void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)',
    (self, sourceIndex, destination, destinationIndex, count) => {
      if (count < 0) throw new ArgumentOutOfRangeException('count');
      if (sourceIndex < 0 || sourceIndex + count > self.length)
        throw new ArgumentOutOfRangeException('sourceIndex');
      if (destinationIndex < 0 || destinationIndex + count > destination.length)
        throw new ArgumentOutOfRangeException('destinationIndex');
      for (let i = 0; i < count; i++)
        destination.setAt(destinationIndex + i, self.charCodeAt(sourceIndex + i));
    },
    `((Func<string>)(() => { var to = new[] { '-', '-' }; "abc".CopyTo(2, to, 0, 1); return new string(to); }))() // "c-"`,
  ),
];

function unitArray(text: string): NetArray {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return new NetArray(SystemChar.construct(), units);
}
