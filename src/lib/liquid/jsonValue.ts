import { Decimal } from '../decimal/Decimal.ts';
import { fromInteger } from '../decimal/convert.ts';
import { JsonReadError } from '../newtonsoft/JsonReadError.ts';
import { JsonTextReader } from '../newtonsoft/JsonTextReader.ts';
import { JsonToken } from '../newtonsoft/JsonToken.ts';
import { int64 } from './convert.ts';
import { LiquidError } from './LiquidError.ts';
import { LiquidDate, MapHash } from './values.ts';
import type { LiquidValue } from './values.ts';

export interface JsonReading {
  /** Whether texts that look like dates become dates, as Newtonsoft does it. */
  readonly findsDates: boolean;
}

/** A container that is being read. */
interface Open {
  readonly parent: Open | undefined;
  /** The name that the next value has, in a hash. */
  name: string;
  add(this: Open, value: LiquidValue): void;
  readonly value: LiquidValue;
}

/**
 * What a template sees of a JSON text: objects are hashes, arrays lists, integers and floats stay
 * apart. Read as Newtonsoft reads it, up to its depth of 64. A blank text is nothing.
 * @throws LiquidError
 */
export function liquidOfJson(text: string, { findsDates }: JsonReading): LiquidValue {
  try {
    return read(new JsonTextReader(text), findsDates);
  } catch (error) {
    if (error instanceof JsonReadError) throw new LiquidError(error.message);
    throw error;
  }
}

function read(reader: JsonTextReader, findsDates: boolean): LiquidValue {
  const top: LiquidValue[] = [];
  let open = openList(undefined, top);
  while (findsDates ? reader.read() : reader.readWithoutDates()) {
    switch (reader.token) {
      case JsonToken.Comment:
        break;
      case JsonToken.PropertyName:
        open.name = typeof reader.value === 'string' ? reader.value : '';
        break;
      case JsonToken.StartObject:
        open = openHash(open, new Map());
        break;
      case JsonToken.StartArray:
      case JsonToken.StartConstructor:
        open = openList(open, []);
        break;
      case JsonToken.EndObject:
      case JsonToken.EndArray:
      case JsonToken.EndConstructor: {
        const { value, parent } = open;
        if (parent) open = parent;
        open.add(value);
        break;
      }
      default:
        open.add(scalarOf(reader));
    }
  }
  if (open.parent) throw new LiquidError('Unexpected end of content while loading JSON.');
  return top[0] ?? null;
}

function openHash(parent: Open, members: Map<string, LiquidValue>): Open {
  return {
    parent,
    name: '',
    value: new MapHash(members),
    add(value) {
      members.set(this.name, value);
    },
  };
}

function openList(parent: Open | undefined, items: LiquidValue[]): Open {
  return { parent, name: '', value: items, add: (value) => void items.push(value) };
}

function scalarOf({ value, token }: JsonTextReader): LiquidValue {
  if (typeof value === 'bigint') {
    if (value >= int64.minimum && value <= int64.maximum) return value;
    return value > -Decimal.maximum.mantissa && value < Decimal.maximum.mantissa
      ? fromInteger(value)
      : Number(value);
  }
  if (typeof value !== 'object' || value === null)
    return token === JsonToken.Undefined ? null : value;
  return new LiquidDate(value.ticks, value.kind);
}
