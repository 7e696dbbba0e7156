/** Which of two applicable candidates is better: C# 7.3 §better function member. */
import { isVoid, underlyingOf } from '../typeSystem/kinds.ts';
import { isSameType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { Applicable } from './applicability.ts';
import { exists } from './conversions.ts';
import { delegateShape, inferredReturnType } from './lambdas.ts';
import { numericName } from './numericTypes.ts';
import { naturalType } from './operands.ts';
import type { BoundArgument, Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { classifyTypes } from './classify.ts';

/** Negative when the first is better, positive when the second is, zero when neither is. */
export type Preference = -1 | 0 | 1;

export function compareApplicable(
  one: Applicable,
  other: Applicable,
  args: readonly BoundArgument[],
  scope: Scope,
): Preference {
  let oneIsBetter = false;
  let otherIsBetter = false;
  for (const [i, { operand }] of args.entries()) {
    const preference = compareTargets(operand, one.targets[i]!, other.targets[i]!, scope);
    if (preference < 0) oneIsBetter = true;
    if (preference > 0) otherIsBetter = true;
  }
  if (oneIsBetter !== otherIsBetter) return oneIsBetter ? -1 : 1;
  if (oneIsBetter) return 0;
  const areSame = args.every((_, i) => isSameType(one.targets[i]!, other.targets[i]!));
  return areSame ? breakTie(one, other) : 0;
}

/** Which of two types an operand rather converts to. */
export function compareTargets(
  operand: Operand,
  one: NetType,
  other: NetType,
  scope: Scope,
): Preference {
  if (isSameType(one, other)) return 0;
  const [oneIsExact, otherIsExact] = [
    matchesExactly(operand, one, scope),
    matchesExactly(operand, other, scope),
  ];
  if (oneIsExact !== otherIsExact) return oneIsExact ? -1 : 1;
  return compareConversionTargets(operand, one, other, scope);
}

/** C# 7.3 §exactly matching expression. */
function matchesExactly(operand: Operand, to: NetType, scope: Scope): boolean {
  const type = naturalType(operand, scope.session.types);
  if (type) return isSameType(type, to);
  if (operand.kind !== 'UnboundLambda') return false;
  const shape = delegateShape(to);
  if (!shape) return false;
  const result = inferredReturnType(
    operand,
    shape.parameters.map((parameter) => parameter.type),
  );
  return result !== undefined && isSameType(result, shape.returns);
}

/** C# 7.3 §better conversion target. */
function compareConversionTargets(
  operand: Operand,
  one: NetType,
  other: NetType,
  scope: Scope,
): Preference {
  const oneConverts = exists(classifyTypes(one, other, scope));
  const otherConverts = exists(classifyTypes(other, one, scope));
  if (oneConverts !== otherConverts) return oneConverts ? -1 : 1;
  const delegates = compareDelegates(operand, one, other, scope);
  if (delegates !== 0) return delegates;
  if (isSigned(one) && isUnsigned(other)) return -1;
  return isSigned(other) && isUnsigned(one) ? 1 : 0;
}

/** Delegates that take the same are told apart by what they give. */
function compareDelegates(
  operand: Operand,
  one: NetType,
  other: NetType,
  scope: Scope,
): Preference {
  const [a, b] = [delegateShape(one), delegateShape(other)];
  if (!a || !b || a.parameters.length !== b.parameters.length) return 0;
  if (!a.parameters.every(({ type }, i) => isSameType(type, b.parameters[i]!.type))) return 0;
  if (isVoid(a.returns) || isVoid(b.returns)) {
    return (Number(isVoid(a.returns)) - Number(isVoid(b.returns))) as Preference;
  }
  if (isSameType(a.returns, b.returns)) return 0;
  return compareConversionTargets(operand, a.returns, b.returns, scope);
}

function isSigned(type: NetType): boolean {
  const name = numericName(underlyingOf(type));
  return name === 'sbyte' || name === 'short' || name === 'int' || name === 'long';
}

function isUnsigned(type: NetType): boolean {
  const name = numericName(underlyingOf(type));
  return name === 'byte' || name === 'ushort' || name === 'uint' || name === 'ulong';
}

/** When all parameters that matter have the same types. */
function breakTie(one: Applicable, other: Applicable): Preference {
  return (
    prefer(isGeneric(other), isGeneric(one)) ||
    prefer(other.isExpanded, one.isExpanded) ||
    prefer(isFullyGiven(one), isFullyGiven(other)) ||
    compareExpanded(one, other) ||
    compareSpecificity(one, other)
  );
}

/** For the one where the claim holds and for the other it does not. */
function prefer(one: boolean, other: boolean): Preference {
  if (one === other) return 0;
  return one ? -1 : 1;
}

function isGeneric({ candidate }: Applicable): boolean {
  return candidate.typeParameters.length > 0;
}

/** Whether no default value had to be filled in. */
function isFullyGiven({ candidate, positions, isExpanded }: Applicable): boolean {
  return candidate.parameters.every(
    ({ passing }, i) => positions.includes(i) || (isExpanded && passing === 'params'),
  );
}

/** Of two expanded forms the one that declares more parameters. */
function compareExpanded(one: Applicable, other: Applicable): Preference {
  if (!one.isExpanded || !other.isExpanded) return 0;
  const difference = other.parameters.length - one.parameters.length;
  return Math.sign(difference) as Preference;
}

/** `T[]` is more specific than `T`, `List<int>` than `List<T>`, any type than a type parameter. */
function compareSpecificity(one: Applicable, other: Applicable): Preference {
  let result: Preference = 0;
  for (const [i, position] of one.positions.entries()) {
    const a = declaredType(one, position);
    const b = declaredType(other, other.positions[i]!);
    const preference = compareSpecific(a, b);
    if (preference !== 0 && result !== 0 && preference !== result) return 0;
    result ||= preference;
  }
  return result;
}

function declaredType({ candidate, isExpanded }: Applicable, position: number): NetType {
  const { type, passing } = candidate.declared[position]!;
  return isExpanded && passing === 'params' && type.kind === 'array' ? type.element : type;
}

function compareSpecific(one: NetType, other: NetType): Preference {
  if (one.kind === 'parameter' || other.kind === 'parameter') {
    return prefer(one.kind !== 'parameter', other.kind !== 'parameter');
  }
  if (one.kind === 'array' && other.kind === 'array' && one.rank === other.rank) {
    return compareSpecific(one.element, other.element);
  }
  if (one.kind !== 'named' || other.kind !== 'named' || one.definition !== other.definition)
    return 0;
  let result: Preference = 0;
  for (const [i, arg] of one.args.entries()) {
    const preference = compareSpecific(arg, other.args[i]!);
    if (preference !== 0 && result !== 0 && preference !== result) return 0;
    result ||= preference;
  }
  return result;
}
