import { contextTypes } from '../expressions/context/index.ts';
import { Box } from '../expressions/runtime/Box.ts';
import { box } from '../expressions/runtime/boxing.ts';
import type { ReadOnlyDictionaryProtocol } from '../expressions/runtime/collections/protocols.ts';
import { invariantCulture } from '../expressions/runtime/Culture.ts';
import { DateTime, kinds } from '../expressions/runtime/DateTime.ts';
import type { Environment } from '../expressions/runtime/Environment.ts';
import { JArray } from '../expressions/runtime/json/JArray.ts';
import { JObject } from '../expressions/runtime/json/JObject.ts';
import { JValue } from '../expressions/runtime/json/JValue.ts';
import { elementTypeOf } from '../expressions/runtime/iterate.ts';
import { NetArray } from '../expressions/runtime/NetArray.ts';
import { toText } from '../expressions/runtime/toText.ts';
import { typeOf } from '../expressions/runtime/typeOf.ts';
import type { PropertyMember } from '../expressions/typeSystem/Member.ts';
import type { NetType } from '../expressions/typeSystem/NetType.ts';
import type { TypeDefinition } from '../expressions/typeSystem/TypeDefinition.ts';
import { Decimal } from '../lib/decimal/Decimal.ts';
import { LiquidError } from '../lib/liquid/LiquidError.ts';
import { LiquidDate, LiquidHash } from '../lib/liquid/values.ts';
import type { LiquidValue } from '../lib/liquid/values.ts';

/** Types of the `context` tree, whose properties a template may read. */
const readable: ReadonlySet<TypeDefinition> = new Set(contextTypes);

/** Lists within one another. */
const deepest = 100;

/**
 * What a template sees of a boxed .NET value, such as a variable: objects of JSON and dictionaries as
 * hashes, collections as lists, objects of the `context` tree with their properties, everything else
 * as text. `declared` is the type of what does not tell its own.
 * @throws LiquidError, LimitExceeded
 */
export function liquidOf(
  value: unknown,
  environment: Environment,
  declared?: NetType,
  depth = 0,
): LiquidValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (value instanceof Box) return ofBox(value);
  if (value instanceof Decimal) return value;
  if (value instanceof DateTime) return dateOf(value);
  if (value instanceof JValue) return liquidOf(value.value, environment, undefined, depth);
  if (value instanceof JObject) return new JsonHash(value, environment);
  if (value instanceof JArray) return listOf(value.children, environment, undefined, depth);
  return ofObject(value, environment, declared, depth);
}

function ofObject(
  value: NonNullable<unknown>,
  environment: Environment,
  declared: NetType | undefined,
  depth: number,
): LiquidValue {
  const type = typeOf(value) ?? declared;
  if (type?.kind === 'named' && readable.has(type.definition)) {
    return new PropertiesHash(value, type.definition, environment);
  }
  if (value instanceof NetArray) {
    return listOf(value.items, environment, value.elementType, depth);
  }
  if (isDictionary(value)) return new DictionaryHash(value, environment);
  const element = elementTypeOf(value);
  if (element && isIterable(value)) return listOf(value, environment, element, depth);
  return toText(value);
}

function ofBox(boxed: Box): LiquidValue {
  const { type, value } = boxed;
  const name = type.toString();
  if (name === 'System.Double' || name === 'System.Single') return Number(value);
  const isEnum = type.kind === 'named' && type.definition.kind === 'enum';
  return isEnum || name === 'System.Char' ? toText(boxed) : BigInt(value);
}

function dateOf({ ticks, kind }: DateTime): LiquidDate {
  const name = kind === kinds.utc ? 'utc' : kind === kinds.local ? 'local' : 'unspecified';
  return new LiquidDate(ticks, name);
}

