/** Methods as delegates: C# 7.3 §method group conversions. */
import type { Span } from '../../lib/source/SourceText.ts';
import { isVoid } from '../typeSystem/kinds.ts';
import type { Parameter } from '../typeSystem/Member.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { Applicable } from './applicability.ts';
import { argumentOf, placeArguments } from './arguments.ts';
import type { BoundExpression, BoundFunction, FunctionSymbol, Variable } from './bound.ts';
import { callOf } from './callNodes.ts';
import { localCandidate, methodCandidate } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { exists } from './conversions.ts';
import { applyConversion } from './convert.ts';
import { displayType } from './displayType.ts';
import { delegateShape } from './lambdas.ts';
import { findExtensions } from './members.ts';
import { bad } from './operands.ts';
import type { BoundArgument, MethodGroup } from './operands.ts';
import { reportTypeArguments, resolveOverload } from './overloads.ts';
import type { Resolution } from './overloads.ts';
import type { FunctionContext, Scope } from './Scope.ts';
import { standardImplicit } from './standardConversions.ts';

/** What the method that fits the parameters returns, for inference. */
export function methodGroupReturnType(
  group: MethodGroup,
  parameters: readonly Parameter[],
): NetType | undefined {
  const { resolution } = resolveFor(group, parameters);
  return resolution.kind === 'chosen' ? resolution.chosen.returns : undefined;
}

export function methodGroupFits(group: MethodGroup, to: NetType): boolean {
  const shape = delegateShape(to);
  if (!shape) return false;
  const { resolution } = resolveFor(group, shape.parameters);
  return resolution.kind === 'chosen' && resultFits(resolution.chosen.returns, shape.returns);
}

/** The result may be a more derived reference, but nothing that must be converted. */
function resultFits(from: NetType, to: NetType): boolean {
  if (isVoid(to) || isVoid(from)) return isVoid(to) && isVoid(from);
  const { kind } = standardImplicit(from, to);
  return kind === 'identity' || kind === 'reference' || kind === 'error';
}

interface Resolved {
  readonly resolution: Resolution;
  readonly args: readonly BoundArgument[];
  /** The receiver became the first argument. */
  readonly isExtension: boolean;
}

function resolveFor(
  group: MethodGroup,
  parameters: readonly Parameter[],
  variables: readonly Variable[] = parameters.map((each) => placeholder(each, group.scope)),
): Resolved {
  const { scope, typeArguments } = group;
  const args = parameters.map(({ passing }, i) => {
    const variable = variables[i]!;
    const local = { kind: 'Local', type: variable.type, span: group.span, variable } as const;
    return argumentOf(local, passing === 'out' || passing === 'ref' ? passing : 'value');
  });
  const candidates = candidatesOf(group);
  const resolution = resolveOverload(candidates, args, typeArguments, scope);
  if (resolution.kind !== 'refused' || !group.receiver) {
    return { resolution, args, isExtension: false };
  }
  const extended = [argumentOf(group.receiver), ...args];
  const extensions = findExtensions(group.name, scope.session.types).map(methodCandidate);
  const second = resolveOverload(extensions, extended, typeArguments, scope);
  if (second.kind === 'refused') return { resolution, args, isExtension: false };
  return { resolution: second, args: extended, isExtension: true };
}

function placeholder({ type }: Parameter, scope: Scope): Variable {
  return scope.temporary(type, { start: 0, end: 0 });
}

export function candidatesOf({ methods, local }: MethodGroup): Candidate[] {
  return local ? [localCandidate(local)] : methods.map(methodCandidate);
}

/** A delegate that calls the method; the receiver is evaluated once, when the delegate is made. */
export function bindMethodGroup(group: MethodGroup, to: NetType, outer: Scope): BoundExpression {
  const { session } = outer;
  const { span } = group;
  const shape = delegateShape(to);
  if (!shape) {
    if (to !== errorType) session.report('CS0428', span, [group.name, displayType(to)]);
    return bad(span);
  }
  const symbol: FunctionSymbol = {
    name: group.name,
    outer: outer.function.symbol,
    typeParameters: [],
  };
  const context: FunctionContext = { symbol, kind: 'lambda', returns: shape.returns, returned: [] };
  const scope = outer.functionBody(context);
  const parameters = shape.parameters.map(({ type, passing, name }) => ({
    name,
    type,
    span,
    owner: symbol,
    kind: passing === 'out' || passing === 'ref' ? passing : ('parameter' as const),
  }));
  const resolved = resolveFor(group, shape.parameters, parameters);
  if (resolved.resolution.kind !== 'chosen') {
    const site = { name: group.name, nameSpan: span, kind: 'method' } as const;
    if (!reportTypeArguments(resolved.resolution, resolved.args, site, outer)) {
      session.report('CS0123', span, [group.name, displayType(to)]);
    }
    return bad(span);
  }
  const { chosen } = resolved.resolution;
  if (!resultFits(chosen.returns, shape.returns)) {
    session.report('CS0407', span, [group.name, displayType(chosen.returns)]);
    return bad(span);
  }
  const [receiver, hold] = holdReceiver(group, outer);
  const body = callBody(chosen, resolved, receiver, shape.returns, span, scope);
  const bound: BoundFunction = {
    symbol,
    parameters,
    locals: scope.locals,
    returns: shape.returns,
    body,
  };
  return hold({ kind: 'Lambda', type: to, span, function: bound });
}

function callBody(
  chosen: Applicable,
  { args, isExtension }: Resolved,
  receiver: BoundExpression | undefined,
  returns: NetType,
  span: Span,
  scope: Scope,
): BoundFunction['body'] {
  const own = isExtension && receiver ? [argumentOf(receiver), ...args.slice(1)] : args;
  const placed = placeArguments(chosen, own, span, scope);
  const call = callOf(chosen, isExtension ? undefined : receiver, placed, span);
  if (isVoid(returns)) return { kind: 'ExpressionStatement', span, expression: call };
  const conversion = standardImplicit(call.type, returns);
  const value = exists(conversion)
    ? applyConversion(call, conversion, returns, scope, span)
    : bad(span);
  return { kind: 'Return', span, value };
}

type Hold = (body: BoundExpression) => BoundExpression;

function holdReceiver(group: MethodGroup, scope: Scope): [BoundExpression | undefined, Hold] {
  const { receiver, span } = group;
  if (!receiver) return [undefined, (body) => body];
  const variable = scope.temporary(receiver.type, span);
  const local: BoundExpression = { kind: 'Local', type: receiver.type, span, variable };
  return [
    local,
    (body) => ({ kind: 'Let', type: body.type, span, variable, value: receiver, body }),
  ];
}
