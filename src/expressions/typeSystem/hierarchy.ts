/** Bases and interfaces of types, with type arguments put in. */
import { NamedType, substitute } from './NetType.ts';
import type { ArrayType, NetType, TypeParameter } from './NetType.ts';
import type { TypeRegistry } from './TypeRegistry.ts';

/** The type arguments of a constructed type, by type parameter. */
export function argumentsOf(type: NamedType): ReadonlyMap<TypeParameter, NetType> {
  return new Map(type.definition.parameters.map((parameter, i) => [parameter, type.args[i]!]));
}

/** `type` as it stands in the declaration of `owner`, seen from the constructed `owner`. */
export function asSeenFrom(type: NetType, owner: NamedType): NetType {
  return owner.args.length === 0 ? type : substitute(type, argumentsOf(owner));
}

/** The base class; undefined of `object`, interfaces and what has no declaration. */
export function baseOf(type: NamedType): NamedType | undefined {
  const base = type.definition.base;
  if (!base) return undefined;
  return asNamed(asSeenFrom(base, type));
}

/** The type itself and its base classes, most derived first. */
export function* basesOf(type: NamedType): Generator<NamedType> {
  for (let at: NamedType | undefined = type; at; at = baseOf(at)) yield at;
}

const interfacesByType = new WeakMap<NamedType, readonly NamedType[]>();

/** All interfaces of a type, its bases' and interfaces' own too; each once. */
export function interfacesOf(type: NamedType): readonly NamedType[] {
  let found = interfacesByType.get(type);
  if (!found) interfacesByType.set(type, (found = collectInterfaces(type)));
  return found;
}

function collectInterfaces(type: NamedType): NamedType[] {
  const found = new Set<NamedType>();
  for (const level of basesOf(type)) {
    for (const declared of level.definition.interfaces) {
      const direct = asNamed(asSeenFrom(declared, level));
      found.add(direct);
      for (const inherited of interfacesOf(direct)) found.add(inherited);
    }
  }
  return [...found];
}

const genericListInterfaces = [
  'System.Collections.Generic.IList',
  'System.Collections.Generic.IReadOnlyList',
];

/**
 * What an array implements: those of System.Array and, with one dimension, the list interfaces of
 * its element (C# 7.3 §arrays and the generic collection interfaces).
 */
export function arrayInterfaces(type: ArrayType, registry: TypeRegistry): readonly NamedType[] {
  const array = registry.lookUp('System.Array');
  const found = new Set<NamedType>(array ? interfacesOf(array.construct()) : []);
  if (type.rank > 1) return [...found];
  for (const name of genericListInterfaces) {
    const definition = registry.lookUp(name, 1);
    if (!definition) continue;
    const list = definition.construct([type.element]);
    found.add(list);
    for (const inherited of interfacesOf(list)) found.add(inherited);
  }
  return [...found];
}

function asNamed(type: NetType): NamedType {
  if (type instanceof NamedType) return type;
  throw new Error(`'${type.toString()}' cannot be a base class or interface`);
}
