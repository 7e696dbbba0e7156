/** How arrays are searched. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import {
  checkBackwardSearch,
  checkFindLast,
  checkSearch,
  checkStart,
} from '../../runtime/collections/checks.ts';
import {
  binarySearchIn,
  findIndexIn,
  findLastIndexIn,
  indexIn,
  lastIndexIn,
} from '../../runtime/collections/search.ts';
import { overObjects } from '../../runtime/collections/compareObjects.ts';
import { boxElement, isElement, unboxElement } from '../../runtime/collections/boxedElements.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { equalityOf } from '../../runtime/equality.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import { compareBoxed, orderOf } from '../../runtime/order.ts';
import type { Comparer } from '../../runtime/order.ts';
import { objectType } from '../System.Collections/objectType.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { checkArrayPart, checkOneDimension } from './arrayRange.ts';

const member = membersOf<never>();

export const arraySearchMembers: readonly MemberDeclaration[] = [
  member(
    'static int BinarySearch(Array array, object? value)',
    (array: NetArray, value, _types, environment) =>
      binarySearchObject(array, 0, array.length, value, null, environment),
    'Array.BinarySearch((Array)new[] { 1, 3 }, 3) // 1',
  ),
  member(
    'static int BinarySearch(Array array, object? value, System.Collections.IComparer? comparer)',
    (array: NetArray, value, comparer, _types, environment) =>
      binarySearchObject(array, 0, array.length, value, comparer, environment),
    'Array.BinarySearch((Array)new[] { "a", "B" }, "b", StringComparer.OrdinalIgnoreCase) // 1',
  ),
  member(
    'static int BinarySearch(Array array, int index, int length, object? value)',
    (array: NetArray, index, length, value, _types, environment) =>
      binarySearchObject(array, index, length, value, null, environment),
    'Array.BinarySearch((Array)new[] { 1, 3 }, 0, 1, (object)3) // -2',
  ),
  member(
    'static int BinarySearch(Array array, int index, int length, object? value, System.Collections.IComparer? comparer)',
    (array: NetArray, index, length, value, comparer, _types, environment) =>
      binarySearchObject(array, index, length, value, comparer, environment),
    'Array.BinarySearch((Array)new[] { 1, 3 }, 0, 2, (object)3, null) // 1',
  ),
  member(
    'static int BinarySearch<T>(T[] array, T value)',
    (array, value, [type], environment) =>
      binarySearch(array, type!, 0, array.length, value, null, environment),
    'Array.BinarySearch(new[] { 1, 3, 5 }, 3) // 1',
    'Array.BinarySearch(new[] { 1, 3, 5 }, 4) // -3',
  ),
  member(
    'static int BinarySearch<T>(T[] array, T value, IComparer<T>? comparer)',
    (array, value, comparer, [type], environment) =>
      binarySearch(array, type!, 0, array.length, value, comparer, environment),
    'Array.BinarySearch(new[] { "a", "B" }, "b", StringComparer.OrdinalIgnoreCase) // 1',
  ),
  member(
    'static int BinarySearch<T>(T[] array, int index, int length, T value)',
    (array, index, length, value, [type], environment) =>
      binarySearch(array, type!, index, length, value, null, environment),
    'Array.BinarySearch(new[] { 9, 1, 3 }, 1, 2, 3) // 2',
  ),
  member(
    'static int BinarySearch<T>(T[] array, int index, int length, T value, IComparer<T>? comparer)',
    (array, index, length, value, comparer, [type], environment) =>
      binarySearch(array, type!, index, length, value, comparer, environment),
    'Array.BinarySearch(new[] { 9, 1, 3 }, 1, 2, 3, null) // 2',
  ),
  member(
    'static bool Exists<T>(T[] array, Predicate<T> match)',
    (array, match, _types, environment) =>
      findIndexIn(array.items, 0, array.length, match, environment) >= 0,
    'Array.Exists(new[] { 1, 2 }, n => n > 1) // true',
  ),
  member(
    'static T? Find<T>(T[] array, Predicate<T> match)',
    (array, match, _types, environment) =>
      itemAt(array, findIndexIn(array.items, 0, array.length, match, environment)),
    'Array.Find(new[] { 1, 2, 3 }, n => n > 1) // 2',
    'Array.Find(new[] { "a" }, s => s == "b") // null',
  ),
  member(
    'static T[] FindAll<T>(T[] array, Predicate<T> match)',
    (array, match, [type], environment) => {
      environment.spend(array.length);
      return newArray(
        type!,
        Array.from(array).filter((item) => match(item)),
      );
    },
    'Array.FindAll(new[] { 1, 2, 3 }, n => n > 1).Length // 2',
  ),
  member(
    'static int FindIndex<T>(T[] array, Predicate<T> match)',
    (array, match, _types, environment) =>
      findIndexIn(array.items, 0, array.length, match, environment),
    'Array.FindIndex(new[] { 1, 2, 3 }, n => n > 1) // 1',
  ),
  member(
    'static int FindIndex<T>(T[] array, int startIndex, Predicate<T> match)',
    (array, startIndex, match, _types, environment) => {
      checkStart(startIndex, array.length, 'startIndex');
      return findIndexIn(array.items, startIndex, array.length - startIndex, match, environment);
    },
    'Array.FindIndex(new[] { 1, 2, 3 }, 2, n => n > 1) // 2',
  ),
  member(
    'static int FindIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)',
    (array, startIndex, count, match, _types, environment) => {
      checkSearch(startIndex, count, array.length, 'startIndex');
      return findIndexIn(array.items, startIndex, count, match, environment);
    },
    'Array.FindIndex(new[] { 1, 2, 3 }, 0, 1, n => n > 1) // -1',
  ),
  member(
    'static T? FindLast<T>(T[] array, Predicate<T> match)',
    (array, match, _types, environment) =>
      itemAt(
        array,
        findLastIndexIn(array.items, array.length - 1, array.length, match, environment),
      ),
    'Array.FindLast(new[] { 1, 2, 3 }, n => n < 3) // 2',
  ),
  member(
    'static int FindLastIndex<T>(T[] array, Predicate<T> match)',
    (array, match, _types, environment) =>
      findLastIndexIn(array.items, array.length - 1, array.length, match, environment),
    'Array.FindLastIndex(new[] { 1, 2, 3 }, n => n < 3) // 1',
  ),
  member(
    'static int FindLastIndex<T>(T[] array, int startIndex, Predicate<T> match)',
    (array, startIndex, match, _types, environment) => {
      checkFindLast(startIndex, startIndex + 1, array.length);
      return findLastIndexIn(array.items, startIndex, startIndex + 1, match, environment);
    },
    'Array.FindLastIndex(new[] { 1, 2, 3 }, 0, n => n < 3) // 0',
  ),
  member(
    'static int FindLastIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)',
    (array, startIndex, count, match, _types, environment) => {
      checkFindLast(startIndex, count, array.length);
      return findLastIndexIn(array.items, startIndex, count, match, environment);
    },
    'Array.FindLastIndex(new[] { 1, 2, 3 }, 2, 1, n => n < 3) // -1',
  ),
  member(
    'static int IndexOf(Array array, object? value)',
    (array: NetArray, value, _types, environment) =>
      indexOfObject(array, value, 0, array.length, environment),
    'Array.IndexOf((Array)new[] { 1, 2 }, (object)2) // 1',
    'Array.IndexOf((Array)new[] { 1, 2 }, "2") // -1',
  ),
  member(
    'static int IndexOf(Array array, object? value, int startIndex)',
    (array: NetArray, value, startIndex, _types, environment) =>
      indexOfObject(array, value, startIndex, array.length - startIndex, environment),
    'Array.IndexOf((Array)new[] { 1, 2, 1 }, (object)1, 1) // 2',
  ),
  member(
    'static int IndexOf(Array array, object? value, int startIndex, int count)',
    (array: NetArray, value, startIndex, count, _types, environment) =>
      indexOfObject(array, value, startIndex, count, environment),
    'Array.IndexOf((Array)new[] { 1, 2, 1 }, (object)1, 1, 1) // -1',
  ),
  member(
    'static int IndexOf<T>(T[] array, T value)',
    (array, value, [type], environment) =>
      indexOf(array, type!, value, 0, array.length, environment),
    'Array.IndexOf(new[] { "a", "b" }, "b") // 1',
    'Array.IndexOf(new[] { "a", "b" }, null) // -1',
  ),
  member(
    'static int IndexOf<T>(T[] array, T value, int startIndex)',
    (array, value, startIndex, [type], environment) =>
      indexOf(array, type!, value, startIndex, array.length - startIndex, environment),
    'Array.IndexOf(new[] { 1, 2, 1 }, 1, 1) // 2',
    'Array.IndexOf(new[] { 1 }, 1, 2) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static int IndexOf<T>(T[] array, T value, int startIndex, int count)',
    (array, value, startIndex, count, [type], environment) =>
      indexOf(array, type!, value, startIndex, count, environment),
    'Array.IndexOf(new[] { 1, 2, 1 }, 1, 1, 1) // -1',
  ),
  member(
    'static int LastIndexOf(Array array, object? value)',
    (array: NetArray, value, _types, environment) =>
      lastIndexOfObject(array, value, array.length - 1, array.length, environment),
    'Array.LastIndexOf((Array)new[] { 1, 2, 1 }, (object)1) // 2',
  ),
  member(
    'static int LastIndexOf(Array array, object? value, int startIndex)',
    (array: NetArray, value, startIndex, _types, environment) =>
      lastIndexOfObject(array, value, startIndex, startIndex + 1, environment),
    'Array.LastIndexOf((Array)new[] { 1, 2, 1 }, (object)1, 1) // 0',
  ),
  member(
    'static int LastIndexOf(Array array, object? value, int startIndex, int count)',
    (array: NetArray, value, startIndex, count, _types, environment) =>
      lastIndexOfObject(array, value, startIndex, count, environment),
    'Array.LastIndexOf((Array)new[] { 1, 2, 1 }, (object)1, 1, 1) // -1',
  ),
  member(
    'static int LastIndexOf<T>(T[] array, T value)',
    (array, value, [type], environment) =>
      lastIndexOf(array, type!, value, array.length - 1, array.length, environment),
    'Array.LastIndexOf(new[] { 1, 2, 1 }, 1) // 2',
  ),
  member(
    'static int LastIndexOf<T>(T[] array, T value, int startIndex)',
    (array, value, startIndex, [type], environment) =>
      lastIndexOf(
        array,
        type!,
        value,
        startIndex,
        array.length === 0 ? 0 : startIndex + 1,
        environment,
      ),
    'Array.LastIndexOf(new[] { 1, 2, 1 }, 1, 1) // 0',
  ),
  member(
    'static int LastIndexOf<T>(T[] array, T value, int startIndex, int count)',
    (array, value, startIndex, count, [type], environment) =>
      lastIndexOf(array, type!, value, startIndex, count, environment),
    'Array.LastIndexOf(new[] { 1, 2, 1 }, 1, 1, 1) // -1',
  ),
  member(
    'static bool TrueForAll<T>(T[] array, Predicate<T> match)',
    (array, match, _types, environment) =>
      findIndexIn(array.items, 0, array.length, (item) => !match(item), environment) < 0,
    'Array.TrueForAll(new[] { 1, 2 }, n => n > 0) // true',
  ),
];

/** The element at an index that a search gave; the default when it found nothing. */
function itemAt(array: NetArray, index: number): unknown {
  return index < 0 ? defaultOf(array.elementType) : array.items[index];
}

