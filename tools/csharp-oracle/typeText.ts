import { isNullable, isTuple } from '../../src/expressions/typeSystem/kinds.ts';
import type { NetType } from '../../src/expressions/typeSystem/NetType.ts';

/** A type as C# code names it; in full where the simple name is ambiguous or leads to no nested type. */
export function typeText(type: NetType): string {
  if (type.kind === 'array') return `${typeText(type.element)}[${','.repeat(type.rank - 1)}]`;
  if (type.kind !== 'named') return type.kind === 'parameter' ? type.name : 'object';
  const { definition, args } = type;
  const [first] = args;
  if (isNullable(type) && first) return `${typeText(first)}?`;
  const items = args.map(typeText).join(', ');
  if (isTuple(type) && args.length > 1) return `(${items})`;
  const { declaration, registry, simpleName, fullName, namespace } = definition;
  const isAmbiguous =
    registry.lookUpAll(simpleName, args.length).length > 1 || registry.isTypeName(namespace);
  const name = declaration.keyword ?? (isAmbiguous ? fullName : simpleName);
  return args.length === 0 ? name : `${name}<${items}>`;
}
