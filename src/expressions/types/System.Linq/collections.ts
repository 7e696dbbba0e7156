/** What LINQ asks of a source that is more than a sequence, as .NET does. */
import { asList } from '../../runtime/collections/ArrayAsList.ts';
import type { Countable } from '../../runtime/collections/ArrayAsList.ts';
import { DictionaryKeys, DictionaryValues } from '../../runtime/collections/DictionaryViews.ts';
import { NetDictionary } from '../../runtime/collections/NetDictionary.ts';
import { NetHashSet } from '../../runtime/collections/NetHashSet.ts';
import { NetList } from '../../runtime/collections/NetList.ts';
import { NetLookup } from '../../runtime/collections/NetLookup.ts';
import { NetQueue } from '../../runtime/collections/NetQueue.ts';
import { NetReadOnlyCollection } from '../../runtime/collections/NetReadOnlyCollection.ts';
import { NetStack } from '../../runtime/collections/NetStack.ts';
import type { CollectionProtocol, IndexedProtocol } from '../../runtime/collections/protocols.ts';
import { NetArray } from '../../runtime/NetArray.ts';

/** The source by index, of those that are IList<T>; undefined of others. */
export function asIndexed(source: unknown): IndexedProtocol | undefined {
  if (source instanceof NetArray || source instanceof NetList) return asList(source);
  return source instanceof NetReadOnlyCollection ? source : undefined;
}

const collectionClasses = [
  DictionaryKeys,
  DictionaryValues,
  NetDictionary,
  NetHashSet,
  NetList,
  NetReadOnlyCollection,
];

/** The source as an ICollection<T>, whose own Contains counts; undefined when it is none. */
export function asCollection(source: unknown): CollectionProtocol | undefined {
  if (source instanceof NetArray) return asList(source);
  return collectionClasses.find((each) => source instanceof each) && (source as CollectionProtocol);
}

/** The source when it knows its number of elements without an enumeration. */
export function asCounted(source: unknown): Countable | undefined {
  const isCounted =
    source instanceof NetQueue || source instanceof NetStack || source instanceof NetLookup;
  return isCounted ? source : asCollection(source);
}
