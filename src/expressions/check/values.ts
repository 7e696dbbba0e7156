import { isVoid } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { BoundExpression } from './bound.ts';
import { displayType } from './displayType.ts';
import { tellLambda } from './lambdas.ts';
import { bad, isBound, naturalType } from './operands.ts';
import type { Operand, TupleLiteral } from './operands.ts';
import type { Scope } from './Scope.ts';

/** The operand as a value of its own type; what is none is reported. */
export function toValue(operand: Operand, scope: Scope): BoundExpression {
  const { session } = scope;
  if (isBound(operand)) return operand;
  switch (operand.kind) {
    case 'TupleLiteral':
      return tupleValue(operand, scope);
    case 'TypeOperand':
      session.report('CS0119', operand.span, [displayType(operand.type), 'type']);
      break;
    case 'NamespaceOperand':
      session.report('CS0119', operand.span, [operand.name, 'namespace']);
      break;
    case 'MethodGroup':
      session.report(
        'CS0119',
        operand.span,
        [operand.name, 'method'],
        `Call it: '${operand.name}(…)'.`,
      );
      break;
    case 'UnboundLambda':
      session.report('CS0119', operand.span, ['=>', 'lambda expression']);
      tellLambda(operand);
      break;
    case 'DefaultLiteral':
      session.report('CS8312', operand.span);
      break;
    case 'ThrowValue':
      session.report('CS8115', operand.span);
      break;
    case 'Discard':
      session.report('CS0103', operand.span, ['_']);
      break;
    case 'OutDeclaration':
      session.report('CS8185', operand.span);
  }
  return bad(operand.span);
}

/** A value that is there: `void` is reported as well. */
export function toNonVoid(operand: Operand, scope: Scope): BoundExpression {
  const value = toValue(operand, scope);
  if (!isVoid(value.type)) return value;
  scope.session.report('CS0029', value.span, ['void', 'object'], 'The call gives no value.');
  return bad(value.span);
}

function tupleValue(operand: TupleLiteral, scope: Scope): BoundExpression {
  const { span } = operand;
  const type = naturalType(operand, scope.session.types);
  const items = operand.items.map((item) => toValue(item, scope));
  if (type?.kind === 'named') return { kind: 'Tuple', type, span, items };
  if (type !== errorType && items.every((item) => item.type !== errorType)) {
    const untyped = operand.items.find((item) => !naturalType(item, scope.session.types));
    scope.session.report('CS8306', untyped?.span ?? span, ['<null>']);
  }
  return bad(span);
}
