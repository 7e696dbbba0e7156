import type { NetType } from '../../typeSystem/NetType.ts';
import { Enumerator } from '../Enumerator.ts';
import { iterate } from '../iterate.ts';
import { JArray } from '../json/JArray.ts';
import { NetArray } from '../NetArray.ts';
import { DictionaryKeys, DictionaryValues } from './DictionaryViews.ts';
import { NetDictionary } from './NetDictionary.ts';
import { NetHashSet } from './NetHashSet.ts';
import { NetList } from './NetList.ts';
import { NetQueue } from './NetQueue.ts';
import { NetStack } from './NetStack.ts';
import {
  DictionaryEnumerator,
  HashSetEnumerator,
  KeyEnumerator,
  ListEnumerator,
  QueueEnumerator,
  StackEnumerator,
  ValueEnumerator,
} from './structEnumerators.ts';

/**
 * What `GetEnumerator()` of a value gives, where `elementType` is what it is asked for. The
 * collections that have an enumerator of their own give that one through their interfaces too;
 * any other has no current element in front of the first and behind the last when it is strict.
 */
export function enumeratorOf(
  value: unknown,
  elementType: NetType,
  isStrict = value instanceof NetArray || typeof value === 'string',
): Enumerator {
  if (value instanceof NetList) return new ListEnumerator(value.elementType, value);
  if (value instanceof NetHashSet) return new HashSetEnumerator(value.elementType, value);
  // These two have no current element in front of the first.
  if (value instanceof NetQueue) return new QueueEnumerator(value.elementType, value, true);
  if (value instanceof NetStack) return new StackEnumerator(value.elementType, value, true);
  if (value instanceof DictionaryKeys)
    return new KeyEnumerator(value.typeArguments, value.elementType, value);
  if (value instanceof DictionaryValues)
    return new ValueEnumerator(value.typeArguments, value.elementType, value);
  if (value instanceof NetDictionary) {
    return new DictionaryEnumerator(value.typeArguments, elementType, value);
  }
  const items = iterate(value, elementType);
  if (value instanceof JArray) return new ListEnumerator(elementType, items);
  return new Enumerator(elementType, items, isStrict);
}
