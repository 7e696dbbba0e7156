import { ArgumentOutOfRangeException, RankException } from '../../runtime/exceptions.ts';
import { checkRange, checkStart } from '../../runtime/collections/checks.ts';
import type { NetArray } from '../../runtime/NetArray.ts';

/** A part of an array by start and length. @throws ArgumentOutOfRangeException, ArgumentException */
export function checkArrayRange(array: NetArray, start: number, count: number): void {
  checkStart(start, array.length, 'startIndex');
  if (count >= 0 && count <= array.length - start) return;
  throw new ArgumentOutOfRangeException(
    'count',
    'Count must be positive and count must refer to a location within the string/array/collection.',
  );
}

/** As `checkArrayRange`, with the exceptions that sorting, reversing and halving search throw. */
export function checkArrayPart(array: NetArray, index: number, length: number): void {
  checkRange(index, length, array.length, 'index', 'length');
  checkOneDimension(array);
}

/** @throws RankException */
export function checkOneDimension(array: NetArray): void {
  if (array.lengths.length === 1) return;
  throw new RankException('Only single dimensional arrays are supported for the requested action.');
}

/** @throws ArgumentOutOfRangeException for what no Int32 holds */
export function intIndex(index: bigint): number {
  if (index === BigInt.asIntN(32, index)) return Number(index);
  throw new ArgumentOutOfRangeException('index', 'Arrays larger than 2GB are not supported.');
}
