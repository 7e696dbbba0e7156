import { defineType, membersOf } from '../../declare/defineType.ts';
import { unboxAs } from '../../runtime/boxing.ts';
import { NetComparer } from '../../runtime/collections/NetComparer.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import type { Comparer } from '../../runtime/order.ts';

const member = membersOf<Comparer>();

/** https://learn.microsoft.com/dotnet/api/system.collections.icomparer */
export const IComparer = defineType({
  name: 'System.Collections.IComparer',
  kind: 'interface',
  members: [
    member(
      'int Compare(object? x, object? y)',
      compareObjects,
      '((System.Collections.IComparer)StringComparer.Ordinal).Compare("a", "a") // 0',
      '((System.Collections.IComparer)Comparer<int>.Default).Compare(1, 2L) // throws System.ArgumentException',
    ),
  ],
});

/** A `Comparer<T>` takes nothing but values of T. @throws ArgumentException */
function compareObjects(
  self: Comparer,
  x: NonNullable<unknown> | null,
  y: NonNullable<unknown> | null,
): number {
  if (!(self instanceof NetComparer)) return self.compare(x, y);
  if (x === null || y === null) return Number(y === null) - Number(x === null);
  const [type] = self.typeArguments;
  if (isInstance(x, type) && isInstance(y, type)) {
    return self.compare(unboxAs(x, type), unboxAs(y, type));
  }
  throw new ArgumentException('Type of argument is not compatible with the generic comparer.');
}
