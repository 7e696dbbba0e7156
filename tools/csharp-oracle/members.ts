import type { Member } from '../../src/expressions/typeSystem/Member.ts';
import type { NetType } from '../../src/expressions/typeSystem/NetType.ts';
import { isOpen } from '../../src/expressions/typeSystem/kinds.ts';
import type { TypeRegistry } from '../../src/expressions/typeSystem/TypeRegistry.ts';
import { excludedMembers } from './excludedMembers.ts';

/** What a case is about: `System.String.Substring`. */
export function memberName({ owner, name, kind }: Member): string {
  const names = { constructor: 'ctor', conversion: 'cast' };
  return `${owner.fullName}.${kind === 'constructor' || kind === 'conversion' ? names[kind] : name}`;
}

/** All members of all declared .NET types that have one right answer. The context tree is not .NET's. */
export function membersToTry(registry: TypeRegistry): Member[] {
  return registry.definitions
    .filter(({ namespace, kind }) => namespace !== '' && kind !== 'delegate')
    .flatMap(({ members }) => members)
    .filter((member) => !excludedMembers.some(([pattern]) => pattern.test(memberName(member))));
}

/** Members without type parameters that give a value, by what they give. */
export function producersByType(members: readonly Member[]): Map<NetType, Member[]> {
  const producers = new Map<NetType, Member[]>();
  for (const member of members) {
    const type = resultOf(member);
    if (!type || isOpen(type) || !isPlain(member)) continue;
    const same = producers.get(type);
    if (same) same.push(member);
    else producers.set(type, [member]);
  }
  return producers;
}

function resultOf(member: Member): NetType | undefined {
  switch (member.kind) {
    case 'property':
      return member.get && member.type;
    case 'constructor':
      return member.owner.self;
    case 'conversion':
      return member.to;
    default:
      return member.returns;
  }
}

function isPlain(member: Member): boolean {
  if (member.owner.parameters.length > 0) return false;
  if (member.kind === 'method' && member.typeParameters.length > 0) return false;
  return member.parameters.every(({ passing }) => passing !== 'out' && passing !== 'ref');
}
