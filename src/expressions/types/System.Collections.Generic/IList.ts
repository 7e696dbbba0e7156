import { defineType, membersOf } from '../../declare/defineType.ts';
import { asList, countOf } from '../../runtime/collections/ArrayAsList.ts';
import { scanCost } from '../../runtime/collections/checks.ts';
import type { ListProtocol } from '../../runtime/collections/protocols.ts';
import type { NetArray } from '../../runtime/NetArray.ts';

const member = membersOf<NetArray | ListProtocol>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.ilist-1 */
export const IListOfT = defineType({
  name: 'System.Collections.Generic.IList<T>',
  kind: 'interface',
  implements: ['ICollection<T>'],
  members: [
    member(
      'T this[int index] { get; set; }',
      {
        get: (self, index) => asList(self).at(index),
        set: (self, index, value: unknown, _types, environment) =>
          asList(self).setAt(index, value, environment),
      },
      '((IList<int>)new[] { 1, 2 })[1] // 2',
      '((IList<int>)new List<int>())[0] // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'int IndexOf(T item)',
      (self, item, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        return asList(self).indexOf(item);
      },
      '((IList<int>)new[] { 1, 2 }).IndexOf(2) // 1',
    ),
    member(
      'void Insert(int index, T item)',
      (self, index, item, _types, environment) => asList(self).insert(index, item, environment),
      '((Func<string>)(() => { IList<int> l = new List<int> { 1 }; l.Insert(0, 2); return string.Join(",", l); }))() // "2,1"',
    ),
    member(
      'void RemoveAt(int index)',
      (self, index, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        asList(self).removeAt(index);
      },
      '((Func<int>)(() => { IList<int> l = new List<int> { 1, 2 }; l.RemoveAt(0); return l[0]; }))() // 2',
    ),
  ],
});
