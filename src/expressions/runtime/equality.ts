/**
 * When two .NET values are equal: `Equals`, hash codes and the keys under which dictionaries, sets
 * and LINQ find values.
 */
import type { Behaviour } from '../declare/defineType.ts';
import { underlyingOf } from '../typeSystem/kinds.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { Box } from './Box.ts';
import { box } from './boxing.ts';
import { areDelegatesEqual } from './delegates.ts';
import type { DelegateFunction } from './delegates.ts';
import { lookAtParts } from './lookAtParts.ts';
import { typeOf } from './typeOf.ts';

/** `IEqualityComparer<T>` over static representations. Every .NET comparer class is one of these. */
export interface EqualityComparer {
  equals(x: unknown, y: unknown): boolean;
  hashCode(value: unknown): number;
  /** What a JavaScript Map finds the value by: the same key exactly for equal values. */
  keyOf(value: unknown): unknown;
}

const comparers = new WeakMap<NetType, EqualityComparer>();

/** `EqualityComparer<T>.Default`. */
export function equalityOf(type: NetType): EqualityComparer {
  let comparer = comparers.get(type);
  if (!comparer) comparers.set(type, (comparer = createDefault(type)));
  return comparer;
}

function createDefault(type: NetType): EqualityComparer {
  const inner = underlyingOf(type);
  if (inner.kind === 'named' && inner.definition.representation !== 'object') {
    return {
      equals: isSamePrimitive,
      hashCode: (value) => hashCodeOf(box(value, inner)),
      keyOf: (value) => value,
    };
  }
  return { equals: equalsBoxed, hashCode: hashCodeOf, keyOf: keyOfBoxed };
}

/** Equality of numbers as `Equals` has it, not `==`: NaN equals NaN. */
function isSamePrimitive(one: unknown, other: unknown): boolean {
  return one === other || (Number.isNaN(one) && Number.isNaN(other));
}

/** `object.Equals(one, other)` of boxed values. */
export function equalsBoxed(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one === null || one === undefined || other === null || other === undefined) return false;
  if (one instanceof Box) {
    return (
      other instanceof Box && one.type === other.type && isSamePrimitive(one.value, other.value)
    );
  }
  if (isDelegate(one) && isDelegate(other)) return areDelegatesEqual(one, other);
  if (typeof one !== 'object') return false;
  const behaviour = behaviourWith('equals', one);
  if (behaviour) return behaviour.equals(one as never, other);
  const key = keyOfBoxed(one);
  return typeof key === 'string' && key === keyOfBoxed(other);
}

function isDelegate(value: unknown): value is DelegateFunction {
  return typeof value === 'function';
}

/**
 * A Map key of a boxed value, the same exactly for equal values, whatever their types: the value
 * itself where JavaScript tells types apart, a text that starts with the type, or the object.
 */
export function keyOfBoxed(value: unknown): unknown {
  if (typeof value === 'string') return `"${value}`;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Box) return `${value.type.toString()}:${value.value}`;
  const behaviour = behaviourWith('key', value);
  if (!behaviour) return value;
  const key = behaviour.key(value as never);
  return `${typeOf(value)?.toString()}:${typeof key}:${key}`;
}

/**
 * One key of several values in their static representation: for the `key` of structs and classes
 * that are equal when their parts are.
 */
export function compositeKey(parts: readonly (readonly [value: unknown, type: NetType])[]): string {
  return lookAtParts(parts.length, () =>
    parts.map(([value, type]) => keyText(equalityOf(type).keyOf(value))).join(''),
  );
}

/** Length first, so that no text can imitate a border between parts. */
function keyText(key: unknown): string {
  const text = isReference(key) ? `#${identityOf(key)}` : `${typeof key}:${String(key)}`;
  return `${text.length}:${text}`;
}

function isReference(key: unknown): key is object {
  return (typeof key === 'object' && key !== null) || typeof key === 'function';
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number that tells an object from all others. */
function identityOf(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = ++lastIdentity));
  return identity;
}

/** `GetHashCode()` of a boxed value. Equal values have equal codes; the codes are our own. */
export function hashCodeOf(value: unknown): number {
  const key = keyOfBoxed(value);
  switch (typeof key) {
    case 'number':
      return key;
    case 'boolean':
      return key ? 1 : 0;
    case 'bigint':
      return Number(BigInt.asIntN(32, key ^ (key >> 32n)));
    case 'string':
      return hashText(key);
    default:
      return isReference(key) ? hashText(`#${identityOf(key)}`) : 0;
  }
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv), as a signed integer. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

type With<Word extends keyof Behaviour<never>> = Required<Pick<Behaviour<never>, Word>>;

/** The behaviour of the value's class, or of the nearest base class, that has the word. */
export function behaviourWith<Word extends keyof Behaviour<never>>(
  word: Word,
  value: NonNullable<unknown>,
): With<Word> | undefined {
  const type = typeOf(value);
  if (type?.kind !== 'named') return undefined;
  for (let at: TypeDefinition | undefined = type.definition; at; at = at.base?.definition) {
    const { behaviour } = at.declaration;
    if (behaviour && word in behaviour) return behaviour as With<Word>;
  }
  return undefined;
}
