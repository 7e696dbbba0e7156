/** How arrays are sorted and reversed. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { overObjects } from '../../runtime/collections/compareObjects.ts';
import { scanCost } from '../../runtime/collections/checks.ts';
import { reverseIn } from '../../runtime/collections/reverse.ts';
import { sortIn } from '../../runtime/collections/sort.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { orderOf } from '../../runtime/order.ts';
import type { Comparer } from '../../runtime/order.ts';
import { checkArrayPart, checkOneDimension } from './arrayRange.ts';

const member = membersOf<never>();

export const arrayOrderMembers: readonly MemberDeclaration[] = [
  member(
    'static void Reverse(Array array)',
    (array: NetArray, _types, environment) => reverse(array, 0, array.length, environment),
    '((Func<int>)(() => { Array a = new[] { 1, 2 }; Array.Reverse(a); return ((int[])a)[0]; }))() // 2',
  ),
  member(
    'static void Reverse(Array array, int index, int length)',
    (array: NetArray, index, length, _types, environment) =>
      reverse(array, index, length, environment),
    '((Func<int>)(() => { Array a = new[] { 1, 2, 3 }; Array.Reverse(a, 1, 2); return ((int[])a)[1]; }))() // 3',
  ),
  member(
    'static void Reverse<T>(T[] array)',
    (array, _types, environment) => reverse(array, 0, array.length, environment),
    '((Func<string>)(() => { var a = new[] { 1, 2, 3 }; Array.Reverse(a); return string.Join(",", a); }))() // "3,2,1"',
  ),
  member(
    'static void Reverse<T>(T[] array, int index, int length)',
    (array, index, length, _types, environment) => reverse(array, index, length, environment),
    '((Func<string>)(() => { var a = new[] { 1, 2, 3 }; Array.Reverse(a, 0, 2); return string.Join(",", a); }))() // "2,1,3"',
  ),
  member(
    'static void Sort(Array array)',
    (array: NetArray, _types, environment) => sort(array, null, environment),
    '((Func<int>)(() => { Array a = new[] { 2, 1 }; Array.Sort(a); return ((int[])a)[0]; }))() // 1',
  ),
  member(
    'static void Sort(Array array, System.Collections.IComparer? comparer)',
    (array: NetArray, comparer, _types, environment) =>
      sort(array, overObjects(comparer, array.elementType), environment),
    '((Func<string>)(() => { Array a = new[] { "b", "A" }; Array.Sort(a, StringComparer.OrdinalIgnoreCase); return ((string[])a)[0]; }))() // "A"',
  ),
  member(
    'static void Sort(Array array, int index, int length)',
    (array: NetArray, index, length, _types, environment) =>
      sortPart(array, index, length, null, environment),
    '((Func<int>)(() => { Array a = new[] { 3, 2, 1 }; Array.Sort(a, 1, 2); return ((int[])a)[1]; }))() // 1',
  ),
  member(
    'static void Sort(Array array, int index, int length, System.Collections.IComparer? comparer)',
    (array: NetArray, index, length, comparer, _types, environment) =>
      sortPart(array, index, length, overObjects(comparer, array.elementType), environment),
    '((Func<int>)(() => { Array a = new[] { 3, 2, 1 }; Array.Sort(a, 0, 2, null); return ((int[])a)[0]; }))() // 2',
  ),
  member(
    'static void Sort(Array keys, Array? items)',
    (keys: NetArray, items, _types, environment) => sort(keys, null, environment, items),
    '((Func<string>)(() => { Array k = new[] { 2, 1 }; Array v = new[] { "b", "a" }; Array.Sort(k, v); return ((string[])v)[0]; }))() // "a"',
  ),
  member(
    'static void Sort(Array keys, Array? items, System.Collections.IComparer? comparer)',
    (keys: NetArray, items, comparer, _types, environment) =>
      sort(keys, overObjects(comparer, keys.elementType), environment, items),
    '((Func<string>)(() => { Array k = new[] { 2, 1 }; Array v = new[] { "b", "a" }; Array.Sort(k, v, null); return ((string[])v)[0]; }))() // "a"',
  ),
  member(
    'static void Sort(Array keys, Array? items, int index, int length)',
    (keys: NetArray, items, index, length, _types, environment) =>
      sortPart(keys, index, length, null, environment, items),
    '((Func<string>)(() => { Array k = new[] { 3, 2, 1 }; Array v = new[] { "c", "b", "a" }; Array.Sort(k, v, 1, 2); return ((string[])v)[1]; }))() // "a"',
  ),
  member(
    'static void Sort(Array keys, Array? items, int index, int length, System.Collections.IComparer? comparer)',
    (keys: NetArray, items, index, length, comparer, _types, environment) =>
      sortPart(keys, index, length, overObjects(comparer, keys.elementType), environment, items),
    '((Func<string>)(() => { Array k = new[] { 3, 2, 1 }; Array v = new[] { "c", "b", "a" }; Array.Sort(k, v, 1, 2, null); return ((string[])v)[1]; }))() // "a"',
  ),
  member(
    'static void Sort<T>(T[] array)',
    (array, _types, environment) => sort(array, null, environment),
    '((Func<string>)(() => { var a = new[] { 3, 1, 2 }; Array.Sort(a); return string.Join(",", a); }))() // "1,2,3"',
  ),
  member(
    'static void Sort<T>(T[] array, IComparer<T>? comparer)',
    (array, comparer, _types, environment) => sort(array, comparer, environment),
    '((Func<string>)(() => { var a = new[] { "b", "A" }; Array.Sort(a, StringComparer.OrdinalIgnoreCase); return a[0]; }))() // "A"',
  ),
  member(
    'static void Sort<T>(T[] array, int index, int length)',
    (array, index, length, _types, environment) =>
      sortPart(array, index, length, null, environment),
    '((Func<string>)(() => { var a = new[] { 3, 2, 1 }; Array.Sort(a, 1, 2); return string.Join(",", a); }))() // "3,1,2"',
  ),
  member(
    'static void Sort<T>(T[] array, int index, int length, IComparer<T>? comparer)',
    (array, index, length, comparer, _types, environment) =>
      sortPart(array, index, length, comparer, environment),
    '((Func<string>)(() => { var a = new[] { 3, 2, 1 }; Array.Sort(a, 0, 2, null); return string.Join(",", a); }))() // "2,3,1"',
  ),
  member(
    'static void Sort<T>(T[] array, Comparison<T> comparison)',
    (array, comparison, _types, environment) => sort(array, { compare: comparison }, environment),
    '((Func<string>)(() => { var a = new[] { 1, 3, 2 }; Array.Sort(a, (x, y) => y - x); return string.Join(",", a); }))() // "3,2,1"',
  ),
  member(
    'static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items)',
    (keys, items, _types, environment) => sort(keys, null, environment, items),
    '((Func<string>)(() => { var k = new[] { 2, 1 }; var v = new[] { "b", "a" }; Array.Sort(k, v); return v[0]; }))() // "a"',
  ),
  member(
    'static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, IComparer<TKey>? comparer)',
    (keys, items, comparer, _types, environment) => sort(keys, comparer, environment, items),
    '((Func<int>)(() => { var k = new[] { "b", "A" }; var v = new[] { 2, 1 }; Array.Sort(k, v, StringComparer.OrdinalIgnoreCase); return v[0]; }))() // 1',
  ),
  member(
    'static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length)',
    (keys, items, index, length, _types, environment) =>
      sortPart(keys, index, length, null, environment, items),
    '((Func<string>)(() => { var k = new[] { 3, 2, 1 }; var v = new[] { "c", "b", "a" }; Array.Sort(k, v, 1, 2); return v[1]; }))() // "a"',
  ),
  member(
    'static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length, IComparer<TKey>? comparer)',
    (keys, items, index, length, comparer, _types, environment) =>
      sortPart(keys, index, length, comparer, environment, items),
    '((Func<string>)(() => { var k = new[] { 3, 2, 1 }; var v = new[] { "c", "b", "a" }; Array.Sort(k, v, 1, 2, null); return v[1]; }))() // "a"',
  ),
];

function reverse(array: NetArray, index: number, length: number, environment: Environment): void {
  checkArrayPart(array, index, length);
  environment.spend(scanCost(length));
  reverseIn(array.items, index, length);
}

function sort(
  keys: NetArray,
  comparer: Comparer | null,
  environment: Environment,
  items: NetArray | null = null,
): void {
  sortPart(keys, 0, keys.length, comparer, environment, items);
}

function sortPart(
  keys: NetArray,
  index: number,
  length: number,
  comparer: Comparer | null,
  environment: Environment,
  items: NetArray | null = null,
): void {
  checkOneDimension(keys);
  if (items) checkOneDimension(items);
  checkArrayPart(keys, index, length);
  if (items && items.length - index < length) {
    throw new ArgumentException(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  }
  const order = comparer ?? orderOf(keys.elementType);
  const compare = (x: unknown, y: unknown): number => order.compare(x, y);
  sortIn(keys.items, index, length, compare, environment, items?.items ?? null);
}
