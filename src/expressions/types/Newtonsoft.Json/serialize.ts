/** What a JsonSerializer with default settings writes of an object. Values are boxed. */
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { ticksPerDay } from '../../../lib/dotnet-time/ticks.ts';
import { AnonymousObject } from '../../runtime/AnonymousObject.ts';
import { Box } from '../../runtime/Box.ts';
import { box } from '../../runtime/boxing.ts';
import { KeyValuePair } from '../../runtime/collections/KeyValuePair.ts';
import type { ReadOnlyDictionaryProtocol } from '../../runtime/collections/protocols.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { CultureInfo } from '../../runtime/CultureInfo.ts';
import { DateTime } from '../../runtime/DateTime.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import { dateTimeOffsetText, dateTimeText } from '../../runtime/dateTexts.ts';
import { DBNull } from '../../runtime/DBNull.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { JsonSerializationException } from '../../runtime/exceptions.ts';
import { Guid } from '../../runtime/Guid.ts';
import { enumerateAs, iterate } from '../../runtime/iterate.ts';
import { BigInteger } from '../../runtime/json/BigInteger.ts';
import { JToken } from '../../runtime/json/JToken.ts';
import { isBytes } from '../../runtime/json/valueTypeOf.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { toText } from '../../runtime/toText.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { TypeObject } from '../../runtime/TypeObject.ts';
import { XObject } from '../../runtime/xml/XObject.ts';
import { asSeenFrom, basesOf } from '../../typeSystem/hierarchy.ts';
import type { PropertyMember } from '../../typeSystem/Member.ts';
import type { NamedType, NetType } from '../../typeSystem/NetType.ts';
import { formatJsonValue } from '../Newtonsoft.Json.Linq/formatJsonValue.ts';
import { objectType } from '../System.Collections/objectType.ts';
import type { JsonSink } from './JsonSink.ts';
import { writeXml } from './xmlNodeConverter.ts';

/** @throws JsonSerializationException, LimitExceeded */
export function serialize(value: unknown, sink: JsonSink, environment: Environment): void {
  new Serializer(sink, environment).write(value);
}

class Serializer {
  readonly #sink: JsonSink;
  readonly #environment: Environment;
  /** The objects that are being written, outermost first. */
  readonly #open: object[] = [];

  constructor(sink: JsonSink, environment: Environment) {
    this.#sink = sink;
    this.#environment = environment;
  }

  write(value: unknown, property = ''): void {
    this.#environment.spend();
    if (value === null || value === undefined || value instanceof DBNull) this.#sink.value(null);
    else if (value instanceof JToken) this.#sink.token(value);
    else if (typeof value !== 'object' || isScalar(value)) this.#sink.value(value);
    // By the converter that it has in System.ComponentModel.
    else if (value instanceof CultureInfo) this.#sink.value(value.name || '(Default)');
    else if (value instanceof XObject) writeXml(value, this.#sink, this.#environment);
    else this.#writeObject(value, property);
  }

  #writeObject(value: object, property: string): void {
    if (this.#open.includes(value)) throw loopError(value, property);
    this.#open.push(value);
    if (value instanceof KeyValuePair) this.#writePair(value);
    else if (isDictionary(value)) this.#writeDictionary(value);
    else if (value instanceof NetArray && value.lengths.length > 1) this.#writeRows(value);
    else if (isEnumerable(value)) this.#writeItems(iterate(value, objectType()));
    else this.#writeProperties(value);
    this.#open.pop();
  }

  #writeDictionary(dictionary: ReadOnlyDictionaryProtocol): void {
    this.#sink.startObject();
    for (const { key, value, typeArguments } of dictionary) {
      const [keyType] = typeArguments;
      const isUntyped = keyType?.toString() === 'System.Object';
      const name = (isUntyped && convertedDate(key)) || nameOf(boxedAs(key, keyType));
      this.#sink.name(name);
      this.write(boxedAs(value, typeArguments[1]), name);
    }
    this.#sink.end();
  }

