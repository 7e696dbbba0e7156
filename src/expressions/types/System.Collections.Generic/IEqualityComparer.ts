import { defineType, membersOf } from '../../declare/defineType.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';

const member = membersOf<EqualityComparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.iequalitycomparer-1 */
export const IEqualityComparerOfT = defineType({
  name: 'System.Collections.Generic.IEqualityComparer<in T>',
  kind: 'interface',
  members: [
    member(
      'bool Equals(T? x, T? y)',
      (self, x, y) => self.equals(x, y),
      '((IEqualityComparer<string>)StringComparer.OrdinalIgnoreCase).Equals("a", "A") // true',
    ),
    member(
      'int GetHashCode(T obj)',
      (self, value) => self.hashCode(value),
      '((IEqualityComparer<string>)EqualityComparer<string>.Default).GetHashCode("a") == "a".GetHashCode() // true',
    ),
  ],
});
