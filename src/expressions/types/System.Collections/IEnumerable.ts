import { defineType, membersOf } from '../../declare/defineType.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { objectType } from './objectType.ts';

const member = membersOf<object>();

/** https://learn.microsoft.com/dotnet/api/system.collections.ienumerable */
export const IEnumerable = defineType({
  name: 'System.Collections.IEnumerable',
  kind: 'interface',
  members: [
    member(
      'System.Collections.IEnumerator GetEnumerator()',
      (self) => enumeratorOf(self, objectType(), isStrict(self)),
      '((System.Collections.IEnumerable)new[] { 1 }).GetEnumerator().MoveNext() // true',
    ),
  ],
});

/** Collections say when there is no current element; the iterators of LINQ do not. */
function isStrict(self: object): boolean {
  return !(self instanceof Sequence);
}
