import type { TypeText } from '../declare/readSignature.ts';
import { isValueType } from './kinds.ts';
import { voidType } from './NetType.ts';
import type { NetType, TypeParameter } from './NetType.ts';
import type { TypeRegistry } from './TypeRegistry.ts';

/**
 * The type that a signature names. `T?` of a reference type is that type; of a value type it is
 * Nullable<T>. Throws when a declaration names a type that no table holds.
 */
export function resolveType(
  text: TypeText,
  registry: TypeRegistry,
  parameters: readonly TypeParameter[],
): NetType {
  let type = elementType(text, registry, parameters);
  if (text.nullable && text.ranks.length === 0 && isValueType(type)) {
    type = registry.named('System.Nullable', [type]);
  }
  for (const rank of text.ranks.toReversed()) type = type.arrayOf(rank);
  return type;
}

function elementType(
  text: TypeText,
  registry: TypeRegistry,
  parameters: readonly TypeParameter[],
): NetType {
  if (text.name === 'void') return voidType;
  const parameter = parameters.find(({ name }) => name === text.name);
  if (parameter) return parameter;
  const args = text.args.map((arg) => resolveType(arg, registry, parameters));
  const definition = registry.lookUp(text.name, args.length);
  if (!definition) throw new Error(`no type '${text.name}' with ${args.length} type parameters`);
  return definition.construct(args);
}
