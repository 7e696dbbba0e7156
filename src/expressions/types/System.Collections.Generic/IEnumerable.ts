import { defineType, membersOf } from '../../declare/defineType.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { elementTypeOf } from '../../runtime/iterate.ts';
import { OrderedSequence } from '../../runtime/collections/OrderedSequence.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

const member = membersOf<unknown>();

/**
 * https://learn.microsoft.com/dotnet/api/system.collections.generic.ienumerable-1; the type that the
 * lazy results of LINQ show, whose own classes .NET keeps to itself.
 */
export const IEnumerableOfT = defineType({
  name: 'System.Collections.Generic.IEnumerable<out T>',
  kind: 'interface',
  implements: ['System.Collections.IEnumerable'],
  represents: [Sequence, OrderedSequence],
  members: [
    member(
      'IEnumerator<T> GetEnumerator()',
      (self) => {
        const elementType = ownElementType(self);
        return enumeratorOf(self, elementType);
      },
      'new[] { 1, 2 }.Where(n => n > 1).GetEnumerator().MoveNext() // true',
    ),
  ],
});

/** What carries no element type is a string or holds references. */
function ownElementType(self: unknown): NetType {
  const { registry } = IEnumerableOfT;
  return (
    elementTypeOf(self) ??
    registry.named(typeof self === 'string' ? 'System.Char' : 'System.Object')
  );
}
