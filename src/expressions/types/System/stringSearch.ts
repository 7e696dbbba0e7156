import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { folded } from '../../runtime/textComparison.ts';

/** @throws ArgumentOutOfRangeException */
function checkRange(text: string, start: number, count: number): void {
  if (start < 0 || start > text.length) {
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'Index was out of range. Must be non-negative and less than the size of the collection.',
    );
  }
  if (count < 0 || start + count > text.length) {
    throw new ArgumentOutOfRangeException(
      'count',
      'Count must be positive and count must refer to a location within the string/array/collection.',
    );
  }
}

export function indexOf(
  text: string,
  value: string,
  start = 0,
  count = text.length - start,
  comparison = 4,
): number {
  checkRange(text, start, count);
  const found = folded(text.slice(start, start + count), comparison).indexOf(
    folded(value, comparison),
  );
  return found < 0 ? -1 : start + found;
}

/** Backwards from `start`, over `count` characters. */
export function lastIndexOf(
  text: string,
  value: string,
  start = text.length - 1,
  count = start + 1,
  comparison = 4,
): number {
  if (text === '') return value === '' && (start === 0 || start === -1) ? 0 : -1;
  const from = start === text.length ? start - 1 : start;
  const length = start === text.length && count > 0 ? count - 1 : count;
  if (from < 0 || from >= text.length)
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'Index was out of range. Must be non-negative and less than the size of the collection.',
    );
  if (length < 0 || from - length + 1 < 0)
    throw new ArgumentOutOfRangeException(
      'count',
      'Count must be positive and count must refer to a location within the string/array/collection.',
    );
  const low = from - length + 1;
  if (value === '') return from + 1;
  const found = folded(text.slice(low, from + 1), comparison).lastIndexOf(
    folded(value, comparison),
  );
  return found < 0 ? -1 : low + found;
}

export function indexOfAny(
  text: string,
  characters: string,
  start = 0,
  count = text.length - start,
): number {
  checkRange(text, start, count);
  for (let at = start; at < start + count; at++) if (characters.includes(text[at]!)) return at;
  return -1;
}

export function lastIndexOfAny(
  text: string,
  characters: string,
  start = text.length - 1,
  count = start + 1,
): number {
  for (let at = start; at > start - count && at >= 0; at--)
    if (characters.includes(text[at]!)) return at;
  return -1;
}

/** @throws ArgumentOutOfRangeException */
export function substring(text: string, start: number, length = text.length - start): string {
  if (start < 0)
    throw new ArgumentOutOfRangeException('startIndex', 'StartIndex cannot be less than zero.');
  if (start > text.length)
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'startIndex cannot be larger than length of string.',
    );
  if (length < 0)
    throw new ArgumentOutOfRangeException('length', 'Length cannot be less than zero.');
  if (start + length > text.length)
    throw new ArgumentOutOfRangeException(
      'length',
      'Index and length must refer to a location within the string.',
    );
  return text.slice(start, start + length);
}

export function insert(text: string, start: number, value: string): string {
  if (start < 0 || start > text.length)
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'Specified argument was out of the range of valid values.',
    );
  return text.slice(0, start) + value + text.slice(start);
}

export function remove(text: string, start: number, count = text.length - start): string {
  if (start < 0)
    throw new ArgumentOutOfRangeException('startIndex', 'StartIndex cannot be less than zero.');
  if (count < 0) throw new ArgumentOutOfRangeException('count', 'Count cannot be less than zero.');
  if (start + count > text.length)
    throw new ArgumentOutOfRangeException(
      'count',
      'Index and count must refer to a location within the string.',
    );
  return text.slice(0, start) + text.slice(start + count);
}
