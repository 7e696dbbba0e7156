/** Operators that types declare: C# 7.3 §unary and binary operator overload resolution. */
import type { Span } from '../../lib/source/SourceText.ts';
import { asSeenFrom, basesOf } from '../typeSystem/hierarchy.ts';
import {
  isDelegate,
  isEnum,
  isNamed,
  isNonNullableValueType,
  isNullable,
  underlyingOf,
} from '../typeSystem/kinds.ts';
import type { OperatorMember } from '../typeSystem/Member.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import { argumentOf, placeArguments } from './arguments.ts';
import type { BoundExpression } from './bound.ts';
import { callOf } from './callNodes.ts';
import type { Candidate } from './candidates.ts';
import type { KnownTypes } from './KnownTypes.ts';
import { numericName } from './numericTypes.ts';
import { isNullLiteral, naturalType } from './operands.ts';
import type { Operand } from './operands.ts';
import { resolveOverload } from './overloads.ts';
import type { Scope } from './Scope.ts';

/** The operator applied; 'ambiguous' or undefined when no single one takes the operands. */
export function applyUserOperator(
  token: string,
  operands: readonly Operand[],
  span: Span,
  scope: Scope,
): BoundExpression | 'ambiguous' | undefined {
  const { types } = scope.session;
  const operandTypes = operands.flatMap((operand) => naturalType(operand, types) ?? []);
  const mayBeNull = operandTypes.some(isNullable) || operands.some(isNullLiteral);
  const candidates = operatorCandidates(token, operands.length, operandTypes, mayBeNull, types);
  if (candidates.length === 0) return undefined;
  const args = operands.map((operand) => argumentOf(operand));
  const resolution = resolveOverload(candidates, args, [], scope);
  if (resolution.kind === 'ambiguous') return 'ambiguous';
  if (resolution.kind === 'refused') return undefined;
  const { chosen } = resolution;
  return callOf(chosen, undefined, placeArguments(chosen, args, span, scope), span);
}

function operatorCandidates(
  token: string,
  arity: number,
  operandTypes: readonly NetType[],
  mayBeNull: boolean,
  types: KnownTypes,
): Candidate[] {
  return [...declaringTypes(operandTypes)].flatMap((container) =>
    container.definition.operators
      .filter(({ operator, parameters }) => operator === token && parameters.length === arity)
      .flatMap((member) => formsOf(member, container, mayBeNull, types)),
  );
}

/** The operands' types and their bases; those whose operators the language itself defines not. */
function declaringTypes(operandTypes: readonly NetType[]): Set<NamedType> {
  const found = new Set<NamedType>();
  for (const operandType of operandTypes) {
    const type = underlyingOf(operandType);
    if (type.kind !== 'named' || isBuiltIn(type)) continue;
    for (const level of basesOf(type)) if (!isBuiltIn(level)) found.add(level);
  }
  return found;
}

function isBuiltIn(type: NamedType): boolean {
  const isNumber = numericName(type) !== undefined || isEnum(type) || isDelegate(type);
  return isNumber || isNamed(type, 'System.String') || isNamed(type, 'System.Boolean');
}

function formsOf(
  member: OperatorMember,
  container: NamedType,
  mayBeNull: boolean,
  types: KnownTypes,
): Candidate[] {
  const parameters = member.parameters.map((each) => ({
    ...each,
    type: asSeenFrom(each.type, container),
  }));
  const returns = asSeenFrom(member.returns, container);
  const plain: Candidate = {
    callee: { kind: 'operator', member, container, lifted: false },
    name: member.operator,
    parameters,
    declared: member.parameters,
    typeParameters: [],
    returns,
    container: undefined,
  };
  const isLiftable = mayBeNull && parameters.every(({ type }) => isNonNullableValueType(type));
  const isTest = /^([=!<>]=|[<>])$/.test(member.operator);
  if (!isLiftable || (!isTest && !isNonNullableValueType(returns))) return [plain];
  const lifted: Candidate = {
    ...plain,
    callee: { kind: 'operator', member, container, lifted: true },
    parameters: parameters.map((each) => ({ ...each, type: types.nullable(each.type) })),
    returns: isTest ? returns : types.nullable(returns),
  };
  return [plain, lifted];
}
