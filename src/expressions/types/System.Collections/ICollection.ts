import { defineType, membersOf } from '../../declare/defineType.ts';
import { countOf } from '../../runtime/collections/ArrayAsList.ts';
import type { Countable } from '../../runtime/collections/ArrayAsList.ts';
import { copyCollection } from '../../runtime/collections/copyCollection.ts';
import { elementTypeOf } from '../../runtime/iterate.ts';
import { objectType } from './objectType.ts';

const member = membersOf<Countable>();

/** https://learn.microsoft.com/dotnet/api/system.collections.icollection */
export const ICollection = defineType({
  name: 'System.Collections.ICollection',
  kind: 'interface',
  implements: ['System.Collections.IEnumerable'],
  members: [
    member(
      'int Count { get; }',
      countOf,
      '((System.Collections.ICollection)new[] { 1 }).Count // 1',
    ),
    member(
      'bool IsSynchronized { get; }',
      () => false,
      '((System.Collections.ICollection)new[] { 1 }).IsSynchronized // false',
    ),
    member(
      'object SyncRoot { get; }',
      (self) => self,
      '((System.Collections.ICollection)new[] { 1 }).SyncRoot == null // false',
    ),
    member(
      'void CopyTo(Array array, int index)',
      (self, array, index, _types, environment) =>
        copyCollection(self, elementTypeOf(self) ?? objectType(), array, index, environment),
      '((Func<int>)(() => { var a = new int[2]; ((System.Collections.ICollection)new List<int> { 5 }).CopyTo(a, 1); return a[1]; }))() // 5',
    ),
  ],
});
