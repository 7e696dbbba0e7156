import { isReferenceType } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { ArrayTypeMismatchException, InvalidCastException } from '../exceptions.ts';
import { isInstance } from '../isInstance.ts';
import type { NetArray } from '../NetArray.ts';

/** Sets an element of an array that is seen as one of the type `from`. */
export type StoreItem = (
  array: NetArray,
  index: number,
  value: unknown,
  from: NetType | undefined,
) => void;

/**
 * Sets an element. A `string[]` that is seen as an `object[]` still holds strings only (C# 7.3
 * §array covariance); `from` is the type by which it is seen.
 * @throws ArrayTypeMismatchException, IndexOutOfRangeException
 */
export function storeItem(
  array: NetArray,
  index: number,
  value: unknown,
  from: NetType | undefined,
): void {
  if (!fits(array, value, from)) throw new ArrayTypeMismatchException();
  array.setAt(index, value);
}

/** The same for the collections that copy by `Array.Copy`. @throws InvalidCastException */
export function copyItem(
  array: NetArray,
  index: number,
  value: unknown,
  from: NetType | undefined,
): void {
  if (!fits(array, value, from))
    throw new InvalidCastException(
      'At least one element in the source array could not be cast down to the destination array type.',
    );
  array.setAt(index, value);
}

function fits({ elementType }: NetArray, value: unknown, from: NetType | undefined): boolean {
  if (elementType === from || value === null || !isReferenceType(elementType)) return true;
  return isInstance(value, elementType);
}
