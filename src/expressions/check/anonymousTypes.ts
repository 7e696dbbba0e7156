import type { AnonymousObject } from '../runtime/AnonymousObject.ts';
import { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';

/**
 * The type of `new { Id = 1, Name = "x" }`. Two anonymous objects have the same type exactly when
 * names, order and types of their properties agree (C# 7.3 §anonymous object creation).
 */
export function anonymousType(
  registry: TypeRegistry,
  names: readonly string[],
  types: readonly NetType[],
): NamedType {
  const key = names.join();
  const known = definitionsOf(registry);
  let definition = known.get(key);
  if (!definition) known.set(key, (definition = define(registry, names, known.size)));
  return definition.construct(types);
}

const definitions = new WeakMap<TypeRegistry, Map<string, TypeDefinition>>();

function definitionsOf(registry: TypeRegistry): Map<string, TypeDefinition> {
  let known = definitions.get(registry);
  if (!known) definitions.set(registry, (known = new Map()));
  return known;
}

function define(registry: TypeRegistry, names: readonly string[], number: number): TypeDefinition {
  const parameters = names.map((_, i) => `T${i}`).join(', ');
  const definition = new TypeDefinition({
    name: `<>f__AnonymousType${number}${names.length > 0 ? `<${parameters}>` : ''}`,
    kind: 'class',
    anonymous: names,
    behaviour: {
      text: (value: AnonymousObject) => textOf(value, names),
      key: (value: AnonymousObject) => value.key,
    },
  });
  definition.enter(registry);
  return definition;
}

function textOf(value: AnonymousObject, names: readonly string[]): string {
  return value.items.length === 0 ? '{ }' : `{ ${value.partsText((i) => `${names[i]} = `)} }`;
}
