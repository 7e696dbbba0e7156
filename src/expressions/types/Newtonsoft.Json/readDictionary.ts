import { JsonToken, tokenName } from '../../../lib/newtonsoft/JsonToken.ts';
import { unboxAs } from '../../runtime/boxing.ts';
import { NetDictionary } from '../../runtime/collections/NetDictionary.ts';
import { NetException } from '../../runtime/exceptions.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import type { Deserializer } from './deserialize.ts';
import { ensureType } from './ensureType.ts';

/** An object whose start was read as a `Dictionary<TKey, TValue>`. */
export function readDictionary(reader: Deserializer, type: NetType): NetDictionary {
  const [keyType, valueType] = type.kind === 'named' ? type.args : [];
  if (!keyType || !valueType) throw new Error(`${type.toString()} is no dictionary`);
  const { source, environment } = reader;
  const dictionary = new NetDictionary(keyType, valueType);
  while (source.read()) {
    if (source.token === JsonToken.EndObject) return dictionary;
    if (source.token === JsonToken.Comment) continue;
    if (source.token !== JsonToken.PropertyName)
      throw reader.fail(`Unexpected token when deserializing object: ${tokenName(source.token)}.`);
    const key = readKey(reader, keyType, type);
    if (!reader.readFor(valueType)) throw reader.fail('Unexpected end when deserializing object.');
    const value = unboxAs(reader.value(valueType), valueType);
    dictionary.set(unboxAs(key, keyType), value, environment);
  }
  throw reader.fail('Unexpected end when deserializing object.');
}

function readKey(reader: Deserializer, keyType: NetType, type: NetType): unknown {
  const name = reader.source.value;
  try {
    return ensureType(name, keyType, reader);
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    const own = (type.kind === 'named' && type.args[0]) || keyType;
    throw reader.fail(
      `Could not convert string '${String(name)}' to dictionary key type '${own.toString()}'. Create a TypeConverter to convert from the string to the key type object.`,
    );
  }
}
