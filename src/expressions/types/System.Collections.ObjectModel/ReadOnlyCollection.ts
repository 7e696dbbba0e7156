import { defineType, membersOf } from '../../declare/defineType.ts';
import { asList } from '../../runtime/collections/ArrayAsList.ts';
import { scanCost } from '../../runtime/collections/checks.ts';
import { copyItems } from '../../runtime/collections/copyItems.ts';
import { NetReadOnlyCollection } from '../../runtime/collections/NetReadOnlyCollection.ts';
import { Enumerator } from '../../runtime/Enumerator.ts';

const member = membersOf<NetReadOnlyCollection>();

/** https://learn.microsoft.com/dotnet/api/system.collections.objectmodel.readonlycollection-1 */
export const ReadOnlyCollectionOfT = defineType({
  name: 'System.Collections.ObjectModel.ReadOnlyCollection<T>',
  kind: 'class',
  implements: ['IList<T>', 'IReadOnlyList<T>', 'System.Collections.IList'],
  represents: NetReadOnlyCollection,
  members: [
    member(
      'ReadOnlyCollection(IList<T> list)',
      (list, [type]) => new NetReadOnlyCollection(type!, asList(list)),
      'new System.Collections.ObjectModel.ReadOnlyCollection<int>(new[] { 1, 2 }).Count // 2',
    ),
    member(
      'int Count { get; }',
      (self) => self.count,
      'new List<int> { 1 }.AsReadOnly().Count // 1',
    ),
    member(
      'T this[int index] { get; }',
      (self, index) => self.at(index),
      'new List<int> { 1, 2 }.AsReadOnly()[1] // 2',
      'new List<int>().AsReadOnly()[0] // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'bool Contains(T value)',
      (self, value, _types, environment) => {
        environment.spend(scanCost(self.count));
        return self.contains(value);
      },
      'new List<int> { 1 }.AsReadOnly().Contains(1) // true',
    ),
    member(
      'int IndexOf(T value)',
      (self, value, _types, environment) => {
        environment.spend(scanCost(self.count));
        return self.indexOf(value);
      },
      'new List<int> { 1, 2 }.AsReadOnly().IndexOf(2) // 1',
    ),
    member(
      'void CopyTo(T[] array, int index)',
      (self, array, index, _types, environment) => copyItems(self, array, index, environment),
      '((Func<int>)(() => { var a = new int[1]; new List<int> { 5 }.AsReadOnly().CopyTo(a, 0); return a[0]; }))() // 5',
    ),
    member(
      'IEnumerator<T> GetEnumerator()',
      (self) => new Enumerator(self.elementType, self),
      'new List<int>().AsReadOnly().GetEnumerator().MoveNext() // false',
    ),
  ],
});
