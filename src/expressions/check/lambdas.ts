/** Lambdas as delegates: C# 7.3 §anonymous function conversions. */
import type { Expression } from '../syntax/ast.ts';
import { asSeenFrom } from '../typeSystem/hierarchy.ts';
import { isDelegate, isVoid } from '../typeSystem/kinds.ts';
import type { Parameter } from '../typeSystem/Member.ts';
import { errorType, isSameType, voidType } from '../typeSystem/NetType.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression, BoundFunction } from './bound.ts';
import type { BoundStatement } from './boundStatements.ts';
import { classifyImplicit } from './classify.ts';
import { exists } from './conversions.ts';
import { convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { declaredTypes, endsOpen, returnTypeOf } from './lambdaBindings.ts';
import type { LambdaBinding } from './lambdaBindings.ts';
import { bad, isBound } from './operands.ts';
import type { UnboundLambda } from './operands.ts';
import type { Scope } from './Scope.ts';
import { finishReturn } from './statements.ts';
import { bindValueType } from './typeNames.ts';

/** What calling a delegate takes and gives. */
export interface DelegateShape {
  readonly parameters: readonly Parameter[];
  readonly returns: NetType;
}

/** The parameters and result of a delegate type; undefined of other types. */
export function delegateShape(type: NetType): DelegateShape | undefined {
  if (!isDelegate(type)) return undefined;
  const { invoke } = type.definition;
  if (!invoke) return undefined;
  const parameters = invoke.parameters.map((each) => ({
    ...each,
    type: asSeenFrom(each.type, type),
  }));
  return { parameters, returns: asSeenFrom(invoke.returns, type) };
}

export function explicitParameterTypes({
  node,
  scope,
}: UnboundLambda): readonly NetType[] | undefined {
  return declaredTypes(node, scope);
}

/** The result type of a lambda when its parameters have these types. */
export function inferredReturnType(
  lambda: UnboundLambda,
  parameterTypes: readonly NetType[],
): NetType | undefined {
  const { node, scope, bindings } = lambda;
  if (node.parameters && node.parameters.length !== parameterTypes.length) return undefined;
  return returnTypeOf(bindings.get(node, scope, parameterTypes));
}

/** Whether a lambda converts to a type: its body has no error then. */
export function lambdaFits(lambda: UnboundLambda, to: NetType): boolean {
  const shape = delegateShape(to);
  if (!shape || !parametersFit(lambda, shape)) return false;
  const { node, scope, bindings } = lambda;
  const types = shape.parameters.map(({ type }) => type);
  const binding = bindings.get(node, scope, types);
  return binding.diagnostics.length === 0 && resultFits(lambda, binding, shape.returns);
}

function parametersFit(lambda: UnboundLambda, { parameters }: DelegateShape): boolean {
  const { node } = lambda;
  if (!node.parameters) return parameters.every(({ passing }) => passing !== 'out');
  if (node.parameters.length !== parameters.length) return false;
  const declared = explicitParameterTypes(lambda);
  return parameters.every(({ type, passing }, i) => {
    const mode = node.parameters?.[i]?.mode ?? 'value';
    if (!declared) return passing === 'value' || passing === 'params';
    const wanted = passing === 'params' ? 'value' : passing;
    return mode === wanted && isSameType(declared[i]!, type);
  });
}

function resultFits({ node }: UnboundLambda, binding: LambdaBinding, returns: NetType): boolean {
  const { value, returned, scope } = binding;
  if (node.body.kind !== 'Block') {
    if (isVoid(returns)) return isStatementExpression(node.body);
    return value !== undefined && exists(classifyImplicit(value, returns, scope));
  }
  if (isVoid(returns)) return returned.every(({ operand }) => operand === undefined);
  if (endsOpen(binding)) return false;
  return returned.every(
    ({ operand }) => operand !== undefined && exists(classifyImplicit(operand, returns, scope)),
  );
}

/** What may stand as a statement, and so be the body of a lambda without result. */
export function isStatementExpression(node: Expression): boolean {
  switch (node.kind) {
    case 'Invocation':
    case 'Assignment':
    case 'Increment':
    case 'ObjectCreation':
    case 'ThrowExpression':
    case 'Missing':
      return true;
    case 'ConditionalAccess':
      return isStatementExpression(node.whenNotNull);
    default:
      return false;
  }
}

/** The lambda as a delegate of type `to`; what does not fit is reported. */
export function bindLambda(lambda: UnboundLambda, to: NetType, outer: Scope): BoundExpression {
  const { session } = outer;
  const shape = delegateShape(to);
  if (!shape) {
    if (to !== errorType) session.report('CS1660', lambda.span, [displayType(to)]);
    tellLambda(lambda);
    return bad(lambda.span);
  }
  if (!reportParameters(lambda, shape, to, outer)) {
    tellLambda(lambda);
    return bad(lambda.span);
  }
  const { node, scope, bindings } = lambda;
  const types = shape.parameters.map(({ type }) => type);
  const binding = bindings.get(node, scope, types);
  session.accept(binding.diagnostics);
  const body = finishBody(lambda, binding, shape.returns, to);
  const bound: BoundFunction = {
    symbol: binding.symbol,
    parameters: binding.parameters,
    locals: binding.scope.locals,
    returns: shape.returns,
    body,
  };
  return { kind: 'Lambda', type: to, span: lambda.span, function: bound };
}

/** What is wrong within a lambda that nothing can take, as far as its parameters' types do not matter. */
export function tellLambda({ node, scope, bindings }: UnboundLambda): void {
  const { parameters = [] } = node;
  for (const { type } of parameters) if (type) bindValueType(type, scope);
  const types = declaredTypes(node, scope) ?? parameters.map(() => errorType);
  const { value, returned, diagnostics } = bindings.get(node, scope, types);
  scope.session.accept(diagnostics);
  for (const operand of [value, ...returned.map((each) => each.operand)]) {
    if (operand?.kind === 'UnboundLambda') tellLambda(operand);
  }
}

function finishBody(
  { node, span }: UnboundLambda,
  binding: LambdaBinding,
  returns: NetType,
  to: NetType,
): BoundStatement {
  const { value, block, scope } = binding;
  const { session } = scope;
  if (block) {
    for (const each of binding.returned) finishReturn(each, returns, scope);
    if (!isVoid(returns) && binding.diagnostics.length === 0 && endsOpen(binding)) {
      session.report('CS1643', span, [displayType(to)]);
    }
    return block;
  }
  const operand = value ?? bad(span);
  const { body } = node;
  if (!isVoid(returns)) {
    const converted = convert(operand, returns, scope, body.span);
    return { kind: 'Return', span: body.span, value: converted };
  }
  if (body.kind !== 'Block' && !isStatementExpression(body)) session.report('CS0201', body.span);
  const expression = isBound(operand) ? operand : convert(operand, voidType, scope, body.span);
  return { kind: 'ExpressionStatement', span: body.span, expression };
}

function reportParameters(
  lambda: UnboundLambda,
  shape: DelegateShape,
  to: NamedType | NetType,
  { session }: Scope,
): boolean {
  const { node, span } = lambda;
  const { parameters } = shape;
  if (!node.parameters) {
    if (parametersFit(lambda, shape)) return true;
    session.report('CS1688', span, [displayType(to)]);
    return false;
  }
  if (node.parameters.length !== parameters.length) {
    session.report('CS1593', span, [displayType(to), node.parameters.length]);
    return false;
  }
  if (parametersFit(lambda, shape)) return true;
  session.report('CS1661', span, [displayType(to)]);
  const declared = explicitParameterTypes(lambda);
  for (const [i, { type, passing }] of parameters.entries()) {
    const written = node.parameters[i]!;
    const mode = written.mode ?? 'value';
    const wanted = passing === 'params' || passing === 'this' ? 'value' : passing;
    if (mode !== wanted) {
      const code = wanted === 'value' ? 'CS1677' : 'CS1676';
      session.report(code, written.span, [i + 1, wanted === 'value' ? mode : wanted]);
    } else if (declared && !isSameType(declared[i]!, type) && declared[i] !== errorType) {
      session.report('CS1678', written.span, [i + 1, displayType(declared[i]!), displayType(type)]);
    }
  }
  return false;
}
