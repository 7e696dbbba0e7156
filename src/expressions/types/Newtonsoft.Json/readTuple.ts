import { JsonToken } from '../../../lib/newtonsoft/JsonToken.ts';
import { unboxAs } from '../../runtime/boxing.ts';
import { KeyValuePair } from '../../runtime/collections/KeyValuePair.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { ReferenceTuple } from '../../runtime/ReferenceTuple.ts';
import { ValueTuple } from '../../runtime/ValueTuple.ts';
import { isTuple } from '../../typeSystem/kinds.ts';
import type { NamedType, NetType } from '../../typeSystem/NetType.ts';
import type { Deserializer } from './deserialize.ts';

/** `{"Key":…,"Value":…}`, whatever the case of the names. */
export function readPair(reader: Deserializer, type: NetType): KeyValuePair {
  const { args } = named(type);
  const [key, value] = readParts(reader, args, ['key', 'value']);
  return new KeyValuePair(args, key, value);
}

/** `{"Item1":…,"Item2":…}`, whatever the case of the names. */
export function readTuple(reader: Deserializer, type: NetType): ReferenceTuple | ValueTuple {
  const own = named(type);
  const names = own.args.map((_, i) => `item${i + 1}`);
  const parts = readParts(reader, own.args, names);
  return isTuple(own) ? new ValueTuple(own, parts) : new ReferenceTuple(own, parts);
}

function named(type: NetType): NamedType {
  if (type.kind !== 'named') throw new Error(`${type.toString()} has no parts`);
  return type;
}

/** The parts of an object whose start was read; one that is absent is the default of its type. */
function readParts(
  reader: Deserializer,
  types: readonly NetType[],
  names: readonly string[],
): unknown[] {
  const parts = types.map(defaultOf);
  const { source } = reader;
  while (source.read()) {
    if (source.token === JsonToken.EndObject) return parts;
    if (source.token !== JsonToken.PropertyName) continue;
    const index = names.indexOf(String(source.value).toLowerCase());
    const type = types[index];
    if (!type) skipValue(reader);
    else if (reader.readFor(type)) parts[index] = unboxAs(reader.value(type), type);
  }
  throw reader.fail('Unexpected end when deserializing object.');
}

/** Goes past the value of a property. */
function skipValue({ source }: Deserializer): void {
  const { depth } = source;
  if (!source.read()) return;
  const isOpen =
    source.token >= JsonToken.StartObject && source.token <= JsonToken.StartConstructor;
  if (!isOpen) return;
  while (source.read() && source.depth > depth);
}
