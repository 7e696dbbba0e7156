import { defineType, membersOf } from '../../declare/defineType.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { copyItemsWithin } from '../../runtime/collections/copyItems.ts';
import { DictionaryKeys } from '../../runtime/collections/DictionaryViews.ts';
import type { NetDictionary } from '../../runtime/collections/NetDictionary.ts';

const member = membersOf<DictionaryKeys>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.dictionary-2.keycollection */
export const DictionaryKeyCollection = defineType({
  name: 'System.Collections.Generic.Dictionary.KeyCollection<TKey, TValue>',
  kind: 'class',
  implements: ['ICollection<TKey>', 'IReadOnlyCollection<TKey>', 'System.Collections.ICollection'],
  represents: DictionaryKeys,
  behaviour: {
    text: (keys: DictionaryKeys) =>
      `System.Collections.Generic.Dictionary\`2+KeyCollection[${keys.typeArguments.join(',')}]`,
  },
  members: [
    member(
      'KeyCollection(Dictionary<TKey, TValue> dictionary)',
      (dictionary: NetDictionary) => new DictionaryKeys(dictionary),
      'new Dictionary<string, int>().Keys.Count // 0',
    ),
    member(
      'int Count { get; }',
      (self) => self.count,
      'new Dictionary<int, int> { { 1, 2 } }.Keys.Count // 1',
    ),
    member(
      'bool Contains(TKey item)',
      (self, item) => self.contains(item),
      'new Dictionary<int, int> { { 1, 2 } }.Keys.Contains(1) // true',
    ),
    member(
      'void CopyTo(TKey[] array, int index)',
      (self, array, index, _types, environment) => copyItemsWithin(self, array, index, environment),
      '((Func<int>)(() => { var a = new int[1]; new Dictionary<int, int> { { 1, 2 } }.Keys.CopyTo(a, 0); return a[0]; }))() // 1',
    ),
    member(
      'System.Collections.Generic.Dictionary.KeyCollection.Enumerator<TKey, TValue> GetEnumerator()',
      (self) => enumeratorOf(self, self.elementType),
      'new Dictionary<int, int>().Keys.GetEnumerator().MoveNext() // false',
    ),
  ],
});
