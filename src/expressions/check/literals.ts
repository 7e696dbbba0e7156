/** Literals, interpolated strings, and operators on types: C# 7.3 §literals, §interpolated strings. */
import type {
  Default,
  InterpolatedString,
  Interpolation,
  Literal,
  SizeOf,
  TypeOf,
} from '../syntax/ast.ts';
import { isError } from '../typeSystem/kinds.ts';
import { nullType } from '../typeSystem/NetType.ts';
import type { BoundExpression, InterpolatedValue } from './bound.ts';
import { convert, defaultValue } from './convert.ts';
import { decimalLiteral } from './decimals.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { numberName } from './numericTypes.ts';
import { bad, constant, naturalType } from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { bindOpenType, bindValueType } from './typeNames.ts';
import { toNonVoid } from './values.ts';

export function bindLiteral(node: Literal, scope: Scope): BoundExpression {
  const { span } = node;
  const { types } = scope.session;
  if (node.type === 'null') return constant(null, nullType, span);
  if (node.type !== 'decimal') return constant(node.value, types[node.type], span);
  const value = decimalLiteral(node.value, span, scope);
  if (value) return value;
  scope.session.report('CS0594', span, ['decimal']);
  return bad(span);
}

export function bindInterpolatedString(node: InterpolatedString, scope: Scope): BoundExpression {
  const { span } = node;
  const { string } = scope.session.types;
  const parts = node.parts.map((part) =>
    part.kind === 'InterpolatedText' ? part.text : bindHole(part, scope),
  );
  if (parts.every((part) => typeof part === 'string')) {
    // Its value is known, but C# 7 does not count it among the constants.
    const operand = constant(parts.join(''), string, span);
    return {
      kind: 'Convert',
      by: 'nothing',
      operand,
      type: string,
      span,
      checked: false,
      lifted: false,
    };
  }
  if (parts.some((part) => typeof part !== 'string' && isError(part.value.type))) return bad(span);
  return { kind: 'Interpolation', type: string, span, parts };
}

function bindHole(
  { value: node, alignment, format }: Interpolation,
  scope: Scope,
): InterpolatedValue {
  const { types } = scope.session;
  const operand = bindExpression(node, scope);
  const isTyped = naturalType(operand, types) !== undefined;
  const value = isTyped ? toNonVoid(operand, scope) : convert(operand, types.object, scope);
  return {
    value,
    alignment: alignment ? bindAlignment(alignment, scope) : 0,
    format: format ?? null,
  };
}

function bindAlignment(node: NonNullable<Interpolation['alignment']>, scope: Scope): number {
  const { session } = scope;
  const width = convert(bindExpression(node, scope), session.types.int, scope);
  if (width.kind === 'Constant' && typeof width.value === 'number') return width.value;
  if (!isError(width.type)) session.report('CS0150', node.span);
  return 0;
}

export function bindTypeOf({ type, span }: TypeOf, scope: Scope): BoundExpression {
  const of = bindOpenType(type, scope);
  if (isError(of)) return bad(span);
  return { kind: 'TypeOf', type: scope.session.registry.named('System.Type'), span, of };
}

const sizes: Readonly<Record<string, number>> = {
  sbyte: 1,
  byte: 1,
  short: 2,
  ushort: 2,
  char: 2,
  int: 4,
  uint: 4,
  float: 4,
  long: 8,
  ulong: 8,
  double: 8,
  decimal: 16,
};

export function bindSizeOf({ type, span }: SizeOf, scope: Scope): BoundExpression {
  const { types } = scope.session;
  const of = bindValueType(type, scope);
  if (isError(of)) return bad(span);
  const size = of === types.bool ? 1 : sizes[numberName(of) ?? ''];
  if (size !== undefined) return constant(size, types.int, span);
  scope.session.report('CS0233', span, [displayType(of)]);
  return bad(span);
}

export function bindDefault({ type, span }: Default, scope: Scope): Operand {
  if (!type) return { kind: 'DefaultLiteral', span };
  const of = bindValueType(type, scope);
  return isError(of) ? bad(span) : defaultValue(of, span);
}
