/** Constant expressions are computed when compiled: C# 7.3 §constant expressions. */
import { binaryOperation, unaryOperation } from '../compile/operators.ts';
import { numberConversion } from '../compile/convertNumber.ts';
import type { NumberKind } from '../compile/convertNumber.ts';
import { Environment } from '../runtime/Environment.ts';
import { DivideByZeroException, NetException, OverflowException } from '../runtime/exceptions.ts';
import { isEnum } from '../typeSystem/kinds.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type {
  BoundBinary,
  BoundConstant,
  BoundExpression,
  BoundUnary,
  BoundUserOperator,
} from './bound.ts';
import { displayType } from './displayType.ts';
import { fits, isIntegral, numberName } from './numericTypes.ts';
import { bad, constant } from './operands.ts';
import type { Scope } from './Scope.ts';

/** Constants depend on nothing outside, so that operators must not ask for it either. */
const nowhere = new Environment({
  now: () => unavailable(),
  randomBytes: () => unavailable(),
});

function unavailable(): never {
  throw new Error('a constant depends on the world');
}

function isFoldable(node: BoundExpression): node is BoundConstant {
  return node.kind === 'Constant' && node.value !== null;
}

/** The operation itself, or its value when the operands are constants. */
export function foldBinary(node: BoundBinary, scope: Scope): BoundExpression {
  const { left, right, span } = node;
  if (isDivisionByZero(node)) {
    scope.session.report('CS0020', span);
    return bad(span);
  }
  const isText = node.on === 'string' && left.kind === 'Constant' && right.kind === 'Constant';
  if (!isText && (!isFoldable(left) || !isFoldable(right))) return node;
  if (node.lifted || node.on === 'delegate') return node;
  const checked = scope.surroundings.overflow !== 'unchecked';
  return evaluate(node, scope, () =>
    binaryOperation({ ...node, checked })(left.value, right.value),
  );
}

/** Integers only: reals have infinities. */
function isDivisionByZero({ operator, on, right }: BoundBinary): boolean {
  if (operator !== '/' && operator !== '%') return false;
  if (on === 'float' || on === 'double' || right.kind !== 'Constant') return false;
  return right.value === 0 || right.value === 0n;
}

export function foldUnary(node: BoundUnary, scope: Scope): BoundExpression {
  const { operand } = node;
  if (!isFoldable(operand) || node.lifted) return node;
  const checked = scope.surroundings.overflow !== 'unchecked';
  return evaluate(node, scope, () => unaryOperation({ ...node, checked })(operand.value));
}

/** What is told of a constant that is too large. */
export interface Overflow {
  readonly code: 'CS0031' | 'CS0220' | 'CS0221';
  readonly details: readonly string[];
}

/** Operators and conversions of decimal, which the language counts among its own. */
export function foldDecimal(
  node: BoundUserOperator,
  scope: Scope,
  overflow?: Overflow,
): BoundExpression {
  if (node.lifted || !node.args.every(isFoldable)) return node;
  const values = node.args.map((arg) => (arg.kind === 'Constant' ? arg.value : null));
  const implementation = node.member.implementation as (...args: unknown[]) => unknown;
  return evaluate(node, scope, () => implementation(...values, [], nowhere), overflow);
}

function evaluate(
  { type, span }: BoundExpression,
  scope: Scope,
  compute: () => unknown,
  { code, details }: Overflow = { code: 'CS0220', details: [] },
): BoundExpression {
  try {
    return constant(compute(), type, span);
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    if (error instanceof DivideByZeroException) scope.session.report('CS0020', span);
    else if (error instanceof OverflowException) scope.session.report(code, span, details);
    return bad(span);
  }
}

/**
 * A constant as another number type. Outside of `unchecked` it must fit, whatever casts are written
 * (C# 7.3 §constant expressions): CS0221, or CS0031 where no cast is.
 */
export function convertConstant(
  { value, type: from }: BoundConstant,
  to: NetType,
  span: Span,
  scope: Scope,
  code: 'CS0221' | 'CS0031',
): BoundExpression {
  const [source, target] = [numberName(from), numberName(to)];
  if (!source || !target) return bad(span);
  const isUnchecked = scope.surroundings.overflow === 'unchecked';
  if (!isUnchecked && isIntegral(target) && !fitsIn(value, target)) {
    const hint = code === 'CS0221' ? "Write 'unchecked(…)' around it if that is meant." : undefined;
    scope.session.report(code, span, [String(value), displayType(to)], hint);
    return bad(span);
  }
  const convert = numberConversion(kindOf(from), kindOf(to), false);
  return constant(convert(value as number), to, span);
}

function fitsIn(value: unknown, target: Parameters<typeof fits>[1]): boolean {
  if (typeof value === 'bigint') return fits(value, target);
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return fits(BigInt(Math.trunc(value)), target);
}

/** The number type under its .NET name. */
function kindOf(type: NetType): NumberKind {
  if (isEnum(type) || type.kind !== 'named') return 'Int32';
  return type.definition.simpleName as NumberKind;
}
