import { netTypes } from '../../src/expressions/types/index.ts';
import type { TypeDefinition } from '../../src/expressions/typeSystem/TypeDefinition.ts';

/** What the pages call the types of `context`, which stand in no namespace. */
export const contextNamespace = 'context';

/** All types by namespace, in the order of their names; a nested type beside the one around it. */
export function typesByNamespace(): ReadonlyMap<string, readonly TypeDefinition[]> {
  const types = netTypes.definitions.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const found = Map.groupBy(types, namespaceOf);
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

export function namespaceOf({ namespace }: TypeDefinition): string {
  if (namespace === '') return contextNamespace;
  return netTypes.isTypeName(namespace)
    ? namespace.slice(0, namespace.lastIndexOf('.'))
    : namespace;
}

/** `Dictionary<TKey, TValue>`, `Dictionary<TKey, TValue>.KeyCollection`. */
export function titleOf({ namespace, declaration }: TypeDefinition): string {
  const outer = netTypes.isTypeName(namespace) ? namespace.lastIndexOf('.') : namespace.length;
  const name = declaration.name;
  return namespace === '' ? name : name.slice(outer + 1);
}

function keyOf(type: TypeDefinition): string {
  return `${titleOf(type).replace(/<.*/, '').toLowerCase()} ${String(type.parameters.length).padStart(2, '0')}`;
}
