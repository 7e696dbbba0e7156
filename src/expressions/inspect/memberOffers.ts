import type { BoundExpression } from '../check/bound.ts';
import { extensionsOf } from '../check/memberAccess.ts';
import { memberTypes } from '../check/members.ts';
import { isBound } from '../check/operands.ts';
import type { Operand } from '../check/operands.ts';
import type { Scope } from '../check/Scope.ts';
import { isTuple } from '../typeSystem/kinds.ts';
import { displayType } from '../check/displayType.ts';
import type { MethodMember, PropertyMember } from '../typeSystem/Member.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import { enumOffer, memberOffer, namespaceOffer, typeOffer } from './Offer.ts';
import type { Offer } from './Offer.ts';

/** What may stand after `target.`, each name once. */
export function memberOffers(target: Operand, scope: Scope): readonly Offer[] {
  if (target.kind === 'NamespaceOperand') return namespaceOffers(target.name, scope);
  if (target.kind === 'TypeOperand') return typeMemberOffers(target.type, scope);
  return isBound(target) ? valueOffers(target, scope) : [];
}

function valueOffers(value: BoundExpression, scope: Scope): readonly Offer[] {
  const { type } = value;
  if (type.kind === 'special') return [];
  const own = [...tupleOffers(type), ...declaredOffers(type, scope, false)];
  return [
    ...Map.groupBy([...own, ...extensionOffers(value, scope)], ({ name }) => name).values(),
  ].map(joined);
}

function extensionOffers(value: BoundExpression, scope: Scope): readonly Offer[] {
  return scope.session.registry.extensionMethodNames().flatMap((name) => {
    const found = extensionsOf(value, name, scope);
    const [first] = found;
    const members = found.map(({ member }) => member);
    return first ? [memberOffer(members, first.container)] : [];
  });
}

/** A method of the type and extension methods of its name are overloads to whoever calls them. */
function joined(offers: readonly Offer[]): Offer {
  return { ...offers[0]!, signatures: offers.flatMap(({ signatures }) => signatures) };
}

function tupleOffers(type: NetType): readonly Offer[] {
  if (!isTuple(type)) return [];
  return type.args.map((item, i) => {
    const name = type.names?.[i] ?? `Item${i + 1}`;
    return { name, kind: 'property', signatures: [`${displayType(item)} ${name}`] };
  });
}

function typeMemberOffers(type: NetType, scope: Scope): readonly Offer[] {
  if (type.kind !== 'named') return [];
  const { definition } = type;
  return [
    ...Object.entries(definition.declaration.values ?? {}).map(([name, value]) =>
      enumOffer(name, value, type),
    ),
    ...declaredOffers(type, scope, true),
    ...typesIn(definition.fullName, scope),
  ];
}

/** Properties and methods by inheritance; what a derived type declares hides what bases do. */
function declaredOffers(type: NetType, scope: Scope, isStatic: boolean): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const container of memberTypes(type, scope.session.types)) {
    for (const [name, members] of byName(container, isStatic)) {
      if (!offers.has(name)) offers.set(name, memberOffer(members, container));
    }
  }
  return [...offers.values()];
}

function byName(
  { definition }: NamedType,
  isStatic: boolean,
): ReadonlyMap<string, (MethodMember | PropertyMember)[]> {
  const members = definition.members.filter(
    (member) => member.kind === 'method' || member.kind === 'property',
  );
  const fitting = members.filter(
    (member) => member.isStatic === isStatic && member.name !== 'this' && !isExtension(member),
  );
  return Map.groupBy(fitting, ({ name }) => name);
}

function isExtension(member: MethodMember | PropertyMember): boolean {
  return member.kind === 'method' && member.isExtension;
}

function namespaceOffers(name: string, scope: Scope): readonly Offer[] {
  const { definitions } = scope.session.registry;
  const below = new Set(
    definitions
      .filter(({ namespace }) => namespace.startsWith(`${name}.`))
      .map(({ namespace }) => namespace.slice(name.length + 1).split('.')[0]!)
      .filter((each) => scope.session.registry.isNamespace(`${name}.${each}`)),
  );
  return [...[...below].map((each) => namespaceOffer(`${name}.${each}`)), ...typesIn(name, scope)];
}

/** Types right in a namespace or type, one offer for all numbers of type parameters. */
function typesIn(namespace: string, { session }: Scope): readonly Offer[] {
  const types = session.registry.definitions.filter((each) => each.namespace === namespace);
  return [...Map.groupBy(types, ({ simpleName }) => simpleName).values()].map(([first]) =>
    typeOffer(first!),
  );
}
