import { defineType, membersOf } from '../../declare/defineType.ts';
import { equalsBoxed } from '../../runtime/equality.ts';
import { boxedLike } from './IComparable.ts';

const member = membersOf<NonNullable<unknown>>();

/** https://learn.microsoft.com/dotnet/api/system.iequatable-1 */
export const SystemIEquatableOfT = defineType({
  name: 'System.IEquatable<T>',
  kind: 'interface',
  members: [
    member(
      'bool Equals(T? other)',
      (self, other: unknown) => equalsBoxed(self, boxedLike(self, other)),
      '((IEquatable<long>)5L).Equals(5L) // true',
    ),
  ],
});
