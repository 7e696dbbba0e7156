/** Arguments of calls, from the text to the order of the parameters. */
import type { Span } from '../../lib/source/SourceText.ts';
import type { Argument, Designation } from '../syntax/ast.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { Parameter } from '../typeSystem/Member.ts';
import type { Applicable } from './applicability.ts';
import type { BoundExpression, BoundRef, Variable } from './bound.ts';
import { convert, defaultValue } from './convert.ts';
import { bindExpression } from './expressions.ts';
import { bad, constant, isBound } from './operands.ts';
import type { BoundArgument, Operand, OutDeclaration } from './operands.ts';
import type { Scope } from './Scope.ts';
import { tellLambda } from './lambdas.ts';
import { checkTarget } from './targets.ts';
import { bindValueType } from './typeNames.ts';
import { toValue } from './values.ts';

/** Binds the values of arguments as far as they go without knowing the parameters. */
export function bindArguments(nodes: readonly Argument[], scope: Scope): BoundArgument[] {
  return nodes.map((node) => ({
    node,
    operand: bindArgument(node, scope),
    name: node.name?.text,
    nameSpan: node.name?.span,
    mode: node.mode ?? 'value',
  }));
}

function bindArgument({ mode, value }: Argument, scope: Scope): Operand {
  if (value.kind === 'DeclarationExpression' && mode === 'out') {
    const { designation } = value;
    const isTyped = value.type.kind !== 'VarType';
    const type = value.type.kind === 'VarType' ? undefined : bindValueType(value.type, scope);
    if (!isTyped) announce(designation, scope);
    return { kind: 'OutDeclaration', span: value.span, type, node: value };
  }
  const isDiscard = value.kind === 'SimpleName' && value.name.text === '_' && mode === 'out';
  if (isDiscard && scope.find('_') === undefined) return { kind: 'Discard', span: value.span };
  return bindExpression(value, scope);
}

/** The variable is in sight of the arguments after it, though its type is not known yet. */
function announce(designation: Designation, scope: Scope): void {
  if (designation.kind !== 'SingleDesignation') return;
  scope.enter(designation.name.text, { kind: 'untyped' }, designation.name.span);
}

/** An argument that the checker itself makes. */
export function argumentOf(operand: Operand, mode: BoundArgument['mode'] = 'value'): BoundArgument {
  return { node: undefined, operand, name: undefined, nameSpan: undefined, mode };
}

export interface PlacedArguments {
  /** In the order of the parameters. */
  readonly args: readonly BoundExpression[];
  /** Puts around the call what must be evaluated before, to keep the order of the text. */
  readonly around: (call: BoundExpression) => BoundExpression;
}

/** Converts the arguments of the chosen candidate and puts them in the order of its parameters. */
export function placeArguments(
  chosen: Applicable,
  args: readonly BoundArgument[],
  span: Span,
  scope: Scope,
): PlacedArguments {
  const { positions, parameters, targets } = chosen;
  const values = args.map((argument, i) =>
    passArgument(argument, targets[i]!, parameters[positions[i]!]!, scope),
  );
  const held = isOrdered(positions) ? [] : holdInOrder(values, scope);
  const placed = parameters.map((parameter, index) => {
    const given = values.filter((_, i) => positions[i] === index);
    if (chosen.isExpanded && parameter.passing === 'params') {
      return paramsArray(parameter.type, given, span);
    }
    return given[0] ?? defaultArgument(parameter, span);
  });
  return {
    args: placed,
    around: (call) => (held.length === 0 ? call : withReceiverFirst(held, call, scope)),
  };
}

interface Held {
  readonly variable: Variable;
  readonly value: BoundExpression;
}

function surround(body: BoundExpression, { variable, value }: Held): BoundExpression {
  return { kind: 'Let', type: body.type, span: body.span, variable, value, body };
}

