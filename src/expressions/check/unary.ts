/** Unary operators: C# 7.3 §unary operators. */
import type { Increment, Unary } from '../syntax/ast.ts';
import { isNullable, underlyingOf } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression } from './bound.ts';
import { applyBinary, operandName } from './binary.ts';
import { enumOf, findBuiltIn } from './builtInOperators.ts';
import { foldUnary } from './constants.ts';
import { cast, convert } from './convert.ts';
import { decimalOperator } from './decimals.ts';
import { bindExpression } from './expressions.ts';
import { numericName } from './numericTypes.ts';
import { bad, constant, isBad } from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { checkTarget } from './targets.ts';
import { applyUserOperator } from './userOperators.ts';
import { toValue } from './values.ts';

export function bindUnary(node: Unary, scope: Scope): BoundExpression {
  const { operator, span } = node;
  const operand = bindExpression(node.operand, scope);
  if (isBad(operand)) return bad(span);
  const user = applyUserOperator(operator, [operand], span, scope);
  if (user && user !== 'ambiguous') return user;
  const result = user ?? applyBuiltIn(node, operand, scope);
  if (result && result !== 'ambiguous') return result;
  const code = result === 'ambiguous' ? 'CS0035' : 'CS0023';
  scope.session.report(code, span, [operator, operandName(operand, scope)]);
  return bad(span);
}

function applyBuiltIn(
  { operator, span }: Unary,
  operand: Operand,
  scope: Scope,
): BoundExpression | 'ambiguous' | undefined {
  const { types } = scope.session;
  const { isChecked: checked } = scope;
  if (operator === '~' && enumOf(operand, types)) {
    const value = toValue(operand, scope);
    const lifted = isNullable(value.type);
    const node = {
      kind: 'Unary',
      type: value.type,
      span,
      operator,
      on: 'int',
      operand: value,
    } as const;
    return foldUnary({ ...node, checked, lifted }, scope);
  }
  const token = operator === '+' || operator === '-' ? `unary ${operator}` : operator;
  const found = findBuiltIn(token, [operand], scope);
  if (!found || found === 'ambiguous') return found;
  const { kind: on, type, lifted } = found;
  const value = convert(operand, type, scope);
  if (operator === '+') return value;
  if (on === 'decimal') return decimalOperator(operator, [value], type, lifted, span, scope);
  return foldUnary(
    { kind: 'Unary', type, span, operator, on, operand: value, checked, lifted },
    scope,
  );
}

/** `x++`: the target is found once, and keeps its type whatever the operator gives. */
export function bindIncrement(node: Increment, scope: Scope): BoundExpression {
  const { operator, prefix, span } = node;
  const operand = toValue(bindExpression(node.operand, scope), scope);
  const target = checkTarget(operand, 'step', scope);
  if (!target) return bad(span);
  const current = scope.temporary(target.type, span);
  const value: BoundExpression = { kind: 'Local', type: target.type, span, variable: current };
  const next = stepOf(node, value, scope);
  if (!next) {
    scope.session.report('CS0023', span, [operator, operandName(operand, scope)]);
    return bad(span);
  }
  const result = prefix ? 'new' : 'old';
  return { kind: 'Update', type: target.type, span, target, current, next, result };
}

function stepOf(
  { operator, span }: Increment,
  value: BoundExpression,
  scope: Scope,
): BoundExpression | undefined {
  const user = applyUserOperator(operator, [value], span, scope);
  if (user) return user === 'ambiguous' ? undefined : convert(user, value.type, scope);
  if (!isSteppable(value.type)) return undefined;
  const token = operator === '++' ? '+' : '-';
  const one = constant(1, scope.session.types.int, span);
  const sum = applyBinary({ operator: token, left: value, right: one, span }, scope);
  return cast(sum, value.type, scope, span);
}

function isSteppable(type: NetType): boolean {
  const own = underlyingOf(type);
  const isEnum = own.kind === 'named' && own.definition.kind === 'enum';
  return isEnum || numericName(own) !== undefined;
}
