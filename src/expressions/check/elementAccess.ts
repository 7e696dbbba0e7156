/** `target[…]`: C# 7.3 §element access. */
import type { Span } from '../../lib/source/SourceText.ts';
import type { Argument, ElementAccess, ElementBinding } from '../syntax/ast.ts';
import { isVoid } from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { ArrayType } from '../typeSystem/NetType.ts';
import { bindArguments, abandon, placeArguments } from './arguments.ts';
import type { BoundExpression } from './bound.ts';
import { callOf } from './callNodes.ts';
import { indexerCandidate } from './candidates.ts';
import { classifyImplicit } from './classify.ts';
import { exists } from './conversions.ts';
import { applyConversion, convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { findIndexers } from './members.ts';
import { bad, isBad } from './operands.ts';
import type { BoundArgument, Operand } from './operands.ts';
import { reportUnresolved, resolveOverload } from './overloads.ts';
import type { Scope } from './Scope.ts';
import { toValue } from './values.ts';

export function bindElementAccess(node: ElementAccess, scope: Scope): BoundExpression {
  const target = toValue(bindExpression(node.target, scope), scope);
  return elementOf(target, node.arguments, node.span, scope);
}

/** `[…]` after `?` */
export function bindElementBinding(node: ElementBinding, scope: Scope): BoundExpression {
  const receiver = scope.surroundings.conditionalReceiver;
  return receiver ? elementOf(receiver, node.arguments, node.span, scope) : bad(node.span);
}

export function elementOf(
  target: BoundExpression,
  nodes: readonly Argument[],
  span: Span,
  scope: Scope,
): BoundExpression {
  const { type } = target;
  const args = bindArguments(nodes, scope);
  if (type === errorType) {
    abandon(args, scope);
    return bad(span);
  }
  if (type.kind === 'array') return arrayElement(target, type, args, span, scope);
  const candidates = findIndexers(type, scope.session.types).map(indexerCandidate);
  if (candidates.length === 0 || type === nullType || isVoid(type)) {
    const hint =
      type === scope.session.types.object
        ? 'Cast the object to its type first: ((T)…)[…].'
        : undefined;
    scope.session.report('CS0021', span, [displayType(type)], hint);
    abandon(args, scope);
    return bad(span);
  }
  const resolution = resolveOverload(candidates, args, [], scope);
  if (resolution.kind !== 'chosen') {
    reportUnresolved(resolution, args, { name: 'this[]', nameSpan: span, kind: 'indexer' }, scope);
    abandon(args, scope);
    return bad(span);
  }
  const { chosen } = resolution;
  return callOf(chosen, target, placeArguments(chosen, args, span, scope), span);
}

function arrayElement(
  array: BoundExpression,
  type: ArrayType,
  args: readonly BoundArgument[],
  span: Span,
  scope: Scope,
): BoundExpression {
  if (args.length !== type.rank) {
    scope.session.report('CS0022', span, [type.rank]);
    return bad(span);
  }
  const indexes = args.map(({ operand }) => arrayIndex(operand, scope));
  return { kind: 'Element', type: type.element, span, array, indexes };
}

/** An index is an int, uint, long or ulong; all become an int here. */
export function arrayIndex(operand: Operand, scope: Scope): BoundExpression {
  if (isBad(operand)) return bad(operand.span);
  const { int, uint, long, ulong } = scope.session.types;
  for (const type of [int, uint, long, ulong]) {
    const conversion = classifyImplicit(operand, type, scope);
    if (!exists(conversion)) continue;
    const index = applyConversion(operand, conversion, type, scope, operand.span);
    if (type === int) return index;
    const { span } = index;
    // An index that does not fit an int is out of every array's bounds.
    return {
      kind: 'Convert',
      by: 'number',
      operand: index,
      type: int,
      span,
      checked: true,
      lifted: false,
    };
  }
  return convert(operand, int, scope);
}
