import type { Environment } from '../Environment.ts';
import { elementTypeOf, iterate } from '../iterate.ts';
import type { NetArray } from '../NetArray.ts';
import { checkNonNegative, checkRoom, checkStart } from './checks.ts';
import type { CountedProtocol } from './protocols.ts';
import { storeItem } from './storeItem.ts';
import type { StoreItem } from './storeItem.ts';

/**
 * `CopyTo` of the collections that call an index behind the array's end out of range.
 * @throws ArgumentOutOfRangeException, ArgumentException, ArrayTypeMismatchException
 */
export function copyItemsWithin(
  source: CountedProtocol,
  target: NetArray,
  index: number,
  environment: Environment,
  store: StoreItem = storeItem,
): void {
  checkStart(index, target.length, 'arrayIndex');
  copyItems(source, target, index, environment, store);
}

/**
 * `CopyTo`: all elements of a collection into an array.
 * @throws ArgumentException without room, ArrayTypeMismatchException
 */
export function copyItems(
  source: CountedProtocol,
  target: NetArray,
  index: number,
  environment: Environment,
  store: StoreItem = storeItem,
): void {
  checkNonNegative(index, 'arrayIndex');
  checkRoom(target.length, index, source.count);
  environment.spend(source.count);
  let at = index;
  const from = elementTypeOf(source);
  for (const item of iterate(source, target.elementType)) store(target, at++, item, from);
}
