import type { NetArray } from '../../runtime/NetArray.ts';

/** The bytes of a `byte[]`. */
export function bytesIn({ items }: NetArray): Uint8Array {
  if (items instanceof Uint8Array) return items;
  throw new Error('an array that holds no bytes');
}
