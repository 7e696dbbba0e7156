import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  CustomEqualityComparer,
  NetEqualityComparer,
} from '../../runtime/collections/NetEqualityComparer.ts';

const member = membersOf<NetEqualityComparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.equalitycomparer-1 */
export const EqualityComparerOfT = defineType({
  name: 'System.Collections.Generic.EqualityComparer<T>',
  kind: 'class',
  implements: ['IEqualityComparer<T>', 'System.Collections.IEqualityComparer'],
  represents: [NetEqualityComparer, CustomEqualityComparer],
  members: [
    member(
      'static EqualityComparer<T> Default { get; }',
      ([type]) => new NetEqualityComparer(type!),
      'EqualityComparer<int>.Default.Equals(1, 1) // true',
    ),
    member(
      'static EqualityComparer<T> Create(Func<T, T, bool> equals, Func<T, int>? getHashCode = null)',
      (equals, getHashCode, [type]) => new CustomEqualityComparer(type!, equals, getHashCode),
      'new[] { 1, 2, 3 }.Distinct(EqualityComparer<int>.Create((x, y) => x % 2 == y % 2, x => x % 2)).Count() // 2',
    ),
    member(
      'bool Equals(T? x, T? y)',
      (self, x, y) => self.equals(x, y),
      'EqualityComparer<string>.Default.Equals("a", "A") // false',
    ),
    member(
      'int GetHashCode(T obj)',
      (self, value) => self.hashCode(value),
      'EqualityComparer<int>.Default.GetHashCode(5) // 5',
    ),
  ],
});