  #writePair({ key, value, typeArguments }: KeyValuePair): void {
    this.#sink.startObject();
    this.#sink.name('Key');
    this.write(boxedAs(key, typeArguments[0]), 'Key');
    this.#sink.name('Value');
    this.write(boxedAs(value, typeArguments[1]), 'Value');
    this.#sink.end();
  }

  #writeItems(items: Iterable<unknown>): void {
    this.#sink.startArray();
    for (const item of items) this.write(item);
    this.#sink.end();
  }

  /** An array of more dimensions is written as arrays of arrays. */
  #writeRows(array: NetArray, dimension = 0, start = 0): void {
    const [length = 0, ...inner] = array.lengths.slice(dimension);
    const size = inner.reduce((product, each) => product * each, 1);
    this.#sink.startArray();
    for (let i = 0; i < length; i++) {
      const at = start + i * size;
      if (inner.length > 0) this.#writeRows(array, dimension + 1, at);
      else this.write(box(array.items[at], array.elementType));
    }
    this.#sink.end();
  }

  #writeProperties(value: object): void {
    this.#sink.startObject();
    for (const [name, item] of propertiesOf(value, this.#environment)) {
      this.#sink.name(name);
      this.write(item, name);
    }
    this.#sink.end();
  }
}

const scalars = [Box, Decimal, BigInteger, DateTime, DateTimeOffset, TimeSpan, Guid, TypeObject];

function isScalar(value: object): boolean {
  if (scalars.some((scalar) => value instanceof scalar) || isBytes(value)) return true;
  return typeOf(value)?.toString() === 'System.Uri';
}

function isDictionary(value: object): value is ReadOnlyDictionaryProtocol {
  return 'containsKey' in value && 'keys' in value;
}

function isEnumerable(value: object): boolean {
  return value instanceof NetArray || Symbol.iterator in value || enumerateAs in value;
}

function boxedAs(value: unknown, type: Parameters<typeof box>[1] | undefined): unknown {
  return type ? box(value, type) : value;
}

/** A date is a name in its JSON form, everything else as .NET prints it. */
/** Of keys whose type is not known the names come from the converters of System.ComponentModel. */
function convertedDate(key: unknown): string | undefined {
  if (key instanceof DateTime)
    return dateTimeText(key, isMidnight(key) ? 'yyyy-MM-dd' : null, invariantCulture);
  if (!(key instanceof DateTimeOffset)) return undefined;
  const format = isMidnight(key.clock) ? 'yyyy-MM-dd zzz' : null;
  return dateTimeOffsetText(key, format, invariantCulture);
}

function isMidnight({ ticks }: DateTime): boolean {
  return ticks % ticksPerDay === 0n;
}

function nameOf(key: unknown): string {
  if (key instanceof DateTime || key instanceof DateTimeOffset)
    return (formatJsonValue(key) ?? '').slice(1, -1);
  // What .NET's type converters make of collections.
  if (key instanceof NetArray) return `${simpleNameOf(key.elementType)}[] Array`;
  if (typeof key === 'object' && key !== null && isEnumerable(key) && !(key instanceof JToken))
    return '(Collection)';
  return toText(key);
}

function simpleNameOf(type: NetType): string {
  return type.kind === 'named' ? type.definition.simpleName : type.toString();
}

/** Names and boxed values of the public properties of an object. */
function* propertiesOf(
  value: object,
  environment: Environment,
): Generator<readonly [name: string, value: unknown]> {
  const type = typeOf(value);
  if (type?.kind !== 'named') return;
  if (value instanceof AnonymousObject) {
    const names = type.definition.declaration.anonymous ?? [];
    for (const [i, name] of names.entries()) yield [name, value.boxedItem(i)];
    return;
  }
  for (const [member, owner] of readableProperties(type)) {
    const get = member.get as (self: object, ...rest: unknown[]) => unknown;
    yield [member.name, box(get(value, [], environment), asSeenFrom(member.type, owner))];
  }
}

/** Those of base classes stand behind a type's own. */
function* readableProperties(type: NamedType): Generator<readonly [PropertyMember, NamedType]> {
  for (const owner of basesOf(type)) {
    for (const member of owner.definition.members) {
      if (member.kind !== 'property' || member.isStatic) continue;
      if (member.get && member.parameters.length === 0) yield [member, owner];
    }
  }
}

function loopError(value: object, property: string): JsonSerializationException {
  const type = typeOf(value)?.toString() ?? 'System.Object';
  const subject = property === '' ? '' : ` for property '${property}'`;
  return new JsonSerializationException(
    `Self referencing loop detected${subject} with type '${type}'. Path ''.`,
  );
}
