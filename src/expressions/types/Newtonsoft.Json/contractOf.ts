import { isEnum, underlyingOf } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { scalarsByName } from '../Newtonsoft.Json.Linq/scalarConversions.ts';
import type { Deserializer } from './deserialize.ts';
import type { ReadKind } from './readAs.ts';
import { readArray, readList, readQueue, readSet, readStack } from './readCollections.ts';
import { readDictionary } from './readDictionary.ts';
import { readPair, readTuple } from './readTuple.ts';

/** Reads a value whose first token was read; the result is boxed. */
type Read = (reader: Deserializer, type: NetType) => unknown;

/** How values of a type stand in JSON. */
export interface Contract {
  /** `any` is of `object`: what is an object or array in JSON becomes a token. */
  readonly kind: 'any' | 'value' | 'object' | 'array';
  readonly readKind?: ReadKind;
  readonly read: Read;
}

const readKinds: Readonly<Partial<Record<string, ReadKind>>> = {
  'System.String': 'String',
  'System.Int32': 'Int32',
  'System.Decimal': 'Decimal',
  'System.DateTime': 'DateTime',
  'System.DateTimeOffset': 'DateTimeOffset',
  'System.Byte[]': 'Bytes',
};

const collections = 'System.Collections.Generic';

const containers: Readonly<Record<string, Contract>> = {
  'System.Collections.ICollection': { kind: 'array', read: readList },
  'System.Collections.IEnumerable': { kind: 'array', read: readList },
  'System.Collections.IList': { kind: 'array', read: readList },
  [`${collections}.ICollection`]: { kind: 'array', read: readList },
  [`${collections}.IEnumerable`]: { kind: 'array', read: readList },
  [`${collections}.IList`]: { kind: 'array', read: readList },
  [`${collections}.IReadOnlyCollection`]: { kind: 'array', read: readList },
  [`${collections}.IReadOnlyList`]: { kind: 'array', read: readList },
  [`${collections}.List`]: { kind: 'array', read: readList },
  [`${collections}.HashSet`]: { kind: 'array', read: readSet },
  [`${collections}.ISet`]: { kind: 'array', read: readSet },
  [`${collections}.Queue`]: { kind: 'array', read: readQueue },
  [`${collections}.Stack`]: { kind: 'array', read: readStack },
  [`${collections}.Dictionary`]: { kind: 'object', read: readDictionary },
  [`${collections}.IDictionary`]: { kind: 'object', read: readDictionary },
  [`${collections}.IReadOnlyDictionary`]: { kind: 'object', read: readDictionary },
  [`${collections}.KeyValuePair`]: { kind: 'object', read: readPair },
  'System.Tuple': { kind: 'object', read: readTuple },
  'System.ValueTuple': { kind: 'object', read: readTuple },
};

const any: Contract = { kind: 'any', read: cannotRead };
const value: Contract = { kind: 'value', read: cannotRead };
const array: Contract = { kind: 'array', read: readArray };
const other: Contract = { kind: 'object', read: cannotRead };

export function contractOf(type: NetType): Contract {
  const own = underlyingOf(type);
  const name = own.toString();
  if (name === 'System.Object') return any;
  const readKind = readKinds[name];
  if (readKind) return { ...value, readKind };
  if (isEnum(own) || scalarsByName.has(name)) return value;
  if (own.kind === 'array') return array;
  return (own.kind === 'named' && containers[own.definition.fullName]) || other;
}

function cannotRead(reader: Deserializer, type: NetType): never {
  throw reader.fail(
    `Could not create an instance of type ${type.toString()}. Type is an interface or abstract class and cannot be instantiated.`,
  );
}
