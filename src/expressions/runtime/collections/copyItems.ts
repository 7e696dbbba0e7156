import type { Environment } from '../Environment.ts';
import { iterate } from '../iterate.ts';
import type { NetArray } from '../NetArray.ts';
import { checkNonNegative, checkRoom, checkStart } from './checks.ts';
import type { CountedProtocol } from './protocols.ts';

/**
 * `CopyTo` of the collections that call an index behind the array's end out of range.
 * @throws ArgumentOutOfRangeException, ArgumentException
 */
export function copyItemsWithin(
  source: CountedProtocol,
  target: NetArray,
  index: number,
  environment: Environment,
): void {
  checkStart(index, target.length, 'arrayIndex');
  copyItems(source, target, index, environment);
}

/** `CopyTo`: all elements of a collection into an array. @throws ArgumentException without room */
export function copyItems(
  source: CountedProtocol,
  target: NetArray,
  index: number,
  environment: Environment,
): void {
  checkNonNegative(index, 'arrayIndex');
  checkRoom(target.length, index, source.count);
  environment.spend(source.count);
  let at = index;
  for (const item of iterate(source, target.elementType)) target.setAt(at++, item);
}
