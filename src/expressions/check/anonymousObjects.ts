import type { AnonymousObject } from '../syntax/ast.ts';
import { isVoid } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import { anonymousType } from './anonymousTypes.ts';
import type { BoundExpression } from './bound.ts';
import { bindExpression } from './expressions.ts';
import { tellLambda } from './lambdas.ts';
import { bad, describeOperand, naturalType } from './operands.ts';
import type { Scope } from './Scope.ts';
import { toValue } from './values.ts';

/** `new { Id = 1, user.Name }` (C# 7.3 §anonymous object creation). */
export function bindAnonymousObject(node: AnonymousObject, scope: Scope): BoundExpression {
  const { session } = scope;
  const seen = new Set<string>();
  for (const { name } of node.members) {
    if (seen.has(name.text)) session.report('CS0833', name.span, [name.text]);
    seen.add(name.text);
  }
  const items = node.members.map(({ value, span }) => {
    const operand = bindExpression(value, scope);
    const type = naturalType(operand, session.types);
    if (type !== undefined && !isVoid(type)) return toValue(operand, scope);
    session.report('CS0828', span, [describeOperand(operand)]);
    if (operand.kind === 'UnboundLambda') tellLambda(operand);
    return bad(span);
  });
  if (seen.size < items.length || items.some(({ type }) => type === errorType)) {
    return bad(node.span);
  }
  const names = node.members.map(({ name }) => name.text);
  const types = items.map(({ type }) => type);
  const type = anonymousType(session.registry, names, types);
  return { kind: 'Anonymous', type, span: node.span, items };
}
