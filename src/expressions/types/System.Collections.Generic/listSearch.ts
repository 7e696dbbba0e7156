/** How a `List<T>` is searched. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import {
  checkBackwardSearch,
  checkFindLast,
  checkRange,
  checkSearch,
  checkStart,
} from '../../runtime/collections/checks.ts';
import { NetList } from '../../runtime/collections/NetList.ts';
import {
  binarySearchIn,
  findIndexIn,
  findLastIndexIn,
  indexIn,
  lastIndexIn,
} from '../../runtime/collections/search.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { equalityOf } from '../../runtime/equality.ts';
import { orderOf } from '../../runtime/order.ts';
import type { Comparer } from '../../runtime/order.ts';

const member = membersOf<NetList>();

export const listSearchMembers: readonly MemberDeclaration[] = [
  member(
    'int BinarySearch(T item)',
    (self, item, _types, environment) => binarySearch(self, 0, self.count, item, null, environment),
    'new List<int> { 1, 3, 5 }.BinarySearch(3) // 1',
    'new List<int> { 1, 3, 5 }.BinarySearch(4) // -3',
  ),
  member(
    'int BinarySearch(T item, IComparer<T>? comparer)',
    (self, item, comparer: Comparer | null, _types, environment) =>
      binarySearch(self, 0, self.count, item, comparer, environment),
    'new List<string> { "a", "B" }.BinarySearch("b", StringComparer.OrdinalIgnoreCase) // 1',
  ),
  member(
    'int BinarySearch(int index, int count, T item, IComparer<T>? comparer)',
    (self, index, count, item, comparer: Comparer | null, _types, environment) => {
      checkRange(index, count, self.count);
      return binarySearch(self, index, count, item, comparer, environment);
    },
    'new List<int> { 9, 1, 3 }.BinarySearch(1, 2, 3, null) // 2',
  ),
  member(
    'bool Contains(T item)',
    (self, item, _types, environment) =>
      indexIn(self.items, item, 0, self.count, equalityOf(self.elementType), environment) >= 0,
    'new List<string> { "a", "b" }.Contains("b") // true',
  ),
  member(
    'bool Exists(Predicate<T> match)',
    (self, match, _types, environment) =>
      findIndexIn(self.items, 0, self.count, match, environment) >= 0,
    'new List<int> { 1, 2 }.Exists(n => n > 1) // true',
  ),
  member(
    'T? Find(Predicate<T> match)',
    (self, match, _types, environment) =>
      itemAt(self, findIndexIn(self.items, 0, self.count, match, environment)),
    'new List<int> { 1, 2, 3 }.Find(n => n > 1) // 2',
    'new List<int>().Find(n => true) // 0',
  ),
  member(
    'List<T> FindAll(Predicate<T> match)',
    (self, match, _types, environment) => {
      environment.spend(self.count);
      return new NetList(
        self.elementType,
        self.items.filter((item) => match(item)),
      );
    },
    'new List<int> { 1, 2, 3 }.FindAll(n => n > 1).Count // 2',
  ),
  member(
    'int FindIndex(Predicate<T> match)',
    (self, match, _types, environment) =>
      findIndexIn(self.items, 0, self.count, match, environment),
    'new List<int> { 1, 2, 3 }.FindIndex(n => n > 1) // 1',
  ),
  member(
    'int FindIndex(int startIndex, Predicate<T> match)',
    (self, startIndex, match, _types, environment) => {
      checkStart(startIndex, self.count, 'startIndex');
      return findIndexIn(self.items, startIndex, self.count - startIndex, match, environment);
    },
    'new List<int> { 1, 2, 3 }.FindIndex(2, n => n > 1) // 2',
  ),
  member(
    'int FindIndex(int startIndex, int count, Predicate<T> match)',
    (self, startIndex, count, match, _types, environment) => {
      checkSearch(startIndex, count, self.count, 'startIndex');
      return findIndexIn(self.items, startIndex, count, match, environment);
    },
    'new List<int> { 1, 2, 3 }.FindIndex(0, 1, n => n > 1) // -1',
  ),
  member(
    'T? FindLast(Predicate<T> match)',
    (self, match, _types, environment) =>
      itemAt(self, findLastIndexIn(self.items, self.count - 1, self.count, match, environment)),
    'new List<int> { 1, 2, 3 }.FindLast(n => n < 3) // 2',
  ),
  member(
    'int FindLastIndex(Predicate<T> match)',
    (self, match, _types, environment) =>
      findLastIndexIn(self.items, self.count - 1, self.count, match, environment),
    'new List<int> { 1, 2, 3 }.FindLastIndex(n => n < 3) // 1',
  ),
  member(
    'int FindLastIndex(int startIndex, Predicate<T> match)',
    (self, startIndex, match, _types, environment) => {
      checkFindLast(startIndex, startIndex + 1, self.count);
      return findLastIndexIn(self.items, startIndex, startIndex + 1, match, environment);
    },
    'new List<int> { 1, 2, 3 }.FindLastIndex(0, n => n < 3) // 0',
  ),
  member(
    'int FindLastIndex(int startIndex, int count, Predicate<T> match)',
    (self, startIndex, count, match, _types, environment) => {
      checkFindLast(startIndex, count, self.count);
      return findLastIndexIn(self.items, startIndex, count, match, environment);
    },
    'new List<int> { 1, 2, 3 }.FindLastIndex(2, 1, n => n < 3) // -1',
  ),
  member(
    'int IndexOf(T item)',
    (self, item, _types, environment) => indexOf(self, item, 0, self.count, environment),
    'new List<int> { 1, 2, 1 }.IndexOf(1) // 0',
  ),
  member(
    'int IndexOf(T item, int index)',
    (self, item, index, _types, environment) => {
      checkStart(index, self.count);
      return indexOf(self, item, index, self.count - index, environment);
    },
    'new List<int> { 1, 2, 1 }.IndexOf(1, 1) // 2',
    'new List<int>().IndexOf(1, 1) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'int IndexOf(T item, int index, int count)',
    (self, item, index, count, _types, environment) => {
      checkSearch(index, count, self.count, 'index');
      return indexOf(self, item, index, count, environment);
    },
    'new List<int> { 1, 2, 1 }.IndexOf(1, 1, 1) // -1',
  ),
  member(
    'int LastIndexOf(T item)',
    (self, item, _types, environment) =>
      lastIndexOf(self, item, self.count - 1, self.count, environment),
    'new List<int> { 1, 2, 1 }.LastIndexOf(1) // 2',
  ),
  member(
    'int LastIndexOf(T item, int index)',
    (self, item, index, _types, environment) => {
      if (self.count === 0 && index < 0) return -1;
      checkBackwardSearch(index, index + 1, self.count, 'index');
      return lastIndexOf(self, item, index, index + 1, environment);
    },
    'new List<int> { 1, 2, 1 }.LastIndexOf(1, 1) // 0',
  ),
  member(
    'int LastIndexOf(T item, int index, int count)',
    (self, item, index, count, _types, environment) => {
      if (self.count === 0) return -1;
      checkBackwardSearch(index, count, self.count, 'index');
      return lastIndexOf(self, item, index, count, environment);
    },
    'new List<int> { 1, 2, 1 }.LastIndexOf(1, 1, 1) // -1',
  ),
  member(
    'bool TrueForAll(Predicate<T> match)',
    (self, match, _types, environment) =>
      findIndexIn(self.items, 0, self.count, (item) => !match(item), environment) < 0,
    'new List<int> { 1, 2 }.TrueForAll(n => n > 0) // true',
  ),
];

/** The element at an index that a search gave; the default when it found nothing. */
function itemAt(list: NetList, index: number): unknown {
  return index < 0 ? defaultOf(list.elementType) : list.items[index];
}

function indexOf(
  list: NetList,
  item: unknown,
  index: number,
  count: number,
  environment: Environment,
): number {
  return indexIn(list.items, item, index, count, equalityOf(list.elementType), environment);
}

function lastIndexOf(
  list: NetList,
  item: unknown,
  index: number,
  count: number,
  environment: Environment,
): number {
  return lastIndexIn(list.items, item, index, count, equalityOf(list.elementType), environment);
}

function binarySearch(
  list: NetList,
  index: number,
  count: number,
  item: unknown,
  comparer: Comparer | null,
  environment: Environment,
): number {
  const order = comparer ?? orderOf(list.elementType);
  return binarySearchIn(list.items, index, count, item, order, environment);
}
