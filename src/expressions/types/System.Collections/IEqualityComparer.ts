import { defineType, membersOf } from '../../declare/defineType.ts';
import { unbox } from '../../runtime/boxing.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';

const member = membersOf<EqualityComparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.iequalitycomparer */
export const IEqualityComparer = defineType({
  name: 'System.Collections.IEqualityComparer',
  kind: 'interface',
  members: [
    member(
      'bool Equals(object? x, object? y)',
      (self, x, y) => self.equals(unbox(x), unbox(y)),
      '((System.Collections.IEqualityComparer)StringComparer.Ordinal).Equals("a", "a") // true',
    ),
    member(
      'int GetHashCode(object obj)',
      (self, value) => self.hashCode(unbox(value)),
      '((System.Collections.IEqualityComparer)EqualityComparer<int>.Default).GetHashCode(5) // 5',
    ),
  ],
});
