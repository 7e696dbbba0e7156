/** `?:`, `??` and `?.`: C# 7.3 §conditional operator, §null coalescing, §null conditional operators. */
import type { Coalesce, Conditional, ConditionalAccess, Expression } from '../syntax/ast.ts';
import {
  isNonNullableValueType,
  isNullable,
  isReferenceType,
  isVoid,
} from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { bestType } from './bestType.ts';
import { operandName, reportOperator } from './binary.ts';
import type { BoundExpression } from './bound.ts';
import { classifyImplicit, classifyTypes } from './classify.ts';
import { exists } from './conversions.ts';
import { convert, retype } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindExpression, bindOrThrow } from './expressions.ts';
import { bad, constant, isBad, naturalType } from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { toValue } from './values.ts';

export function bindCondition(node: Expression, scope: Scope): BoundExpression {
  return convert(bindExpression(node, scope), scope.session.types.bool, scope);
}

export function bindConditional(node: Conditional, scope: Scope): BoundExpression {
  const { span } = node;
  const condition = bindCondition(node.condition, scope);
  const one = bindOrThrow(node.whenTrue, scope);
  const other = bindOrThrow(node.whenFalse, scope);
  if (isBad(one) || isBad(other)) return bad(span);
  const type = conditionalType(one, other, scope);
  if (!type) {
    const hint = conditionalHint(one, other, scope);
    const names = [operandName(one, scope), operandName(other, scope)];
    const isMutual = convertsTo(one, other, scope) && convertsTo(other, one, scope);
    scope.session.report(isMutual ? 'CS0172' : 'CS0173', span, names, hint);
    return bad(span);
  }
  const whenTrue = convert(one, type, scope);
  const whenFalse = convert(other, type, scope);
  if (condition.kind === 'Constant') {
    const chosen = condition.value === true ? whenTrue : whenFalse;
    const isConstant = whenTrue.kind === 'Constant' && whenFalse.kind === 'Constant';
    if (isConstant && chosen.kind === 'Constant') return constant(chosen.value, type, span);
  }
  return { kind: 'Conditional', type, span, condition, whenTrue, whenFalse };
}

/** Of the types of both sides, the one that both sides convert to. */
function conditionalType(one: Operand, other: Operand, scope: Scope): NetType | undefined {
  const { types } = scope.session;
  const [first, second] = [naturalType(one, types), naturalType(other, types)];
  const candidates: NetType[] = [];
  if (first && exists(classifyImplicit(other, first, scope))) candidates.push(first);
  if (second && exists(classifyImplicit(one, second, scope))) candidates.push(second);
  if (first && first === second) return isVoid(first) ? undefined : first;
  const [only, another] = candidates;
  if (!another) return only;
  return bestType(candidates) ?? candidates.find((type) => betterThanAll(type, candidates, scope));
}

function convertsTo(from: Operand, to: Operand, scope: Scope): boolean {
  const type = naturalType(to, scope.session.types);
  return type !== undefined && exists(classifyImplicit(from, type, scope));
}

function betterThanAll(type: NetType, candidates: readonly NetType[], scope: Scope): boolean {
  return candidates.every(
    (other) =>
      other === type ||
      (exists(classifyTypes(other, type, scope)) && !exists(classifyTypes(type, other, scope))),
  );
}

function conditionalHint(one: Operand, other: Operand, { session }: Scope): string | undefined {
  const type = naturalType(one, session.types) ?? naturalType(other, session.types);
  if (!type || !isNonNullableValueType(type)) return 'Cast one side to the type that is meant.';
  const name = displayType(type);
  return `If null is meant as "no value", cast one side: '(${name}?)'.`;
}

export function bindCoalesce(node: Coalesce, scope: Scope): BoundExpression {
  const { span } = node;
  const left = toValue(bindExpression(node.left, scope), scope);
  const right = bindOrThrow(node.right, scope);
  if (left.type === errorType || isBad(right)) return bad(span);
  const type = coalesceType(left, right, scope);
  if (!type) {
    reportOperator('??', left, right, span, scope, coalesceHint(left));
    return bad(span);
  }
  const inner = isNullable(left.type) ? left.type.args[0]! : left.type;
  const placeholder = scope.temporary(inner, left.span);
  const value: BoundExpression = {
    kind: 'Local',
    type: inner,
    span: left.span,
    variable: placeholder,
  };
  // When the whole is still nullable, the value stays as it is.
  const whenNotNull =
    type === left.type ? retype(value, type, left.span) : convert(value, type, scope);
  const isPlain = type === left.type || whenNotNull === value;
  return {
    kind: 'Coalesce',
    type,
    span,
    left,
    placeholder,
    whenNotNull: isPlain ? value : whenNotNull,
    right: convert(right, type, scope),
  };
}

function coalesceType(left: BoundExpression, right: Operand, scope: Scope): NetType | undefined {
  const { type } = left;
  if (type === nullType || isVoid(type)) return undefined;
  if (isNonNullableValueType(type)) return undefined;
  if (isNullable(type)) {
    const inner = type.args[0]!;
    if (exists(classifyImplicit(right, inner, scope))) return inner;
  }
  if (exists(classifyImplicit(right, type, scope))) return type;
  const other = naturalType(right, scope.session.types);
  if (!other) return undefined;
  const from = isNullable(type) ? type.args[0]! : type;
  return exists(classifyTypes(from, other, scope)) ? other : undefined;
}

function coalesceHint({ type }: BoundExpression): string | undefined {
  if (!isNonNullableValueType(type)) return undefined;
  return `'${displayType(type)}' is never null, so '??' is not needed.`;
}

export function bindConditionalAccess(node: ConditionalAccess, scope: Scope): BoundExpression {
  const { span } = node;
  const receiver = toValue(bindExpression(node.target, scope), scope);
  const { type } = receiver;
  const inner = isNullable(type) ? type.args[0]! : type;
  const canBeNull = isNullable(type) || isReferenceType(type) || type.kind === 'parameter';
  const placeholder = scope.temporary(canBeNull ? inner : errorType, receiver.span);
  const value: BoundExpression = {
    kind: 'Local',
    type: placeholder.type,
    span: receiver.span,
    variable: placeholder,
  };
  if (!canBeNull && type !== errorType) {
    scope.session.report(
      'CS0023',
      span,
      ['?', displayType(type)],
      `'${displayType(type)}' is never null: write '.' instead of '?.'.`,
    );
  }
  const within = scope.with({ conditionalReceiver: value });
  const access = toValue(bindExpression(node.whenNotNull, within), scope);
  if (access.type === errorType || !canBeNull) return bad(span);
  const result = isNonNullableValueType(access.type)
    ? scope.session.types.nullable(access.type)
    : access.type;
  const whenNotNull = result === access.type ? access : retype(access, result, span);
  return { kind: 'ConditionalAccess', type: result, span, receiver, placeholder, whenNotNull };
}
