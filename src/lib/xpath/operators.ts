/** Operators of §3.4 and §3.5: many of one level in a row are worked off in a loop. */
import { compareWithBoolean, compileComparison, isComparison } from './comparisons.ts';
import type { Context } from './Context.ts';
import { asBoolean, asNumber } from './conversions.ts';
import type { Compiled } from './conversions.ts';
import type { BinaryOperator } from './Expression.ts';

export interface Operation<N extends object> {
  readonly operator: BinaryOperator;
  readonly operand: Compiled<N>;
}

type Arithmetic = (left: number, right: number) => number;

const arithmetic: Readonly<Partial<Record<BinaryOperator, Arithmetic>>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
};

/** `first` and what is done with it; the operators are of one level. */
export function compileOperators<N extends object>(
  first: Compiled<N>,
  operations: readonly Operation<N>[],
): Compiled<N> {
  const operator = operations[0]?.operator;
  if (operator === undefined) return first;
  if (operator === 'or' || operator === 'and') {
    return compileLogic(operator, [first, ...operations.map(({ operand }) => operand)]);
  }
  return isComparison(operator)
    ? { type: 'boolean', evaluate: compileComparisons(first, operations) }
    : { type: 'number', evaluate: compileArithmetic(first, operations) };
}

/** Goes no further than needed (§3.4). */
function compileLogic<N extends object>(
  operator: 'or' | 'and',
  operands: readonly Compiled<N>[],
): Compiled<N> {
  const tests = operands.map(asBoolean);
  return operator === 'or'
    ? { type: 'boolean', evaluate: (context) => tests.some((test) => test(context)) }
    : { type: 'boolean', evaluate: (context) => tests.every((test) => test(context)) };
}

function compileArithmetic<N extends object>(
  first: Compiled<N>,
  operations: readonly Operation<N>[],
): (context: Context<N>) => number {
  const start = asNumber(first);
  const links = operations.map(({ operator, operand }) => ({
    calculate: arithmetic[operator]!,
    operand: asNumber(operand),
  }));
  return (context) =>
    links.reduce(
      (value, { calculate, operand }) => calculate(value, operand(context)),
      start(context),
    );
}

/** All but the first compare a boolean with something. */
function compileComparisons<N extends object>(
  first: Compiled<N>,
  operations: readonly Operation<N>[],
): (context: Context<N>) => boolean {
  const [head, ...rest] = operations.flatMap(({ operator, operand }) =>
    isComparison(operator) ? [{ operator, operand }] : [],
  );
  const start = compileComparison(head!.operator, first, head!.operand);
  if (rest.length === 0) return start;
  const links = rest.map(({ operator, operand }) => compareWithBoolean(operator, operand));
  return (context) => links.reduce((value, link) => link(value, context), start(context));
}
