/** New strings from old ones: the algorithms. */
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { findText } from '../../runtime/textComparison.ts';

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

/** @throws ArgumentOutOfRangeException, LimitExceeded */
export function insert(
  text: string,
  start: number,
  value: string,
  environment: Environment,
): string {
  if (start < 0 || start > text.length) throw new ArgumentOutOfRangeException('startIndex');
  environment.allowLength(text.length + value.length);
  return text.slice(0, start) + value + text.slice(start);
}

/** As .NET Framework, whose `Remove(int)` refuses the end of the text. @throws ArgumentOutOfRangeException */
export function removeFrom(text: string, start: number): string {
  if (start < 0)
    throw new ArgumentOutOfRangeException('startIndex', 'StartIndex cannot be less than zero.');
  if (start >= text.length)
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'startIndex must be less than length of string.',
    );
  return text.slice(0, start);
}

/** @throws ArgumentOutOfRangeException */
export function remove(text: string, start: number, count: number): string {
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

/** @throws ArgumentException, LimitExceeded */
export function replace(text: string, from: string, to: string, environment: Environment): string {
  requireSomething(from);
  if (from.length === 1 && to.length === 1)
    return replaceUnit(text, from.charCodeAt(0), to.charCodeAt(0));
  let count = 0;
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) count++;
  environment.spend(Math.floor(count / placesPerStep));
  environment.allowLength(text.length + count * (to.length - from.length));
  return count === 0 ? text : text.split(from).join(to);
}

/** Places at which something is replaced, for one step. */
const placesPerStep = 8;

/** The same for one unit and another, in one go. */
export function replaceUnit(text: string, from: number, to: number): string {
  if (!text.includes(String.fromCharCode(from))) return text;
  const octets = Buffer.from(text, 'utf16le');
  const [low, high] = [from & 0xff, from >> 8];
  for (let at = 0; at < octets.length; at += 2) {
    if (octets[at] === low && octets[at + 1] === high) octets.writeUInt16LE(to, at);
  }
  return octets.toString('utf16le');
}

/** @throws ArgumentException, LimitExceeded */
export function replaceBy(
  text: string,
  from: string,
  to: string,
  comparison: number,
  environment: Environment,
): string {
  requireSomething(from);
  let result = '';
  let rest = text;
  for (let found = findText(rest, from, comparison); found;) {
    // What has no weight is found everywhere and replaced nowhere.
    if (found.end === found.start) break;
    environment.spend(1 + Math.floor(rest.length / 1024));
    result += rest.slice(0, found.start) + to;
    environment.allowLength(result.length);
    rest = rest.slice(found.end);
    found = findText(rest, from, comparison);
  }
  return result + rest;
}

function requireSomething(from: string): void {
  if (from === '') throw new ArgumentException('String cannot be of zero length.', 'oldValue');
}

/** @throws ArgumentOutOfRangeException, LimitExceeded */
export function pad(
  text: string,
  width: number,
  unit: number,
  side: 'start' | 'end',
  environment: Environment,
): string {
  if (width < 0)
    throw new ArgumentOutOfRangeException('totalWidth', 'Non-negative number required.');
  environment.allowLength(width);
  const fill = String.fromCharCode(unit);
  return side === 'start' ? text.padStart(width, fill) : text.padEnd(width, fill);
}

/** @throws ArgumentOutOfRangeException, LimitExceeded */
export function repeat(unit: number, count: number, environment: Environment): string {
  if (count < 0) throw new ArgumentOutOfRangeException('count', "'count' must be non-negative.");
  environment.allowLength(count);
  return String.fromCharCode(unit).repeat(count);
}
