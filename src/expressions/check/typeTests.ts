/** `is`, `as` and patterns: C# 7.3 §is operator, §as operator, §patterns. */
import type { Span } from '../../lib/source/SourceText.ts';
import type { As, Is, IsPattern, Pattern } from '../syntax/ast.ts';
import { typeAsExpression } from '../syntax/names.ts';
import { canBeNull, isReferenceType, isVoid, underlyingOf } from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression } from './bound.ts';
import type { BoundPattern } from './boundPatterns.ts';
import { exists } from './conversions.ts';
import { convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { bad, constant, isNullLiteral } from './operands.ts';
import type { Scope } from './Scope.ts';
import { standardExplicit } from './standardConversions.ts';
import { bindValueType } from './typeNames.ts';
import { toNonVoid, toValue } from './values.ts';

export function bindIs(node: Is, scope: Scope): BoundExpression {
  const { span } = node;
  const { session } = scope;
  const { result: type, diagnostics } = session.capture(() => bindValueType(node.type, scope));
  if (type === errorType) {
    const named = typeAsExpression(node.type);
    const asConstant = named && session.capture(() => bindExpression(named, scope));
    if (named && asConstant && asConstant.diagnostics.length === 0) {
      const pattern: Pattern = { kind: 'ConstantPattern', value: named, span: node.type.span };
      return bindIsPattern({ ...node, kind: 'IsPattern', pattern }, scope);
    }
    session.accept(diagnostics);
  }
  const operand = toNonVoid(bindExpression(node.operand, scope), scope);
  if (type === errorType || operand.type === errorType) return bad(span);
  if (isNullLiteral(operand)) return constant(false, session.types.bool, span);
  const { bool } = session.types;
  return { kind: 'Is', type: bool, span, operand: boxed(operand, scope), test: type };
}

/** Types are tested on objects. */
export function boxed(value: BoundExpression, scope: Scope): BoundExpression {
  if (isReferenceType(value.type) || value.type === errorType) return value;
  return convert(value, scope.session.types.object, scope);
}

export function bindAs(node: As, scope: Scope): BoundExpression {
  const { span } = node;
  const { session } = scope;
  const type = bindValueType(node.type, scope);
  const operand = toValue(bindExpression(node.operand, scope), scope);
  if (type === errorType || operand.type === errorType) return bad(span);
  if (!canBeNull(type)) {
    const name = displayType(type);
    if (type.kind === 'parameter') session.report('CS0413', node.type.span, [name]);
    else session.report('CS0077', node.type.span, [name], `Write 'as ${name}?'.`);
    return bad(span);
  }
  if (isNullLiteral(operand)) return constant(null, type, span);
  if (isVoid(operand.type) || !isPossible(operand.type, type)) {
    session.report('CS0039', span, [displayType(operand.type), displayType(type)]);
    return bad(span);
  }
  return { kind: 'As', type, span, operand: boxed(operand, scope) };
}

/** Whether a value of one type could be of the other: never by a conversion that makes a new value. */
function isPossible(from: NetType, to: NetType): boolean {
  if (from.kind === 'parameter' || to.kind === 'parameter') return true;
  const { kind } = standardExplicit(from, to);
  if (kind !== 'nullable') return kind !== 'none' && kind !== 'numeric' && kind !== 'tuple';
  const conversion = standardExplicit(from, to);
  return conversion.kind === 'nullable' && conversion.inner.kind === 'identity';
}

export function bindIsPattern(node: IsPattern, scope: Scope): BoundExpression {
  const { span } = node;
  const operand = toNonVoid(bindExpression(node.operand, scope), scope);
  if (operand.type === nullType) {
    scope.session.report('CS8117', operand.span);
    return bad(span);
  }
  const pattern = bindPattern(node.pattern, operand.type, scope);
  if (operand.type === errorType || !pattern) return bad(span);
  const { bool } = scope.session.types;
  return { kind: 'IsPattern', type: bool, span, operand: boxed(operand, scope), pattern };
}

/** A pattern for values of a static type; undefined after a report. Declares its variable. */
export function bindPattern(node: Pattern, input: NetType, scope: Scope): BoundPattern | undefined {
  switch (node.kind) {
    case 'ConstantPattern':
      return bindConstantPattern(node, input, scope);
    case 'DeclarationPattern': {
      const type = bindValueType(node.type, scope);
      checkPossible(input, type, node.type.span, scope);
      const variable = declare(node.designation, type, scope);
      return type === errorType ? undefined : { kind: 'TypePattern', type, variable };
    }
    case 'VarPattern': {
      const variable = declare(node.designation, input, scope);
      return { kind: 'VarPattern', variable, type: input };
    }
  }
}

function declare(
  designation: Extract<Pattern, { designation: unknown }>['designation'],
  type: NetType,
  scope: Scope,
): ReturnType<Scope['declare']> | undefined {
  if (designation.kind !== 'SingleDesignation') return undefined;
  const { name } = designation;
  return scope.declare(name.text, type, 'local', name.span);
}

function checkPossible(input: NetType, type: NetType, span: Span, { session }: Scope): void {
  if (type === errorType || input === errorType) return;
  if (type.kind === 'named' && type.definition.fullName === 'System.Nullable') {
    session.report('CS8116', span, [displayType(type), displayType(underlyingOf(type))]);
  } else if (!isPossible(input, type)) {
    session.report('CS8121', span, [displayType(input), displayType(type)]);
  }
}

function bindConstantPattern(
  node: Extract<Pattern, { kind: 'ConstantPattern' }>,
  input: NetType,
  scope: Scope,
): BoundPattern | undefined {
  const { session } = scope;
  const operand = bindExpression(node.value, scope);
  if (operand.kind === 'DefaultLiteral') {
    session.report('CS8363', node.span);
    return undefined;
  }
  if (input === errorType) return undefined;
  const value = toValue(operand, scope);
  if (value.type === errorType) return undefined;
  if (value.kind !== 'Constant') {
    session.report('CS0150', node.span);
    return undefined;
  }
  if (value.type === nullType && canBeNull(input)) return { kind: 'ConstantPattern', value };
  const isObject = input === session.types.object || input.kind === 'parameter';
  const isTypeTest = isObject || (isReferenceType(input) && value.type !== input);
  if (isTypeTest && exists(standardExplicit(input, value.type))) {
    return { kind: 'ConstantPattern', value: boxed(value, scope) };
  }
  const converted = convert(value, input, scope);
  if (converted.type === errorType) return undefined;
  return { kind: 'ConstantPattern', value: boxed(converted, scope) };
}
