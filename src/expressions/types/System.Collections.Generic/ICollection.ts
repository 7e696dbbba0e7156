import { defineType, membersOf } from '../../declare/defineType.ts';
import { asCollection, countOf } from '../../runtime/collections/ArrayAsList.ts';
import { scanCost } from '../../runtime/collections/checks.ts';
import { copyItems } from '../../runtime/collections/copyItems.ts';
import type { CollectionProtocol } from '../../runtime/collections/protocols.ts';
import type { NetArray } from '../../runtime/NetArray.ts';

const member = membersOf<NetArray | CollectionProtocol>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.icollection-1 */
export const ICollectionOfT = defineType({
  name: 'System.Collections.Generic.ICollection<T>',
  kind: 'interface',
  implements: ['IEnumerable<T>'],
  members: [
    member('int Count { get; }', countOf, '((ICollection<int>)new List<int> { 1 }).Count // 1'),
    member(
      'bool IsReadOnly { get; }',
      (self) => asCollection(self).isReadOnly,
      '((ICollection<int>)new List<int>()).IsReadOnly // false',
      '((ICollection<int>)new int[1]).IsReadOnly // true',
    ),
    member(
      'void Add(T item)',
      (self, item, _types, environment) => {
        asCollection(self).add(item, environment);
      },
      '((Func<int>)(() => { ICollection<int> c = new HashSet<int>(); c.Add(1); c.Add(1); return c.Count; }))() // 1',
      '((Func<int>)(() => { ICollection<int> c = new int[1]; c.Add(1); return c.Count; }))() // throws System.NotSupportedException',
    ),
    member(
      'void Clear()',
      (self) => asCollection(self).clear(),
      '((Func<int>)(() => { ICollection<int> c = new List<int> { 1 }; c.Clear(); return c.Count; }))() // 0',
    ),
    member(
      'bool Contains(T item)',
      (self, item, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        return asCollection(self).contains(item);
      },
      '((ICollection<string>)new[] { "a", "b" }).Contains("b") // true',
    ),
    member(
      'void CopyTo(T[] array, int arrayIndex)',
      (self, array, arrayIndex, _types, environment) =>
        copyItems(asCollection(self), array, arrayIndex, environment),
      '((Func<int>)(() => { ICollection<int> c = new HashSet<int> { 5 }; var a = new int[2]; c.CopyTo(a, 1); return a[1]; }))() // 5',
    ),
    member(
      'bool Remove(T item)',
      (self, item, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        return asCollection(self).remove(item);
      },
      '((ICollection<int>)new List<int> { 1 }).Remove(1) // true',
    ),
  ],
});
