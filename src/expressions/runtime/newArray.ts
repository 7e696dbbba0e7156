import type { NetType } from '../typeSystem/NetType.ts';
import { defaultOf } from './defaultOf.ts';
import { NetArray } from './NetArray.ts';
import type { ArrayItems } from './NetArray.ts';

/** An array with these elements, which must be the caller's to give away. */
export function newArray(elementType: NetType, items: ArrayItems): NetArray {
  const isRight = !isByte(elementType) || items instanceof Uint8Array;
  return new NetArray(elementType, isRight ? items : Uint8Array.from(items as number[]));
}

/** An array of `default(T)`. */
export function newEmptyArray(elementType: NetType, length: number): NetArray {
  if (isByte(elementType)) return new NetArray(elementType, new Uint8Array(length));
  return new NetArray(elementType, Array.from({ length }).fill(defaultOf(elementType)));
}

function isByte(type: NetType): boolean {
  return type.kind === 'named' && type.definition.fullName === 'System.Byte';
}