/** What stands in front of the dot is evaluated before the arguments are. */
function withReceiverFirst(
  held: readonly Held[],
  call: BoundExpression,
  scope: Scope,
): BoundExpression {
  const inside = (body: BoundExpression): BoundExpression => held.reduceRight(surround, body);
  if (call.kind !== 'Call' || !call.receiver || call.receiver.kind === 'Constant')
    return inside(call);
  const { type, span } = call.receiver;
  const variable = scope.temporary(type, span);
  const receiver: BoundExpression = { kind: 'Local', type, span, variable };
  return surround(inside({ ...call, receiver }), { variable, value: call.receiver });
}

function isOrdered(positions: readonly number[]): boolean {
  return positions.every((position, i) => i === 0 || position >= positions[i - 1]!);
}

/** Arguments are evaluated as they are written, whatever the order of the parameters is. */
function holdInOrder(values: BoundExpression[], scope: Scope): Held[] {
  const held: Held[] = [];
  for (const [i, value] of values.entries()) {
    if (value.kind === 'Ref' || value.kind === 'Constant' || value.kind === 'Lambda') continue;
    const variable = scope.temporary(value.type, value.span);
    held.push({ variable, value });
    values[i] = { kind: 'Local', type: value.type, span: value.span, variable };
  }
  return held;
}

function passArgument(
  { operand, mode }: BoundArgument,
  target: NetType,
  { passing }: Parameter,
  scope: Scope,
): BoundExpression {
  if (passing !== 'out' && passing !== 'ref') return convert(operand, target, scope);
  const { span } = operand;
  if (operand.kind === 'Discard') return reference('out', undefined, target, span);
  if (operand.kind === 'OutDeclaration') {
    const variable = declareOut(operand, target, scope);
    if (!variable) return reference('out', undefined, target, span);
    const local: BoundExpression = { kind: 'Local', type: variable.type, span, variable };
    return reference('out', local, target, span);
  }
  const value = isBound(operand) ? operand : toValue(operand, scope);
  const place = checkTarget(value, mode === 'out' ? 'out' : 'ref', scope);
  return place ? reference(passing, place, target, span) : bad(span);
}

function reference(
  mode: BoundRef['mode'],
  target: BoundRef['target'],
  type: NetType,
  span: Span,
): BoundRef {
  return { kind: 'Ref', mode, target, type, span };
}

/** Declares the variable of `out var x` with the type that has become known. */
export function declareOut(
  { node, type }: OutDeclaration,
  target: NetType,
  scope: Scope,
): Variable | undefined {
  const { designation } = node;
  if (designation.kind !== 'SingleDesignation') return undefined;
  const { name } = designation;
  if (type) return scope.declare(name.text, type, 'local', name.span);
  const variable: Variable = {
    name: name.text,
    type: target,
    kind: 'local',
    span: name.span,
    owner: scope.function.symbol,
  };
  scope.settle(name.text, { kind: 'variable', variable });
  scope.locals.push(variable);
  return variable;
}

/**
 * After a call that could not be resolved: its out variables exist, with types where declared, and what
 * is wrong within its lambdas is told.
 */
export function abandon(args: readonly BoundArgument[], scope: Scope): void {
  for (const { operand } of args) {
    if (operand.kind === 'UnboundLambda') tellLambda(operand);
    if (operand.kind === 'OutDeclaration') {
      declareOut(operand, operand.type ?? errorType, scope);
    }
  }
}

function paramsArray(
  type: NetType,
  items: readonly BoundExpression[],
  span: Span,
): BoundExpression {
  const element = type.kind === 'array' ? type.element : errorType;
  return { kind: 'NewArray', type, span, element, sizes: [], items };
}

function defaultArgument({ type, defaultValue: given }: Parameter, span: Span): BoundExpression {
  // `= default` of a struct is written as null in signatures.
  if (!given || given.value === null) return defaultValue(type, span);
  return constant(given.value, type, span);
}
