import type { Cast, Expression, ThrowExpression } from '../syntax/ast.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { BoundExpression } from './bound.ts';
import { classifyImplicit } from './classify.ts';
import { exists } from './conversions.ts';
import { cast, convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { naturalType } from './operands.ts';
import type { ThrowValue } from './operands.ts';
import type { Scope } from './Scope.ts';
import { bindValueType } from './typeNames.ts';

/** `(T)operand` (C# 7.3 §cast expressions). */
export function bindCast({ type, operand, span }: Cast, scope: Scope): BoundExpression {
  const to = bindValueType(type, scope);
  return cast(bindExpression(operand, scope), to, scope, span);
}

/** What is thrown: an exception. */
export function bindThrown(node: Expression, scope: Scope): BoundExpression {
  const operand = bindExpression(node, scope);
  const { exception } = scope.session.types;
  const type = naturalType(operand, scope.session.types);
  if (!type || type === errorType || exists(classifyImplicit(operand, exception, scope))) {
    return convert(operand, exception, scope);
  }
  scope.session.report('CS0155', node.span, [displayType(type)]);
  return convert(operand, errorType, scope);
}

/** `throw e` as a value. */
export function bindThrow({ value, span }: ThrowExpression, scope: Scope): ThrowValue {
  return { kind: 'ThrowValue', span, value: bindThrown(value, scope) };
}
