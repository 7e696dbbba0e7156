import { defineType, membersOf } from '../../declare/defineType.ts';
import { checkNonNegative, checkRoom } from '../../runtime/collections/checks.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { storeItem } from '../../runtime/collections/storeItem.ts';
import { copyItems } from '../../runtime/collections/copyItems.ts';
import { NetHashSet } from '../../runtime/collections/NetHashSet.ts';
import { removeWhere, unionWith } from '../../runtime/collections/setOperations.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { setMembers } from './setMembers.ts';

const member = membersOf<NetHashSet>();

/**
 * https://learn.microsoft.com/dotnet/api/system.collections.generic.hashset-1, without Capacity and
 * EnsureCapacity, which show the sizes of .NET's own hash tables.
 */
export const HashSetOfT = defineType({
  name: 'System.Collections.Generic.HashSet<T>',
  kind: 'class',
  implements: ['ISet<T>', 'IReadOnlyCollection<T>'],
  represents: NetHashSet,
  members: [
    member('HashSet()', ([type]) => new NetHashSet(type!), 'new HashSet<int> { 1, 1 }.Count // 1'),
    member(
      'HashSet(int capacity)',
      (capacity, [type]) => {
        checkNonNegative(capacity, 'capacity');
        return new NetHashSet(type!);
      },
      'new HashSet<int>(8).Count // 0',
    ),
    member(
      'HashSet(IEqualityComparer<T>? comparer)',
      (comparer: EqualityComparer | null, [type]) => new NetHashSet(type!, comparer),
      'new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "a", "A" }.Count // 1',
    ),
    member(
      'HashSet(int capacity, IEqualityComparer<T>? comparer)',
      (capacity, comparer: EqualityComparer | null, [type]) => {
        checkNonNegative(capacity, 'capacity');
        return new NetHashSet(type!, comparer);
      },
      'new HashSet<string>(2, StringComparer.OrdinalIgnoreCase) { "a", "A" }.Count // 1',
    ),
    member(
      'HashSet(IEnumerable<T> collection)',
      (collection, types, environment) => copy(collection, null, types, environment),
      'new HashSet<int>(new[] { 1, 2, 1 }).Count // 2',
      'string.Join(",", new HashSet<int>(new[] { 3, 1, 3, 2 })) // "3,1,2"',
    ),
    member(
      'HashSet(IEnumerable<T> collection, IEqualityComparer<T>? comparer)',
      (collection, comparer: EqualityComparer | null, types, environment) =>
        copy(collection, comparer, types, environment),
      'new HashSet<string>(new[] { "a", "A" }, StringComparer.OrdinalIgnoreCase).Count // 1',
    ),
    member('int Count { get; }', (self) => self.count, 'new HashSet<int> { 1, 2 }.Count // 2'),
    member(
      'IEqualityComparer<T> Comparer { get; }',
      (self) => self.comparer,
      'new HashSet<string>().Comparer.Equals("a", "A") // false',
    ),
    ...setMembers('HashSet<int>'),
    member(
      'void Clear()',
      (self) => self.clear(),
      '((Func<int>)(() => { var s = new HashSet<int> { 1 }; s.Clear(); return s.Count; }))() // 0',
    ),
    member(
      'bool Contains(T item)',
      (self, item) => self.contains(item),
      'new HashSet<string> { "a" }.Contains("a") // true',
    ),
    member(
      'void CopyTo(T[] array)',
      (self, array, _types, environment) => copyItems(self, array, 0, environment),
      '((Func<int>)(() => { var a = new int[1]; new HashSet<int> { 5 }.CopyTo(a); return a[0]; }))() // 5',
    ),
    member(
      'void CopyTo(T[] array, int arrayIndex)',
      (self, array, arrayIndex, _types, environment) =>
        copyItems(self, array, arrayIndex, environment),
      '((Func<int>)(() => { var a = new int[2]; new HashSet<int> { 5 }.CopyTo(a, 1); return a[1]; }))() // 5',
    ),
    member(
      'void CopyTo(T[] array, int arrayIndex, int count)',
      (self, array, arrayIndex, count, _types, environment) => {
        checkNonNegative(arrayIndex, 'arrayIndex');
        checkNonNegative(count, 'count');
        checkRoom(array.length, arrayIndex, count);
        environment.spend(count);
        let at = arrayIndex;
        for (const item of Iterator.from(self).take(count))
          storeItem(array, at++, item, self.elementType);
      },
      '((Func<int>)(() => { var a = new int[1]; new HashSet<int> { 5, 6 }.CopyTo(a, 0, 1); return a[0]; }))() // 5',
    ),
    member(
      'bool Remove(T item)',
      (self, item) => self.remove(item),
      'new HashSet<int> { 1 }.Remove(2) // false',
    ),
    member(
      'int RemoveWhere(Predicate<T> match)',
      (self, match, _types, environment) => removeWhere(self, match, environment),
      'new HashSet<int> { 1, 2, 3 }.RemoveWhere(n => n > 1) // 2',
    ),
    member(
      'bool TryGetValue(T equalValue, out T actualValue)',
      (self, equalValue, actualValue) => {
        const isThere = self.contains(equalValue);
        actualValue.value = isThere ? self.find(equalValue) : defaultOf(self.elementType);
        return isThere;
      },
      'new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A" }.TryGetValue("a", out var v) // true',
    ),
    member(
      'void TrimExcess()',
      () => undefined,
      '((Func<int>)(() => { var s = new HashSet<int> { 1 }; s.TrimExcess(); return s.Count; }))() // 1',
    ),
    member(
      'System.Collections.Generic.HashSet.Enumerator<T> GetEnumerator()',
      (self) => enumeratorOf(self, self.elementType),
      'new HashSet<int> { 1 }.GetEnumerator().MoveNext() // true',
    ),
  ],
});

function copy(
  items: unknown,
  comparer: EqualityComparer | null,
  [type]: readonly NetType[],
  environment: Environment,
): NetHashSet {
  const set = new NetHashSet(type!, comparer);
  unionWith(set, items, environment);
  return set;
}
