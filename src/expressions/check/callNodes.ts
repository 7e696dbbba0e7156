/** The bound node of a call whose member and arguments are known. */
import type { Span } from '../../lib/source/SourceText.ts';
import { isReferenceType } from '../typeSystem/kinds.ts';
import type { NamedType } from '../typeSystem/NetType.ts';
import type { Applicable } from './applicability.ts';
import type { PlacedArguments } from './arguments.ts';
import type { BoundExpression } from './bound.ts';

export function callOf(
  { candidate, returns, typeArguments }: Applicable,
  receiver: BoundExpression | undefined,
  { args, around }: PlacedArguments,
  span: Span,
): BoundExpression {
  const { callee } = candidate;
  switch (callee.kind) {
    case 'method': {
      const { member, container } = callee;
      const self = receiver && !member.isStatic ? asSelf(receiver, container) : undefined;
      return around({
        kind: 'Call',
        type: returns,
        span,
        member,
        container,
        receiver: self,
        args,
        typeArguments,
      });
    }
    case 'constructor': {
      const { member, container } = callee;
      return around({ kind: 'New', type: container, span, member, args });
    }
    case 'indexer': {
      const { member, container } = callee;
      const self = receiver && asSelf(receiver, container);
      return around({
        kind: 'Property',
        type: returns,
        span,
        member,
        container,
        receiver: self,
        indexes: args,
      });
    }
    case 'delegate':
      return around({ kind: 'Invoke', type: returns, span, delegate: receiver!, args });
    case 'operator': {
      const { member, container, lifted } = callee;
      return around({ kind: 'UserOperator', type: returns, span, member, container, args, lifted });
    }
    case 'local':
      return around({
        kind: 'LocalCall',
        type: returns,
        span,
        callee: callee.symbol,
        args,
        typeArguments,
      });
  }
}

/**
 * The receiver as the implementation takes it: members that a value inherits from object, or has by
 * an interface, take it boxed.
 */
export function asSelf(receiver: BoundExpression, container: NamedType): BoundExpression {
  const { type, span } = receiver;
  if (isReferenceType(type) || !isReferenceType(container) || type.kind === 'special')
    return receiver;
  return {
    kind: 'Convert',
    by: 'box',
    operand: receiver,
    type: container,
    span,
    checked: false,
    lifted: false,
  };
}
