import { isNullable, isTuple } from '../typeSystem/kinds.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';

/** A type as C# writes it, for messages: `int?`, `List<string>`, `(int count, string)`. */
export function displayType(type: NetType): string {
  if (type.kind === 'array') {
    const suffix = `[${','.repeat(type.rank - 1)}]`;
    return type.element.kind === 'array'
      ? jaggedName(type.element, suffix)
      : displayType(type.element) + suffix;
  }
  if (type.kind === 'special') return type.name === 'null' ? '<null>' : type.name;
  return type.kind === 'parameter' ? type.name : displayNamed(type);
}

/** C# writes the outer array's brackets first. */
function jaggedName(element: NetType, outer: string): string {
  let suffix = outer;
  let at = element;
  while (at.kind === 'array') {
    suffix += `[${','.repeat(at.rank - 1)}]`;
    at = at.element;
  }
  return displayType(at) + suffix;
}

function displayNamed(type: NamedType): string {
  const { definition, args } = type;
  if (isNullable(type)) return `${displayType(args[0]!)}?`;
  if (isTuple(type) && args.length > 1)
    return `(${args.map((_, i) => tupleItem(type, i)).join(', ')})`;
  const { anonymous } = definition.declaration;
  if (anonymous) {
    const members = anonymous.map((name, i) => `${displayType(args[i]!)} ${name}`);
    return `<anonymous type: ${members.join(', ')}>`;
  }
  const name = definition.declaration.keyword ?? definition.simpleName;
  return args.length === 0 ? name : `${name}<${args.map(displayType).join(', ')}>`;
}

function tupleItem(type: NamedType, index: number): string {
  const name = type.names?.[index];
  return displayType(type.args[index]!) + (name === undefined ? '' : ` ${name}`);
}
