/** Functions within an expression: C# 7.3 §local functions. */
import type { LocalFunction, Parameter as ParameterNode } from '../syntax/ast.ts';
import { isVoid } from '../typeSystem/kinds.ts';
import { errorType, TypeParameter } from '../typeSystem/NetType.ts';
import type { LocalFunctionSymbol, LocalParameter } from './bound.ts';
import type { BoundStatement } from './boundStatements.ts';
import { bindConstraints } from './constraintClauses.ts';
import { convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindExpression, bindOrThrow } from './expressions.ts';
import { endIsReachable } from './flow/reachability.ts';
import type { FunctionContext, Scope } from './Scope.ts';
import { isStatementExpression } from './lambdas.ts';
import { bindBlockIn } from './statements.ts';
import { bindType, bindValueType } from './typeNames.ts';
import { toValue } from './values.ts';

const symbols = new WeakMap<Scope['labels'], Map<LocalFunction, LocalFunctionSymbol>>();

/** Brings a local function in sight of the whole block, before its body is looked at. */
export function declareLocalFunction(node: LocalFunction, scope: Scope): void {
  const typeParameters = node.typeParameters.map(({ text }) => new TypeParameter(text));
  const signature = scope.child();
  enterTypeParameters(node, typeParameters, signature);
  bindConstraints(node, typeParameters, signature);
  const symbol: LocalFunctionSymbol = {
    name: node.name.text,
    outer: scope.function.symbol,
    typeParameters,
    parameters: bindParameters(node, signature),
    returns: bindType(node.returnType, signature),
    span: node.name.span,
    bound: undefined,
  };
  scope.enter(node.name.text, { kind: 'function', symbol }, node.name.span);
  scope.functions.push(symbol);
  const known = symbols.get(scope.labels) ?? new Map<LocalFunction, LocalFunctionSymbol>();
  symbols.set(scope.labels, known.set(node, symbol));
}

function enterTypeParameters(
  node: LocalFunction,
  parameters: readonly TypeParameter[],
  scope: Scope,
): void {
  for (const [i, parameter] of parameters.entries()) {
    const { text, span } = node.typeParameters[i]!;
    if (node.typeParameters.slice(0, i).some((other) => other.text === text)) {
      scope.session.report('CS0692', span, [text]);
    } else scope.enter(text, { kind: 'typeParameter', parameter }, span);
  }
}

/** Optional parameters stand behind the others, and `params` last, with an array. */
function bindParameters({ parameters: nodes }: LocalFunction, scope: Scope): LocalParameter[] {
  const parameters = nodes.map((node) => bindParameter(node, scope));
  for (const [i, { mode, defaultValue, span, name }] of nodes.entries()) {
    const previous = nodes[i - 1];
    const isParams = mode === 'params';
    const { type } = parameters[i]!;
    if (previous?.defaultValue && !defaultValue && !isParams) {
      scope.session.report('CS1737', span, [name.text]);
    }
    if (isParams && nodes[i + 1]) scope.session.report('CS0231', span);
    if (isParams && type !== errorType && (type.kind !== 'array' || type.rank !== 1)) {
      scope.session.report('CS0225', span);
    }
  }
  return parameters;
}

function bindParameter(node: ParameterNode, scope: Scope): LocalParameter {
  const { name, type: typeNode, mode, defaultValue } = node;
  if (!typeNode) scope.session.report('CS8421', node.span);
  const type = typeNode ? bindValueType(typeNode, scope) : errorType;
  const passing = mode === undefined || mode === 'in' ? 'value' : mode;
  const value = defaultValue && convert(bindExpression(defaultValue, scope), type, scope);
  if (value && value.kind !== 'Constant' && value.kind !== 'Default' && value.type !== errorType) {
    scope.session.report('CS1736', value.span, [name.text, displayType(type)]);
  }
  return {
    name: name.text,
    type,
    passing,
    acceptsNull: true,
    defaultValue: value && { value: value.kind === 'Constant' ? value.value : null },
  };
}

/** Where the function stands in the text: its body sees what is declared before it. */
export function bindLocalFunctionBody(node: LocalFunction, outer: Scope): BoundStatement {
  const symbol = symbols.get(outer.labels)?.get(node);
  if (!symbol) return { kind: 'Empty', span: node.span };
  const { returns } = symbol;
  const context: FunctionContext = { symbol, kind: 'local', returns, returned: [] };
  const scope = outer.functionBody(context);
  enterTypeParameters(node, symbol.typeParameters, scope);
  const parameters = node.parameters.map(({ name, span, mode }, i) => {
    const isTwice = node.parameters.slice(0, i).some((other) => other.name.text === name.text);
    if (isTwice) scope.session.report('CS0100', span, [name.text]);
    const kind = mode === 'ref' || mode === 'out' ? mode : 'parameter';
    // The second of a name is told above; it is declared under one that no text can mention.
    const declared = isTwice ? `${name.text} (${i})` : name.text;
    return scope.declare(declared, symbol.parameters[i]!.type, kind, name.span);
  });
  const body = bindBody(node, symbol, scope);
  symbol.bound = { symbol, parameters, locals: scope.locals, returns, body };
  return { kind: 'LocalFunction', span: node.span, symbol };
}

function bindBody(
  { body, name }: LocalFunction,
  { returns }: LocalFunctionSymbol,
  scope: Scope,
): BoundStatement {
  if (body.kind === 'Block') {
    const block = bindBlockIn(body, scope.child());
    if (!isVoid(returns) && returns !== errorType && endIsReachable(block)) {
      scope.session.report('CS0161', name.span, [`${name.text}()`]);
    }
    return block;
  }
  const operand = bindOrThrow(body, scope);
  if (!isVoid(returns)) {
    return { kind: 'Return', span: body.span, value: convert(operand, returns, scope) };
  }
  if (operand.kind === 'ThrowValue') {
    return { kind: 'ThrowStatement', span: body.span, value: operand.value };
  }
  if (!isStatementExpression(body)) scope.session.report('CS0201', body.span);
  return { kind: 'ExpressionStatement', span: body.span, expression: toValue(operand, scope) };
}
