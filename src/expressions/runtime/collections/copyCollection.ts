import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { ArgumentException, ArrayTypeMismatchException } from '../exceptions.ts';
import { NetArray } from '../NetArray.ts';
import type { Countable } from './ArrayAsList.ts';
import { checkNonNegative, checkRoom, checkStart } from './checks.ts';
import { copyArrayTo, requireOneDimension } from './copyArray.ts';
import { DictionaryKeys, DictionaryValues } from './DictionaryViews.ts';
import { listed } from './listed.ts';
import { NetDictionary } from './NetDictionary.ts';
import { NetQueue } from './NetQueue.ts';
import { NetStack } from './NetStack.ts';

/** These call an index behind the end of the array out of range. */
const strict = [NetDictionary, DictionaryKeys, DictionaryValues, NetQueue, NetStack];

/**
 * `ICollection.CopyTo`. An array is copied as by Array.CopyTo; to other collections an array whose
 * elements do not fit is a wrong argument.
 * @throws ArgumentException, ArrayTypeMismatchException of arrays, InvalidCastException
 */
export function copyCollection(
  source: Countable,
  elementType: NetType,
  target: NetArray,
  index: number,
  environment: Environment,
): void {
  if (source instanceof NetArray) return copyArrayTo(source, target, index, environment);
  requireOneDimension(target);
  if (strict.some((each) => source instanceof each)) checkStart(index, target.length);
  checkNonNegative(index, 'arrayIndex');
  checkRoom(target.length, index, source.count);
  const elements = new NetArray(elementType, listed(source, elementType, environment));
  try {
    copyArrayTo(elements, target, index, environment);
  } catch (error) {
    if (!(error instanceof ArrayTypeMismatchException)) throw error;
    throw new ArgumentException(
      'Target array type is not compatible with the type of items in the collection.',
      'array',
    );
  }
}