function listOf(
  items: Iterable<unknown>,
  environment: Environment,
  elementType: NetType | undefined,
  depth: number,
): LiquidValue[] {
  if (depth > deepest) throw new LiquidError('Nesting too deep');
  const list: LiquidValue[] = [];
  for (const item of items) {
    environment.spend();
    environment.allowItems(list.length);
    const boxed = elementType ? box(item, elementType) : item;
    list.push(liquidOf(boxed, environment, elementType, depth + 1));
  }
  return list;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

type Dictionary = ReadOnlyDictionaryProtocol & { readonly typeArguments: readonly NetType[] };

function isDictionary(value: object): value is Dictionary {
  return 'find' in value && 'containsKey' in value && 'typeArguments' in value;
}

/** A JObject; its members are made when they are asked for. */
class JsonHash extends LiquidHash {
  readonly #object: JObject;
  readonly #environment: Environment;

  constructor(object: JObject, environment: Environment) {
    super();
    this.#object = object;
    this.#environment = environment;
  }

  get(name: string): LiquidValue | undefined {
    const property = this.#object.property(name) ?? this.#inOtherCase(name);
    return property && liquidOf(property.value, this.#environment);
  }

  #inOtherCase(name: string): JObject['properties'][number] | undefined {
    const wanted = name.toLowerCase();
    this.#environment.spend();
    return this.#object.properties.find((property) => property.name.toLowerCase() === wanted);
  }

  *entries(): Generator<readonly [string, LiquidValue]> {
    for (const { name, value } of this.#object.properties) {
      yield [name, liquidOf(value, this.#environment)];
    }
  }
}

/** An `IReadOnlyDictionary<string, …>`: headers, parameters, variables. */
class DictionaryHash extends LiquidHash {
  readonly #dictionary: Dictionary;
  readonly #environment: Environment;

  constructor(dictionary: Dictionary, environment: Environment) {
    super();
    this.#dictionary = dictionary;
    this.#environment = environment;
  }

  get(name: string): LiquidValue | undefined {
    const value = this.#dictionary.find(name);
    return value === undefined ? undefined : this.#valueOf(value);
  }

  *entries(): Generator<readonly [string, LiquidValue]> {
    for (const { key, value } of this.#dictionary) yield [toText(key), this.#valueOf(value)];
  }

  #valueOf(value: unknown): LiquidValue {
    const type = this.#dictionary.typeArguments[1];
    return liquidOf(type ? box(value, type) : value, this.#environment, type);
  }
}

/** An object of the `context` tree: its properties by name, in any case. */
class PropertiesHash extends LiquidHash {
  readonly #object: unknown;
  readonly #definition: TypeDefinition;
  readonly #environment: Environment;

  constructor(object: unknown, definition: TypeDefinition, environment: Environment) {
    super();
    this.#object = object;
    this.#definition = definition;
    this.#environment = environment;
  }

  get(name: string): LiquidValue | undefined {
    const property = propertiesOf(this.#definition).get(name.toLowerCase());
    if (property) return this.#read(property);
    // The set-body page lists both among what a URL has.
    return /^(tostring|touri)$/i.test(name) ? this.text : undefined;
  }

  *entries(): Generator<readonly [string, LiquidValue]> {
    for (const property of propertiesOf(this.#definition).values()) {
      yield [property.name, this.#read(property)];
    }
  }

  override get text(): string {
    const { behaviour } = this.#definition.declaration;
    if (!behaviour || !('text' in behaviour) || !behaviour.text) return '';
    return behaviour.text(this.#object as never, null, invariantCulture);
  }

  #read({ get, type }: PropertyMember): LiquidValue {
    const read = get as ((...args: unknown[]) => unknown) | undefined;
    const value = read?.(this.#object, [], this.#environment);
    return liquidOf(value === undefined ? null : box(value, type), this.#environment, type);
  }
}

const knownProperties = new WeakMap<TypeDefinition, ReadonlyMap<string, PropertyMember>>();

/**
 * Properties by lower-case name. Bodies are not among them: a template has the one of its own message
 * as `body`.
 */
function propertiesOf(definition: TypeDefinition): ReadonlyMap<string, PropertyMember> {
  let known = knownProperties.get(definition);
  if (!known) {
    const properties = definition.members.filter(isReadable);
    known = new Map(properties.map((property) => [property.name.toLowerCase(), property]));
    knownProperties.set(definition, known);
  }
  return known;
}

function isReadable(member: TypeDefinition['members'][number]): member is PropertyMember {
  return (
    member.kind === 'property' &&
    !member.isStatic &&
    member.parameters.length === 0 &&
    member.get !== undefined &&
    member.type.toString() !== 'IMessageBody'
  );
}
