import { displayType } from '../check/displayType.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import type { MethodMember, PropertyMember } from '../typeSystem/Member.ts';
import type { NamedType } from '../typeSystem/NetType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';

export type OfferKind =
  | 'method'
  | 'property'
  | 'enumMember'
  | 'type'
  | 'namespace'
  | 'variable'
  | 'keyword';

/** A name that can be written at a place, with what a reader wants to know of it. */
export interface Offer {
  readonly name: string;
  readonly kind: OfferKind;
  /** As C# declares it; several of a method with overloads. */
  readonly signatures: readonly string[];
  /** The type that declares it. */
  readonly owner?: string | undefined;
  readonly example?: string | undefined;
  /** Of a word of the language: what it does. */
  readonly doc?: string | undefined;
  /** Of a type that can be made: as C# declares what makes one. */
  readonly constructors?: readonly string[] | undefined;
  /** Of a variable: its name where it is declared. */
  readonly declared?: Span | undefined;
}

/** One offer for a member and its overloads. */
export function memberOffer(
  members: readonly (MethodMember | PropertyMember)[],
  container: NamedType,
): Offer {
  const [first] = members;
  return {
    name: first!.name,
    kind: first!.kind,
    signatures: members.map(({ declaration }) => declaration.signature),
    owner: displayType(container),
    example: members.flatMap(({ declaration }) => declaration.examples)[0],
  };
}

export function enumOffer(name: string, value: number, type: NamedType): Offer {
  const owner = displayType(type);
  return { name, kind: 'enumMember', signatures: [`${owner}.${name} = ${value}`], owner };
}

export function typeOffer({ kind, simpleName, declaration, constructors }: TypeDefinition): Offer {
  return {
    name: simpleName,
    kind: 'type',
    signatures: [`${kind} ${declaration.name}`],
    constructors: constructors.map((each) => each.declaration.signature),
  };
}

export function namespaceOffer(name: string): Offer {
  const simple = name.slice(name.lastIndexOf('.') + 1);
  return { name: simple, kind: 'namespace', signatures: [`namespace ${name}`] };
}
