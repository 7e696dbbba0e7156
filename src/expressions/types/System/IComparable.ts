import { defineType, membersOf } from '../../declare/defineType.ts';
import { Box } from '../../runtime/Box.ts';
import { compareBoxed } from '../../runtime/order.ts';

const member = membersOf<NonNullable<unknown>>();

/** https://learn.microsoft.com/dotnet/api/system.icomparable */
export const SystemIComparable = defineType({
  name: 'System.IComparable',
  kind: 'interface',
  members: [
    member(
      'int CompareTo(object? obj)',
      (self, obj) => compareBoxed(self, obj),
      '((IComparable)1).CompareTo(2) // -1',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.icomparable-1 */
export const SystemIComparableOfT = defineType({
  name: 'System.IComparable<in T>',
  kind: 'interface',
  members: [
    member(
      'int CompareTo(T? other)',
      (self, other: unknown) => compareBoxed(self, boxedLike(self, other)),
      '((IComparable<string>)"b").CompareTo("a") // 1',
    ),
  ],
});

/** The argument comes in its static representation; its type is that of the receiver. */
export function boxedLike(self: NonNullable<unknown>, other: unknown): unknown {
  const isBare = typeof other === 'number' || typeof other === 'bigint';
  return self instanceof Box && isBare ? new Box(self.type, other) : other;
}
