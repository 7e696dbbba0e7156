/** The argument checks that .NET's collections share, with their messages. */
import {
  ArgumentException,
  ArgumentNullException,
  ArgumentOutOfRangeException,
  InvalidOperationException,
  KeyNotFoundException,
} from '../exceptions.ts';

const needNonNegative = 'Non-negative number required.';

/** An index of an existing element. @throws ArgumentOutOfRangeException */
export function checkIndex(index: number, count: number, parameter = 'index'): void {
  if (index >= 0 && index < count) return;
  throw new ArgumentOutOfRangeException(
    parameter,
    'Index was out of range. Must be non-negative and less than the size of the collection.',
  );
}

/** An index of an element or of the place after the last. @throws ArgumentOutOfRangeException */
export function checkStart(index: number, count: number, parameter = 'index'): void {
  if (index >= 0 && index <= count) return;
  throw new ArgumentOutOfRangeException(
    parameter,
    'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
  );
}

/** Where to insert. @throws ArgumentOutOfRangeException */
export function checkInsertion(index: number, count: number): void {
  if (index >= 0 && index <= count) return;
  throw new ArgumentOutOfRangeException('index', 'Index must be within the bounds of the List.');
}

/** A part of a collection given by start and length. @throws ArgumentException */
export function checkRange(
  index: number,
  count: number,
  size: number,
  start = 'index',
  length = 'count',
): void {
  checkNonNegative(index, start);
  checkNonNegative(count, length);
  if (size - index < count) {
    throw new ArgumentException(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  }
}

/** @throws ArgumentOutOfRangeException */
export function checkNonNegative(value: number, parameter: string): void {
  if (value < 0) throw new ArgumentOutOfRangeException(parameter, needNonNegative);
}

/** A part to search, by start and length. @throws ArgumentOutOfRangeException */
export function checkSearch(start: number, count: number, size: number, parameter: string): void {
  checkStart(start, size, parameter);
  if (count < 0 || start > size - count) throw wrongCount();
}

/**
 * A part to search backwards: `start` is its last index. An empty collection takes only -1 (and 0).
 * @throws ArgumentOutOfRangeException
 */
export function checkBackwardSearch(
  start: number,
  count: number,
  size: number,
  parameter: string,
): void {
  if (size > 0) checkIndex(start, size, parameter);
  else if (start !== -1 && start !== 0) checkIndex(start, size, parameter);
  if (count < 0 || start - count + 1 < 0) throw wrongCount();
}

/**
 * As a backward search, but an empty collection has no place to start at other than -1.
 * @throws ArgumentOutOfRangeException
 */
export function checkFindLast(start: number, count: number, size: number): void {
  if (size === 0 && start !== -1) checkIndex(start, 0, 'startIndex');
  checkBackwardSearch(start, count, size, 'startIndex');
}

function wrongCount(): ArgumentOutOfRangeException {
  return new ArgumentOutOfRangeException(
    'count',
    'Count must be positive and count must refer to a location within the string/array/collection.',
  );
}

/** Keys of dictionaries are not null. @throws ArgumentNullException */
export function checkKey(key: unknown): void {
  if (key === null) throw new ArgumentNullException('key');
}

/** What an indexer throws; `key` is the key's text. */
export function keyNotFound(key: string): KeyNotFoundException {
  return new KeyNotFoundException(`The given key '${key}' was not present in the dictionary.`);
}

/** Room for `count` elements in an array from `index`. @throws ArgumentException */
export function checkRoom(length: number, index: number, count: number, parameter?: string): void {
  if (length - index >= count) return;
  throw new ArgumentException(
    'Destination array is not long enough to copy all the items in the collection. Check array index and length.',
    parameter,
  );
}

/** What an enumeration throws after its collection changed. */
export function collectionModified(): InvalidOperationException {
  return new InvalidOperationException(
    'Collection was modified; enumeration operation may not execute.',
  );
}

/** Steps that a search without lambdas through so many elements costs. */
export function scanCost(count: number): number {
  return 1 + (count >> 4);
}
