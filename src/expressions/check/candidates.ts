/** What a call may mean: members, constructors, delegates and local functions in one shape. */
import { asSeenFrom } from '../typeSystem/hierarchy.ts';
import type {
  ConstructorMember,
  MethodMember,
  OperatorMember,
  Parameter,
  PropertyMember,
} from '../typeSystem/Member.ts';
import type { NamedType, NetType, TypeParameter } from '../typeSystem/NetType.ts';
import type { LocalFunctionSymbol } from './bound.ts';
import { delegateShape } from './lambdas.ts';
import type { FoundProperty } from './members.ts';
import type { FoundMethod } from './operands.ts';

export type Callee =
  | { readonly kind: 'method'; readonly member: MethodMember; readonly container: NamedType }
  | {
      readonly kind: 'constructor';
      readonly member: ConstructorMember;
      readonly container: NamedType;
    }
  | { readonly kind: 'indexer'; readonly member: PropertyMember; readonly container: NamedType }
  | { readonly kind: 'delegate'; readonly type: NetType }
  | { readonly kind: 'local'; readonly symbol: LocalFunctionSymbol }
  | {
      readonly kind: 'operator';
      readonly member: OperatorMember;
      readonly container: NamedType;
      readonly lifted: boolean;
    };

export interface Candidate {
  readonly callee: Callee;
  readonly name: string;
  /** With the type arguments of the container put in. */
  readonly parameters: readonly Parameter[];
  /** As declared, to tell which of two is more specific. */
  readonly declared: readonly Parameter[];
  readonly typeParameters: readonly TypeParameter[];
  readonly returns: NetType;
  /** Undefined where nothing is inherited. */
  readonly container: NamedType | undefined;
}

export function methodCandidate({ member, container }: FoundMethod): Candidate {
  return {
    callee: { kind: 'method', member, container },
    name: member.name,
    parameters: seenFrom(member.parameters, container),
    declared: member.parameters,
    typeParameters: member.typeParameters,
    returns: asSeenFrom(member.returns, container),
    container,
  };
}

export function constructorCandidate(member: ConstructorMember, container: NamedType): Candidate {
  return {
    callee: { kind: 'constructor', member, container },
    name: container.definition.simpleName,
    parameters: seenFrom(member.parameters, container),
    declared: member.parameters,
    typeParameters: [],
    returns: container,
    container: undefined,
  };
}

export function indexerCandidate({ member, container }: FoundProperty): Candidate {
  return {
    callee: { kind: 'indexer', member, container },
    name: 'this',
    parameters: seenFrom(member.parameters, container),
    declared: member.parameters,
    typeParameters: [],
    returns: asSeenFrom(member.type, container),
    container,
  };
}

export function delegateCandidate(type: NetType): Candidate | undefined {
  const shape = delegateShape(type);
  if (!shape) return undefined;
  return {
    callee: { kind: 'delegate', type },
    name: 'Invoke',
    parameters: shape.parameters,
    declared: shape.parameters,
    typeParameters: [],
    returns: shape.returns,
    container: undefined,
  };
}

export function localCandidate(symbol: LocalFunctionSymbol): Candidate {
  return {
    callee: { kind: 'local', symbol },
    name: symbol.name,
    parameters: symbol.parameters,
    declared: symbol.parameters,
    typeParameters: symbol.typeParameters,
    returns: symbol.returns,
    container: undefined,
  };
}

function seenFrom(parameters: readonly Parameter[], container: NamedType): readonly Parameter[] {
  if (container.args.length === 0) return parameters;
  return parameters.map((each) => ({ ...each, type: asSeenFrom(each.type, container) }));
}
