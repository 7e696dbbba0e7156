import { defineType, membersOf } from '../../declare/defineType.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { copyItemsWithin } from '../../runtime/collections/copyItems.ts';
import { DictionaryValues } from '../../runtime/collections/DictionaryViews.ts';
import type { NetDictionary } from '../../runtime/collections/NetDictionary.ts';

const member = membersOf<DictionaryValues>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.dictionary-2.valuecollection */
export const DictionaryValueCollection = defineType({
  name: 'System.Collections.Generic.Dictionary.ValueCollection<TKey, TValue>',
  kind: 'class',
  implements: [
    'ICollection<TValue>',
    'IReadOnlyCollection<TValue>',
    'System.Collections.ICollection',
  ],
  represents: DictionaryValues,
  behaviour: {
    text: (values: DictionaryValues) =>
      `System.Collections.Generic.Dictionary\`2+ValueCollection[${values.typeArguments.join(',')}]`,
  },
  members: [
    member(
      'ValueCollection(Dictionary<TKey, TValue> dictionary)',
      (dictionary: NetDictionary) => new DictionaryValues(dictionary),
      'new Dictionary<string, int>().Values.Count // 0',
    ),
    member(
      'int Count { get; }',
      (self) => self.count,
      'new Dictionary<int, int> { { 1, 2 } }.Values.Count // 1',
    ),
    member(
      'void CopyTo(TValue[] array, int index)',
      (self, array, index, _types, environment) => copyItemsWithin(self, array, index, environment),
      '((Func<int>)(() => { var a = new int[1]; new Dictionary<int, int> { { 1, 2 } }.Values.CopyTo(a, 0); return a[0]; }))() // 2',
    ),
    member(
      'System.Collections.Generic.Dictionary.ValueCollection.Enumerator<TKey, TValue> GetEnumerator()',
      (self) => enumeratorOf(self, self.elementType),
      'new Dictionary<int, int>().Values.GetEnumerator().MoveNext() // false',
    ),
  ],
});
