import { copyItem } from '../../runtime/collections/storeItem.ts';
/** How a `List<T>` is made, filled, emptied and copied. */
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import {
  checkNonNegative,
  checkRange,
  checkRoom,
  collectionModified,
  scanCost,
} from '../../runtime/collections/checks.ts';
import { listed } from '../../runtime/collections/listed.ts';
import { NetList } from '../../runtime/collections/NetList.ts';
import { NetReadOnlyCollection } from '../../runtime/collections/NetReadOnlyCollection.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  ArgumentException,
  ArgumentNullException,
  ArgumentOutOfRangeException,
} from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';

const member = membersOf<NetList>();

export const listContentMembers: readonly MemberDeclaration[] = [
  member('List()', ([type]) => new NetList(type!), 'new List<int> { 1, 2 }.Count // 2'),
  member(
    'List(int capacity)',
    (capacity, [type], environment) => {
      checkNonNegative(capacity, 'capacity');
      environment.allowItems(capacity);
      const list = new NetList(type!);
      list.capacity = capacity;
      return list;
    },
    'new List<int>(8).Count // 0',
    'new List<int>(-1) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'List(IEnumerable<T> collection)',
    (collection, [type], environment) => new NetList(type!, listed(collection, type!, environment)),
    'new List<char>("ab")[1] // \'b\'',
    'new List<int>((int[])null) // throws System.ArgumentNullException',
  ),
  member(
    'T this[int index] { get; set; }',
    {
      get: (self, index) => self.at(index),
      set: (self, index, value: unknown) => self.setAt(index, value),
    },
    'new List<int> { 1, 2 }[1] // 2',
    'new List<int>()[0] // throws System.ArgumentOutOfRangeException',
  ),
  member('int Count { get; }', (self) => self.count, 'new List<int> { 1, 2 }.Count // 2'),
  member(
    'int Capacity { get; set; }',
    {
      get: (self) => self.capacity,
      set: (self, value, _types, environment) => {
        if (value < self.count) {
          throw new ArgumentOutOfRangeException(
            'value',
            'capacity was less than the current size.',
          );
        }
        environment.allowItems(value);
        self.capacity = value;
      },
    },
    'new List<int> { 1 }.Capacity // 4',
  ),
  member(
    'int EnsureCapacity(int capacity)',
    (self, capacity, _types, environment) => {
      checkNonNegative(capacity, 'capacity');
      environment.allowItems(capacity);
      if (self.capacity < capacity) self.capacity = Math.max(capacity, 4, self.capacity * 2);
      return self.capacity;
    },
    'new List<int>().EnsureCapacity(10) // 10',
  ),
  member(
    'void TrimExcess()',
    (self) => {
      if (self.count < Math.trunc(self.capacity * 0.9)) self.capacity = self.count;
    },
    '((Func<int>)(() => { var l = new List<int> { 1 }; l.TrimExcess(); return l.Capacity; }))() // 1',
  ),
  member(
    'void Add(T item)',
    (self, item, _types, environment) => self.add(item, environment),
    '((Func<int>)(() => { var l = new List<int>(); l.Add(7); return l[0]; }))() // 7',
  ),
  member(
    'void AddRange(IEnumerable<T> collection)',
    (self, collection, _types, environment) => self.addRange(collection, environment),
    '((Func<string>)(() => { var l = new List<int> { 1 }; l.AddRange(new[] { 2, 3 }); return string.Join(",", l); }))() // "1,2,3"',
  ),
  member(
    'System.Collections.ObjectModel.ReadOnlyCollection<T> AsReadOnly()',
    (self) => new NetReadOnlyCollection(self.elementType, self),
    'new List<int> { 1 }.AsReadOnly()[0] // 1',
  ),
  member(
    'void Clear()',
    (self) => self.clear(),
    '((Func<int>)(() => { var l = new List<int> { 1 }; l.Clear(); return l.Count; }))() // 0',
  ),
  member(
    'List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)',
    (self, converter, [type], environment) => {
      environment.spend(self.count);
      return new NetList(
        type!,
        self.items.map((item) => converter(item)),
      );
    },
    'new List<int> { 1, 2 }.ConvertAll<string>(n => n.ToString())[1] // "2"',
  ),
  member(
    'void CopyTo(T[] array)',
    (self, array, _types, environment) => copyTo(self, 0, array, 0, self.count, environment),
    '((Func<int>)(() => { var a = new int[2]; new List<int> { 5, 6 }.CopyTo(a); return a[1]; }))() // 6',
  ),
  member(
    'void CopyTo(T[] array, int arrayIndex)',
    (self, array, arrayIndex, _types, environment) =>
      copyTo(self, 0, array, arrayIndex, self.count, environment),
    '((Func<int>)(() => { var a = new int[2]; new List<int> { 5 }.CopyTo(a, 1); return a[1]; }))() // 5',
    'new List<int> { 5 }.CopyTo(new int[0], 0) // throws System.ArgumentException',
  ),
  member(
    'void CopyTo(int index, T[]? array, int arrayIndex, int count)',
    (self, index, array, arrayIndex, count, _types, environment) =>
      copyTo(self, index, array, arrayIndex, count, environment),
    '((Func<int>)(() => { var a = new int[1]; new List<int> { 5, 6 }.CopyTo(1, a, 0, 1); return a[0]; }))() // 6',
  ),
  member(
    'void ForEach(Action<T> action)',
    (self, action, _types, environment) => {
      const { version } = self;
      for (let i = 0; i < self.count; i++) {
        environment.spend();
        action(self.items[i]);
        if (self.version !== version) throw collectionModified();
      }
    },
    '((Func<int>)(() => { var sum = 0; new List<int> { 1, 2 }.ForEach(n => sum += n); return sum; }))() // 3',
  ),
  member(
    'System.Collections.Generic.List.Enumerator<T> GetEnumerator()',
    (self) => enumeratorOf(self, self.elementType),
    'new List<int>().GetEnumerator().MoveNext() // false',
  ),
  member(
    'List<T> GetRange(int index, int count)',
    range,
    'new List<int> { 1, 2, 3 }.GetRange(1, 2)[0] // 2',
    'new List<int> { 1 }.GetRange(1, 1) // throws System.ArgumentException',
  ),
  member(
    'List<T> Slice(int start, int length)',
    range,
    'new List<int> { 1, 2, 3 }.Slice(1, 2)[0] // 2',
  ),
  member(
    'void Insert(int index, T item)',
    (self, index, item, _types, environment) => self.insert(index, item, environment),
    '((Func<string>)(() => { var l = new List<int> { 1, 2 }; l.Insert(1, 9); return string.Join(",", l); }))() // "1,9,2"',
  ),
  member(
    'void InsertRange(int index, IEnumerable<T> collection)',
    (self, index, collection, _types, environment) =>
      self.insertRange(index, collection, environment),
    '((Func<string>)(() => { var l = new List<int> { 1, 2 }; l.InsertRange(1, new[] { 8, 9 }); return string.Join(",", l); }))() // "1,8,9,2"',
  ),
  member(
    'bool Remove(T item)',
    (self, item, _types, environment) => {
      environment.spend(scanCost(self.count));
      return self.remove(item);
    },
    'new List<int> { 1 }.Remove(1) // true',
  ),
  member(
    'int RemoveAll(Predicate<T> match)',
    (self, match, _types, environment) => {
      environment.spend(self.count);
      const kept = self.items.filter((item) => !match(item));
      return self.keep(kept);
    },
    'new List<int> { 1, 2, 3 }.RemoveAll(n => n > 1) // 2',
  ),
  member(
    'void RemoveAt(int index)',
    (self, index, _types, environment) => {
      environment.spend(scanCost(self.count));
      self.removeAt(index);
    },
    '((Func<int>)(() => { var l = new List<int> { 1, 2 }; l.RemoveAt(0); return l[0]; }))() // 2',
  ),
  member(
    'void RemoveRange(int index, int count)',
    (self, index, count, _types, environment) => {
      checkRange(index, count, self.count);
      environment.spend(scanCost(self.count));
      self.removeRange(index, count);
    },
    '((Func<int>)(() => { var l = new List<int> { 1, 2, 3 }; l.RemoveRange(0, 2); return l[0]; }))() // 3',
  ),
  member(
    'T[] ToArray()',
    (self, _types, environment) => {
      environment.spend(self.count);
      return newArray(self.elementType, self.items.slice());
    },
    'new List<int> { 1, 2 }.ToArray().Length // 2',
  ),
];

function copyTo(
  list: NetList,
  index: number,
  array: NetArray | null,
  arrayIndex: number,
  count: number,
  environment: Environment,
): void {
  if (list.count - index < count) {
    throw new ArgumentException(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  }
  if (array === null) throw new ArgumentNullException('destinationArray');
  checkNonNegative(count, 'length');
  checkNonNegative(index, 'sourceIndex');
  checkNonNegative(arrayIndex, 'destinationIndex');
  checkRoom(array.length, arrayIndex, count);
  environment.spend(count);
  for (let i = 0; i < count; i++)
    copyItem(array, arrayIndex + i, list.items[index + i], list.elementType);
}

function range(
  list: NetList,
  index: number,
  count: number,
  _types: readonly unknown[],
  environment: Environment,
): NetList {
  checkRange(index, count, list.count);
  environment.spend(count);
  return new NetList(list.elementType, list.items.slice(index, index + count));
}
