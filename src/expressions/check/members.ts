/** Which members a type has: C# 7.3 §member lookup. */
import { asSeenFrom, basesOf, interfacesOf } from '../typeSystem/hierarchy.ts';
import { isDelegate, isInterface } from '../typeSystem/kinds.ts';
import type { MethodMember, PropertyMember } from '../typeSystem/Member.ts';
import { isSameType } from '../typeSystem/NetType.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { KnownTypes } from './KnownTypes.ts';
import type { FoundMethod } from './operands.ts';

export interface FoundProperty {
  readonly member: PropertyMember;
  readonly container: NamedType;
}

/** What a name means among the members of a type. */
export type FoundMembers =
  | { readonly kind: 'property'; readonly property: FoundProperty }
  | { readonly kind: 'methods'; readonly methods: readonly FoundMethod[] }
  | { readonly kind: 'enumValue'; readonly type: NamedType; readonly value: number }
  | { readonly kind: 'none' };

/** The types whose members a type has, most derived first. */
export function memberTypes(type: NetType, types: KnownTypes): readonly NamedType[] {
  switch (type.kind) {
    case 'named':
      if (isInterface(type)) return [type, ...interfacesOf(type), types.object];
      return [...basesOf(type)];
    case 'array': {
      const array = types.registry.lookUp('System.Array');
      return array ? [...basesOf(array.construct())] : [types.object];
    }
    case 'parameter': {
      const bounds = type.constraints?.types ?? [];
      const inherited = bounds.flatMap((bound) => memberTypes(bound, types));
      return [...new Set([...inherited.filter((each) => each !== types.object), types.object])];
    }
    default:
      return [];
  }
}

/** The members of a name. A property hides what bases have; methods add up, by signature. */
export function findMembers(type: NetType, name: string, types: KnownTypes): FoundMembers {
  const methods: FoundMethod[] = [];
  for (const container of memberTypes(type, types)) {
    const { definition } = container;
    const values = definition.declaration.values;
    if (values && Object.hasOwn(values, name)) {
      return { kind: 'enumValue', type: container, value: values[name]! };
    }
    if (name === 'Invoke' && isDelegate(container) && definition.invoke) {
      return { kind: 'methods', methods: [{ member: definition.invoke, container }] };
    }
    for (const member of definition.membersNamed(name)) {
      if (member.kind === 'method') addMethod(methods, { member, container });
      else if (member.kind === 'property' && methods.length === 0) {
        return { kind: 'property', property: { member, container } };
      }
    }
  }
  return methods.length > 0 ? { kind: 'methods', methods } : { kind: 'none' };
}

/** A method hides those of bases that have its signature. */
function addMethod(methods: FoundMethod[], found: FoundMethod): void {
  const isHidden = methods.some(
    (other) => other.container !== found.container && hasSameSignature(other, found),
  );
  if (!isHidden) methods.push(found);
}

function hasSameSignature(one: FoundMethod, other: FoundMethod): boolean {
  const [a, b] = [one.member, other.member];
  if (a.parameters.length !== b.parameters.length) return false;
  if (a.typeParameters.length !== b.typeParameters.length || a.isStatic !== b.isStatic)
    return false;
  return a.parameters.every(({ type }, i) =>
    isSameType(asSeenFrom(type, one.container), asSeenFrom(b.parameters[i]!.type, other.container)),
  );
}

/** The indexers of a type, most derived first. */
export function findIndexers(type: NetType, types: KnownTypes): readonly FoundProperty[] {
  return memberTypes(type, types).flatMap((container) =>
    container.definition.indexers.map((member) => ({ member, container })),
  );
}

/** Extension methods of a name, of all static classes. */
export function findExtensions(name: string, types: KnownTypes): readonly FoundMethod[] {
  return types.registry
    .extensionMethods(name)
    .map((member) => ({ member, container: member.owner.construct() }));
}

/** Names of the members of a type and of the extension methods, for hints. */
export function* memberNames(
  type: NetType,
  types: KnownTypes,
  isStatic: boolean,
): Generator<string> {
  for (const { definition } of memberTypes(type, types)) {
    yield* Object.keys(definition.declaration.values ?? {});
    for (const member of definition.members) if (isNameable(member, isStatic)) yield member.name;
  }
}

function isNameable(member: MethodMember | NamedMember, isStatic: boolean): boolean {
  const isNamed = member.kind === 'method' || member.kind === 'property';
  return isNamed && member.name !== 'this' && member.isStatic === isStatic;
}

type NamedMember = { readonly kind: string; readonly name: string; readonly isStatic: boolean };
