import { JsonToken } from '../../../lib/newtonsoft/JsonToken.ts';
import { unboxAs } from '../../runtime/boxing.ts';
import { NetHashSet } from '../../runtime/collections/NetHashSet.ts';
import { NetList } from '../../runtime/collections/NetList.ts';
import { NetQueue } from '../../runtime/collections/NetQueue.ts';
import { NetStack } from '../../runtime/collections/NetStack.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { objectType } from '../System.Collections/objectType.ts';
import type { Deserializer } from './deserialize.ts';

/** `T` of `List<T>`; object of what has no type argument. */
function elementOf(type: NetType): NetType {
  return (type.kind === 'named' && type.args[0]) || objectType();
}

export function readList(reader: Deserializer, type: NetType): NetList {
  const element = elementOf(type);
  return new NetList(element, readItems(reader, element));
}

export function readSet(reader: Deserializer, type: NetType): NetHashSet {
  const element = elementOf(type);
  const set = new NetHashSet(element);
  for (const item of readItems(reader, element)) set.add(item, reader.environment);
  return set;
}

export function readQueue(reader: Deserializer, type: NetType): NetQueue {
  const element = elementOf(type);
  return new NetQueue(element, readItems(reader, element));
}

export function readStack(reader: Deserializer, type: NetType): NetStack {
  const element = elementOf(type);
  return new NetStack(element, readItems(reader, element));
}

export function readArray(reader: Deserializer, type: NetType): NetArray {
  if (type.kind !== 'array') throw new Error(`${type.toString()} is no array`);
  if (type.rank === 1) return newArray(type.element, readItems(reader, type.element));
  const lengths: number[] = [];
  const items = readRows(reader, type.element, type.rank, lengths);
  return new NetArray(type.element, items, lengths);
}

/** The elements of an array whose start was read, in their static representation. */
function readItems(reader: Deserializer, element: NetType): unknown[] {
  const items: unknown[] = [];
  const { source, environment } = reader;
  while (reader.readFor(element)) {
    if (source.token === JsonToken.EndArray) return items;
    environment.allowItems(items.length + 1);
    items.push(unboxAs(reader.value(element), element));
  }
  throw reader.fail('Unexpected end when deserializing array.');
}

/** Row by row; `lengths` is filled with the length of each dimension. */
function readRows(
  reader: Deserializer,
  element: NetType,
  rank: number,
  lengths: number[],
): unknown[] {
  const dimension = lengths.length;
  return readRow(reader, element, rank - dimension, lengths, dimension);
}

function readRow(
  reader: Deserializer,
  element: NetType,
  left: number,
  lengths: number[],
  dimension: number,
): unknown[] {
  const items: unknown[] = [];
  let length = 0;
  if (left === 1) {
    const row = readItems(reader, element);
    items.push(...row);
    length = row.length;
  } else {
    while (reader.readFor(objectType())) {
      if (reader.source.token === JsonToken.EndArray) break;
      for (const item of readRow(reader, element, left - 1, lengths, dimension + 1))
        items.push(item);
      length++;
    }
  }
  if ((lengths[dimension] ??= length) !== length)
    throw reader.fail('Cannot deserialize non-cubical array as multidimensional array.');
  return items;
}