function indexOf(
  array: NetArray,
  type: NetType,
  value: unknown,
  start: number,
  count: number,
  environment: Environment,
): number {
  checkSearch(start, count, array.length, 'startIndex');
  return indexIn(array.items, value, start, count, equalityOf(type), environment);
}

function lastIndexOf(
  array: NetArray,
  type: NetType,
  value: unknown,
  start: number,
  count: number,
  environment: Environment,
): number {
  if (array.length === 0 && (start === 0 || start === -1)) checkSearch(0, count, 0, 'count');
  else checkBackwardSearch(start, count, array.length, 'startIndex');
  return lastIndexIn(array.items, value, start, count, equalityOf(type), environment);
}

function indexOfObject(
  array: NetArray,
  value: unknown,
  start: number,
  count: number,
  environment: Environment,
): number {
  checkOneDimension(array);
  checkSearch(start, count, array.length, 'startIndex');
  if (!isElement(value, array)) return -1;
  return indexOf(array, array.elementType, unboxElement(value, array), start, count, environment);
}

function lastIndexOfObject(
  array: NetArray,
  value: unknown,
  start: number,
  count: number,
  environment: Environment,
): number {
  if (array.length === 0) return -1;
  checkBackwardSearch(start, count, array.length, 'startIndex');
  checkOneDimension(array);
  if (!isElement(value, array)) return -1;
  return lastIndexOf(
    array,
    array.elementType,
    unboxElement(value, array),
    start,
    count,
    environment,
  );
}

/** A value of another type is compared with what it meets, which throws unless nothing is there. */
function binarySearchObject(
  array: NetArray,
  index: number,
  length: number,
  value: unknown,
  comparer: Comparer | null,
  environment: Environment,
): number {
  if (isElement(value, array)) {
    const item = unboxElement(value, array);
    const order = overObjects(comparer, array.elementType);
    return binarySearch(array, array.elementType, index, length, item, order, environment);
  }
  checkArrayPart(array, index, length);
  const items = Array.from(array.items, (item) => boxElement(item, array));
  const order = overObjects(comparer, objectType()) ?? { compare: compareBoxed };
  return binarySearchIn(items, index, length, value, order, environment);
}

function binarySearch(
  array: NetArray,
  type: NetType,
  index: number,
  length: number,
  value: unknown,
  comparer: Comparer | null,
  environment: Environment,
): number {
  checkArrayPart(array, index, length);
  const order = comparer ?? orderOf(type);
  return binarySearchIn(array.items, index, length, value, order, environment);
}
