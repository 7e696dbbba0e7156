import { NetArray } from '../../runtime/NetArray.ts';
import { SystemString } from './String.ts';

/** A new `string[]`. */
export function textArray(texts: (string | null)[]): NetArray {
  return new NetArray(SystemString.construct(), texts);
}

/** The elements of a `string[]`, null as the empty text; none of null. */
export function textsIn(array: NetArray | null): string[] {
  return array === null ? [] : Array.from(array.items, textIn);
}

function textIn(item: unknown): string {
  return typeof item === 'string' ? item : '';
}
