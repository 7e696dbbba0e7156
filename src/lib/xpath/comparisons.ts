/** Equality and order: §3.4, where node-sets compare by what some node of them is. */
import type { Context, NodeSet } from './Context.ts';
import { asBoolean, asNumber, asString, textOf } from './conversions.ts';
import type { Compiled } from './conversions.ts';
import type { BinaryOperator } from './Expression.ts';

export type Comparison = Extract<BinaryOperator, '=' | '!=' | '<' | '<=' | '>' | '>='>;

type Test<N extends object> = (context: Context<N>) => boolean;
type Compare<T> = (left: T, right: T) => boolean;

const comparers = {
  '=': (left: unknown, right: unknown) => left === right,
  '!=': (left: unknown, right: unknown) => left !== right,
  '<': (left: number, right: number) => left < right,
  '<=': (left: number, right: number) => left <= right,
  '>': (left: number, right: number) => left > right,
  '>=': (left: number, right: number) => left >= right,
} as const;

/** The same comparison with its operands changed over. */
const mirrored = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

export function compileComparison<N extends object>(
  operator: Comparison,
  left: Compiled<N>,
  right: Compiled<N>,
): Test<N> {
  if (left.type === 'boolean' || right.type === 'boolean') {
    return comparesText(operator)
      ? compareEach(comparers[operator], asBoolean(left), asBoolean(right))
      : compareEach(comparers[operator], asNumber(truthOf(left)), asNumber(truthOf(right)));
  }
  if (left.type === 'node-set' && right.type === 'node-set') {
    return compareSets(operator, left.evaluate, right.evaluate);
  }
  if (left.type === 'node-set') return compareSet(operator, left.evaluate, right);
  if (right.type === 'node-set') return compareSet(mirrored[operator], right.evaluate, left);
  return comparesText(operator) && left.type === 'string' && right.type === 'string'
    ? compareEach(comparers[operator], left.evaluate, right.evaluate)
    : compareEach(comparers[operator], asNumber(left), asNumber(right));
}

export function isComparison(operator: BinaryOperator): operator is Comparison {
  return operator in comparers;
}

/** How a boolean that is known compares with an operand. */
export function compareWithBoolean<N extends object>(
  operator: Comparison,
  operand: Compiled<N>,
): (value: boolean, context: Context<N>) => boolean {
  if (comparesText(operator)) {
    const compare = comparers[operator];
    const other = asBoolean(operand);
    return (value, context) => compare(value, other(context));
  }
  const compare = comparers[operator];
  const other = asNumber(truthOf(operand));
  return (value, context) => compare(Number(value), other(context));
}

/** Beside a boolean, a node-set is the boolean whether it holds a node. */
function truthOf<N extends object>(value: Compiled<N>): Compiled<N> {
  return value.type === 'node-set' ? { type: 'boolean', evaluate: asBoolean(value) } : value;
}

function comparesText(operator: Comparison): operator is '=' | '!=' {
  return operator === '=' || operator === '!=';
}

function compareEach<N extends object, T>(
  compare: Compare<T>,
  left: (context: Context<N>) => T,
  right: (context: Context<N>) => T,
): Test<N> {
  return (context) => compare(left(context), right(context));
}

/** A node-set with a number or a string. */
function compareSet<N extends object>(
  operator: Comparison,
  nodes: (context: Context<N>) => NodeSet<N>,
  other: Compiled<N>,
): Test<N> {
  if (comparesText(operator) && other.type === 'string') {
    const compare = comparers[operator];
    const text = asString(other);
    return (context) => {
      const wanted = text(context);
      return nodes(context).some((node) => compare(textOf(node, context.evaluation), wanted));
    };
  }
  const compare = comparers[operator];
  const number = asNumber(other);
  return (context) => {
    const wanted = number(context);
    return nodes(context).some((node) => compare(numberOf(node, context), wanted));
  };
}

function compareSets<N extends object>(
  operator: Comparison,
  left: (context: Context<N>) => NodeSet<N>,
  right: (context: Context<N>) => NodeSet<N>,
): Test<N> {
  if (operator === '=') {
    return (context) => {
      const texts = textsOf(left(context), context);
      return right(context).some((node) => texts.has(textOf(node, context.evaluation)));
    };
  }
  if (operator === '!=') {
    return (context) => {
      const [some, others] = [textsOf(left(context), context), textsOf(right(context), context)];
      if (some.size === 0 || others.size === 0) return false;
      return some.size > 1 || others.size > 1 || !some.isSubsetOf(others);
    };
  }
  const compare = comparers[operator];
  const wantsLess = operator === '<' || operator === '<=';
  // Some pair is in order exactly when the pair that lies farthest apart is.
  return (context) => {
    const [some, others] = [numbersOf(left(context), context), numbersOf(right(context), context)];
    const [low, high] = [extreme(some, wantsLess), extreme(others, !wantsLess)];
    return low !== undefined && high !== undefined && compare(low, high);
  };
}

function numberOf<N extends object>(node: N, { evaluation }: Context<N>): number {
  return evaluation.numbers.read(textOf(node, evaluation));
}

function textsOf<N extends object>(nodes: NodeSet<N>, context: Context<N>): Set<string> {
  return new Set(nodes.map((node) => textOf(node, context.evaluation)));
}

/** What is no number compares with nothing. */
function numbersOf<N extends object>(nodes: NodeSet<N>, context: Context<N>): number[] {
  return nodes.map((node) => numberOf(node, context)).filter((value) => !Number.isNaN(value));
}

function extreme(values: readonly number[], isLeast: boolean): number | undefined {
  let found: number | undefined;
  for (const value of values) {
    if (found === undefined || (isLeast ? value < found : value > found)) found = value;
  }
  return found;
}
