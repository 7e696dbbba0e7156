/** Assignments: C# 7.3 §assignment operators. */
import type { Assignment } from '../syntax/ast.ts';
import { errorType } from '../typeSystem/NetType.ts';
import { applyBinary } from './binary.ts';
import type { BoundExpression, BoundTarget } from './bound.ts';
import { classifyExplicit, classifyImplicit } from './classify.ts';
import { exists } from './conversions.ts';
import { cast, convert } from './convert.ts';
import { bindDeconstruction } from './deconstruction.ts';
import { bindExpression } from './expressions.ts';
import { bad, naturalType } from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { checkTarget } from './targets.ts';
import { toNonVoid, toValue } from './values.ts';

export function bindAssignment(node: Assignment, scope: Scope): BoundExpression {
  const { target: targetNode, operator } = node;
  const isDeconstruction =
    targetNode.kind === 'Tuple' ||
    (targetNode.kind === 'DeclarationExpression' &&
      targetNode.designation.kind === 'TupleDesignation');
  if (isDeconstruction && operator === undefined) {
    return bindDeconstruction(targetNode, node.value, node.span, scope);
  }
  const operand = bindExpression(targetNode, scope);
  const value = bindExpression(node.value, scope);
  if (operand.kind === 'Discard' && operator === undefined) return discard(value, node, scope);
  const left = toValue(operand, scope);
  const target = checkTarget(left, 'assign', scope);
  if (operator !== undefined) return bindCompound(node, target, value, scope);
  if (!target) {
    // The value is checked all the same.
    return convert(value, errorType, scope, node.span);
  }
  const converted = convert(value, target.type, scope);
  return { kind: 'Assign', type: target.type, span: node.span, target, value: converted };
}

function discard(value: Operand, { span }: Assignment, scope: Scope): BoundExpression {
  const type = naturalType(value, scope.session.types);
  if (type) return toNonVoid(value, scope);
  scope.session.report('CS8183', span);
  return bad(span);
}

/** `x += y`: x is found once; what the operator gives may be cast back to its type. */
function bindCompound(
  { operator, span }: Assignment,
  target: BoundTarget | undefined,
  value: Operand,
  scope: Scope,
): BoundExpression {
  if (!target || !operator) return convert(value, errorType, scope, span);
  const { type } = target;
  const current = scope.temporary(type, target.span);
  const left: BoundExpression = { kind: 'Local', type, span: target.span, variable: current };
  const result = applyBinary({ operator, left, right: value, span }, scope);
  if (result.type === errorType) return bad(span);
  const next = backTo(result, value, operator, scope, target);
  return { kind: 'Update', type, span, target, current, next, result: 'new' };
}

function backTo(
  result: BoundExpression,
  value: Operand,
  operator: string,
  scope: Scope,
  { type }: BoundTarget,
): BoundExpression {
  const { span } = result;
  const needsCast = !exists(classifyImplicit(result, type, scope));
  const isShift = operator === '<<' || operator === '>>';
  const mayCast = isShift || exists(classifyImplicit(value, type, scope));
  // What the language's own operators give may be cast when the value itself would fit.
  const isBuiltIn =
    result.kind !== 'UserOperator' || result.container === scope.session.types.decimal;
  const canCast = needsCast && isBuiltIn && exists(classifyExplicit(result, type, scope));
  if (canCast && mayCast) return cast(result, type, scope, span);
  // A constant that does not fit is told of itself.
  if (canCast && value.kind === 'Constant') return convert(value, type, scope);
  return convert(result, type, scope, span);
}
