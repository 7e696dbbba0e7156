/** What an array itself can do. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { box } from '../../runtime/boxing.ts';
import { copyArrayTo, elementFrom } from '../../runtime/collections/copyArray.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { Enumerator } from '../../runtime/Enumerator.ts';
import { ArgumentException, IndexOutOfRangeException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { intIndex } from './arrayRange.ts';

const member = membersOf<NetArray>();

export const arrayInstanceMembers: readonly MemberDeclaration[] = [
  member('int Length { get; }', (self) => self.length, 'new[] { 1, 2 }.Length // 2'),
  member('long LongLength { get; }', (self) => BigInt(self.length), 'new[] { 1 }.LongLength // 1L'),
  member('int Rank { get; }', (self) => self.lengths.length, 'new int[2, 3].Rank // 2'),
  member('bool IsFixedSize { get; }', () => true, 'new int[0].IsFixedSize // true'),
  member('bool IsReadOnly { get; }', () => false, 'new int[0].IsReadOnly // false'),
  member('bool IsSynchronized { get; }', () => false, 'new int[0].IsSynchronized // false'),
  member('object SyncRoot { get; }', (self) => self, 'new int[0].SyncRoot == null // false'),
  member(
    'int GetLength(int dimension)',
    lengthOf,
    'new int[2, 3].GetLength(1) // 3',
    'new int[2].GetLength(1) // throws System.IndexOutOfRangeException',
  ),
  member(
    'long GetLongLength(int dimension)',
    (self, dimension) => BigInt(lengthOf(self, dimension)),
    'new int[2, 3].GetLongLength(0) // 2L',
  ),
  member(
    'int GetLowerBound(int dimension)',
    (self, dimension) => {
      lengthOf(self, dimension);
      return 0;
    },
    'new int[2].GetLowerBound(0) // 0',
  ),
  member(
    'int GetUpperBound(int dimension)',
    (self, dimension) => lengthOf(self, dimension) - 1,
    'new int[2].GetUpperBound(0) // 1',
  ),
  member(
    'object Clone()',
    (self, _types, environment) => {
      environment.spend(self.length);
      return new NetArray(self.elementType, self.items.slice(), self.lengths);
    },
    '((int[])new[] { 1, 2 }.Clone())[1] // 2',
  ),
  member(
    'void CopyTo(Array array, int index)',
    (self, array, index, _types, environment) => copyArrayTo(self, array, index, environment),
    '((Func<int>)(() => { var a = new int[2]; new[] { 5 }.CopyTo(a, 1); return a[1]; }))() // 5',
    'new[] { 5 }.CopyTo(new int[1], 1) // throws System.ArgumentException',
  ),
  member(
    'void CopyTo(Array array, long index)',
    (self, array, index, _types, environment) =>
      copyArrayTo(self, array, intIndex(index), environment),
    '((Func<int>)(() => { var a = new int[2]; new[] { 5 }.CopyTo(a, 1L); return a[1]; }))() // 5',
  ),
  member(
    'System.Collections.IEnumerator GetEnumerator()',
    (self) => new Enumerator(self.elementType, self, true),
    'new[] { 1 }.GetEnumerator().MoveNext() // true',
  ),
  member(
    'object? GetValue(int index)',
    (self, index) => valueAt(self, [index]),
    'new[] { 1, 2 }.GetValue(1) // 2',
  ),
  member(
    'object? GetValue(int index1, int index2)',
    (self, index1, index2) => valueAt(self, [index1, index2]),
    'new[,] { { 1, 2 }, { 3, 4 } }.GetValue(1, 0) // 3',
  ),
  member(
    'object? GetValue(int index1, int index2, int index3)',
    (self, index1, index2, index3) => valueAt(self, [index1, index2, index3]),
    'new int[1, 1, 1].GetValue(0, 0, 0) // 0',
  ),
  member(
    'object? GetValue(params int[] indices)',
    (self, indices) => valueAt(self, [...indices] as number[]),
    'new int[1, 1].GetValue(new[] { 0, 0 }) // 0',
  ),
  member(
    'object? GetValue(long index)',
    (self, index) => valueAt(self, [intIndex(index)]),
    'new[] { 1, 2 }.GetValue(1L) // 2',
  ),
  member(
    'void SetValue(object? value, int index)',
    (self, value, index) => setValue(self, value, [index]),
    '((Func<int>)(() => { var a = new int[1]; a.SetValue(5, 0); return a[0]; }))() // 5',
    'new int[1].SetValue("a", 0) // throws System.InvalidCastException',
  ),
  member(
    'void SetValue(object? value, int index1, int index2)',
    (self, value, index1, index2) => setValue(self, value, [index1, index2]),
    '((Func<int>)(() => { var a = new int[1, 2]; a.SetValue(5, 0, 1); return a[0, 1]; }))() // 5',
  ),
  member(
    'void SetValue(object? value, params int[] indices)',
    (self, value, indices) => setValue(self, value, [...indices] as number[]),
    '((Func<int>)(() => { var a = new int[1, 2]; a.SetValue(5, new[] { 0, 1 }); return a[0, 1]; }))() // 5',
  ),
  member(
    'void Initialize()',
    (self) => {
      for (let i = 0; i < self.length; i++)
        self.setAt(i, self.items[i] ?? defaultOf(self.elementType));
    },
    '((Func<int>)(() => { var a = new[] { 5 }; a.Initialize(); return a[0]; }))() // 5',
  ),
];

function lengthOf(array: NetArray, dimension: number): number {
  const length = array.lengths[dimension];
  if (length === undefined) throw new IndexOutOfRangeException();
  return length;
}

function valueAt(array: NetArray, indexes: readonly number[]): NonNullable<unknown> | null {
  return box(array.at(offset(array, indexes)), array.elementType) ?? null;
}

function setValue(
  array: NetArray,
  value: NonNullable<unknown> | null,
  indexes: readonly number[],
): void {
  array.setAt(offset(array, indexes), elementFrom(value, array.elementType));
}

/** Where an element stands in the items, which are kept row by row. */
function offset(array: NetArray, indexes: readonly number[]): number {
  if (indexes.length !== array.lengths.length) {
    throw new ArgumentException('Array was not a one-dimensional array.');
  }
  return indexes.reduce((at, index, dimension) => {
    const length = lengthOf(array, dimension);
    if (index < 0 || index >= length) throw new IndexOutOfRangeException();
    return at * length + index;
  }, 0);
}
