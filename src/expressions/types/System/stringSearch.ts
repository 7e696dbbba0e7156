/** Where something stands in a string: the algorithms of `IndexOf` and its kin. */
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { findLastText, findText, stringComparisons } from '../../runtime/textComparison.ts';

const { CurrentCulture } = stringComparisons;

/** The first place within `count` characters from `start`. @throws ArgumentOutOfRangeException */
export function indexOfText(
  text: string,
  value: string,
  start = 0,
  count = text.length - start,
  comparison: number = CurrentCulture,
): number {
  requireForward(text, start, count);
  const found = findText(text.slice(start, start + count), value, comparison);
  return found ? start + found.start : -1;
}

/** @throws ArgumentOutOfRangeException */
export function indexOfUnit(
  text: string,
  unit: number,
  start = 0,
  count = text.length - start,
): number {
  requireForward(text, start, count);
  const found = text.slice(start, start + count).indexOf(String.fromCharCode(unit));
  return found < 0 ? -1 : start + found;
}

/** @throws ArgumentOutOfRangeException */
export function indexOfAnyUnit(
  text: string,
  units: string,
  start = 0,
  count = text.length - start,
): number {
  requireForward(text, start, count);
  const end = start + count;
  for (let at = start; at < end; at++) if (units.includes(text[at]!)) return at;
  return -1;
}

/**
 * Backwards from `start` over `count` characters. The empty text is found where the search starts,
 * as .NET Framework has it. @throws ArgumentOutOfRangeException
 */
export function lastIndexOfText(
  text: string,
  value: string,
  start = text.length - 1,
  count = start + 1,
  comparison: number = CurrentCulture,
): number {
  if (text === '' && (start === -1 || start === 0)) return value === '' ? 0 : -1;
  if (start < 0 || start > text.length) throw indexOutside();
  const isPastEnd = start === text.length;
  const from = isPastEnd ? start - 1 : start;
  const length = isPastEnd && count > 0 ? count - 1 : count;
  const low = from - length + 1;
  if (length < 0 || low < 0) throw countOutside();
  if (value === '') return from;
  const found = findLastText(text.slice(low, from + 1), value, comparison);
  return found ? low + found.start : -1;
}

/** @throws ArgumentOutOfRangeException */
export function lastIndexOfUnit(
  text: string,
  unit: number,
  start = text.length - 1,
  count = start + 1,
): number {
  const low = lowestOf(text, start, count);
  const found = text.slice(low, start + 1).lastIndexOf(String.fromCharCode(unit));
  return found < 0 ? -1 : low + found;
}

/** @throws ArgumentOutOfRangeException */
export function lastIndexOfAnyUnit(
  text: string,
  units: string,
  start = text.length - 1,
  count = start + 1,
): number {
  const low = lowestOf(text, start, count);
  for (let at = start; at >= low; at--) if (at >= 0 && units.includes(text[at]!)) return at;
  return -1;
}

/** Of an empty text nothing is asked: there is nothing to find. */
function lowestOf(text: string, start: number, count: number): number {
  if (text === '') return 0;
  if (start < 0 || start >= text.length) throw indexOutside();
  if (count < 0 || count - 1 > start) throw countOutside();
  return start - count + 1;
}

function requireForward(text: string, start: number, count: number): void {
  if (start < 0 || start > text.length) throw indexOutside();
  if (count < 0 || start + count > text.length) throw countOutside();
}

function indexOutside(): ArgumentOutOfRangeException {
  return new ArgumentOutOfRangeException(
    'startIndex',
    'Index was out of range. Must be non-negative and less than the size of the collection.',
  );
}

function countOutside(): ArgumentOutOfRangeException {
  return new ArgumentOutOfRangeException(
    'count',
    'Count must be positive and count must refer to a location within the string/array/collection.',
  );
}
