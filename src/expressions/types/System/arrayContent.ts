/** How arrays are made, copied, filled, resized and converted. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArrayAsList } from '../../runtime/collections/ArrayAsList.ts';
import { checkNonNegative } from '../../runtime/collections/checks.ts';
import { copyArray } from '../../runtime/collections/copyArray.ts';
import { NetReadOnlyCollection } from '../../runtime/collections/NetReadOnlyCollection.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, IndexOutOfRangeException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { newArray, newEmptyArray } from '../../runtime/newArray.ts';
import type { Ref } from '../../runtime/Ref.ts';
import type { TypeObject } from '../../runtime/TypeObject.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { checkArrayRange, intIndex } from './arrayRange.ts';

const member = membersOf<never>();

export const arrayContentMembers: readonly MemberDeclaration[] = [
  member('static int MaxLength { get; }', () => 0x7fffffc7, 'Array.MaxLength // 2147483591'),
  member(
    'static System.Collections.ObjectModel.ReadOnlyCollection<T> AsReadOnly<T>(T[] array)',
    (array, [type]) => new NetReadOnlyCollection(type!, new ArrayAsList(array)),
    'Array.AsReadOnly(new[] { 1, 2 })[1] // 2',
  ),
  member(
    'static void Clear(Array array)',
    (array: NetArray, _types, environment) =>
      fill(array, defaultOf(array.elementType), 0, array.length, environment),
    '((Func<int>)(() => { var a = new[] { 1 }; Array.Clear(a); return a[0]; }))() // 0',
  ),
  member(
    'static void Clear(Array array, int index, int length)',
    (array: NetArray, index, length, _types, environment) => {
      const isInside = index >= 0 && length >= 0 && length <= array.length - index;
      if (!isInside) throw new IndexOutOfRangeException();
      fill(array, defaultOf(array.elementType), index, length, environment);
    },
    '((Func<string>)(() => { var a = new[] { 1, 2 }; Array.Clear(a, 1, 1); return string.Join(",", a); }))() // "1,0"',
  ),
  member(
    'static void ConstrainedCopy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length)',
    copyParts,
    '((Func<int>)(() => { var a = new int[1]; Array.ConstrainedCopy(new[] { 1, 2 }, 1, a, 0, 1); return a[0]; }))() // 2',
  ),
  member(
    'static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter)',
    (array, converter, [, type], environment) => {
      environment.spend(array.length);
      return newArray(
        type!,
        Array.from(array, (item) => converter(item)),
      );
    },
    'Array.ConvertAll(new[] { "1", "2" }, int.Parse)[1] // 2',
  ),
  member(
    'static void Copy(Array sourceArray, Array destinationArray, int length)',
    copyFirst,
    '((Func<int>)(() => { var a = new int[2]; Array.Copy(new[] { 1, 2 }, a, 2); return a[1]; }))() // 2',
    'Array.Copy(new[] { 1 }, new int[1], 2) // throws System.ArgumentException',
  ),
  member(
    'static void Copy(Array sourceArray, Array destinationArray, long length)',
    (source: NetArray, destination: NetArray, length, types, environment) =>
      copyFirst(source, destination, intIndex(length), types, environment),
    '((Func<long>)(() => { var a = new long[2]; Array.Copy(new[] { 1, 2 }, a, 2L); return a[1]; }))() // 2L',
  ),
  member(
    'static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length)',
    copyParts,
    '((Func<int>)(() => { var a = new int[1]; Array.Copy(new[] { 1, 2 }, 1, a, 0, 1); return a[0]; }))() // 2',
    'Array.Copy(new[] { 1 }, 0, new string[1], 0, 1) // throws System.ArrayTypeMismatchException',
  ),
  member(
    'static void Copy(Array sourceArray, long sourceIndex, Array destinationArray, long destinationIndex, long length)',
    (
      source: NetArray,
      sourceIndex,
      destination: NetArray,
      destinationIndex,
      length,
      types,
      environment,
    ) =>
      copyParts(
        source,
        intIndex(sourceIndex),
        destination,
        intIndex(destinationIndex),
        intIndex(length),
        types,
        environment,
      ),
    '((Func<int>)(() => { var a = new int[1]; Array.Copy(new[] { 1, 2 }, 1L, a, 0L, 1L); return a[0]; }))() // 2',
  ),
  member(
    'static Array CreateInstance(Type elementType, int length)',
    ({ type }: TypeObject, length, _types, environment) => {
      checkNonNegative(length, 'length');
      environment.allowItems(length);
      return newEmptyArray(type, length);
    },
    'Array.CreateInstance(typeof(int), 3).Length // 3',
  ),
  member(
    'static Array CreateInstance(Type elementType, int length1, int length2)',
    ({ type }: TypeObject, length1, length2, _types, environment) =>
      createMatrix(type, [length1, length2], environment),
    'Array.CreateInstance(typeof(int), 3, 2).Length // 6',
  ),
  member(
    'static Array CreateInstance(Type elementType, params int[] lengths)',
    ({ type }: TypeObject, lengths, _types, environment) => {
      if (lengths.length === 0) throw new ArgumentException('Must provide at least one rank.');
      return createMatrix(type, [...lengths] as number[], environment);
    },
    'Array.CreateInstance(typeof(int), new[] { 3, 2 }).Rank // 2',
    'Array.CreateInstance(typeof(int), new int[0]) // throws System.ArgumentException',
  ),
  member(
    'static T[] Empty<T>()',
    ([type]) => newEmptyArray(type!, 0),
    'Array.Empty<int>().Length // 0',
  ),
  member(
    'static void Fill<T>(T[] array, T value)',
    (array, value, _types, environment) => fill(array, value, 0, array.length, environment),
    '((Func<int>)(() => { var a = new int[2]; Array.Fill(a, 5); return a[1]; }))() // 5',
  ),
  member(
    'static void Fill<T>(T[] array, T value, int startIndex, int count)',
    (array, value, startIndex, count, _types, environment) => {
      checkArrayRange(array, startIndex, count);
      fill(array, value, startIndex, count, environment);
    },
    '((Func<string>)(() => { var a = new int[2]; Array.Fill(a, 5, 1, 1); return string.Join(",", a); }))() // "0,5"',
  ),
  member(
    'static void ForEach<T>(T[] array, Action<T> action)',
    (array, action, _types, environment) => {
      for (const item of array) {
        environment.spend();
        action(item);
      }
    },
    '((Func<int>)(() => { var sum = 0; Array.ForEach(new[] { 1, 2 }, n => sum += n); return sum; }))() // 3',
  ),
  member(
    'static void Resize<T>(ref T[]? array, int newSize)',
    (array: Ref<NetArray | null>, newSize, [type], environment) => {
      checkNonNegative(newSize, 'newSize');
      environment.allowItems(newSize);
      environment.spend(newSize);
      const resized = newEmptyArray(type!, newSize);
      for (const [i, item] of (array.value?.items ?? []).entries()) {
        if (i < newSize) resized.setAt(i, item);
      }
      array.value = resized;
    },
    '((Func<string>)(() => { var a = new[] { 1, 2 }; Array.Resize(ref a, 3); return string.Join(",", a); }))() // "1,2,0"',
  ),
];

function fill(
  array: NetArray,
  value: unknown,
  start: number,
  count: number,
  environment: Environment,
): void {
  environment.spend(1 + (count >> 4));
  array.items.fill(value as never, start, start + count);
}

function copyFirst(
  source: NetArray,
  destination: NetArray,
  length: number,
  _types: readonly NetType[],
  environment: Environment,
): void {
  copyArray({ array: source, index: 0 }, { array: destination, index: 0 }, length, environment);
}

function copyParts(
  source: NetArray,
  sourceIndex: number,
  destination: NetArray,
  destinationIndex: number,
  length: number,
  _types: readonly NetType[],
  environment: Environment,
): void {
  const to = { array: destination, index: destinationIndex };
  copyArray({ array: source, index: sourceIndex }, to, length, environment);
}

function createMatrix(
  type: NetType,
  lengths: readonly number[],
  environment: Environment,
): NetArray {
  for (const [i, length] of lengths.entries()) checkNonNegative(length, `length${i + 1}`);
  const count = lengths.reduce((product, length) => product * length, 1);
  environment.allowItems(count);
  return new NetArray(type, newEmptyArray(type, count).items, lengths);
}
