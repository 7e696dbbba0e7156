import { compileCall } from './calls.ts';
import { asNumber } from './conversions.ts';
import type { Compiled } from './conversions.ts';
import type { Expression } from './Expression.ts';
import type { PrefixLookup } from './nodeTest.ts';
import { compileOperators } from './operators.ts';
import { compileExistence, compileFilter, compilePath } from './paths.ts';
import type { NodeSetOf } from './paths.ts';
import { XPathError } from './XPathError.ts';

/** What an expression is compiled with. */
export interface Setting {
  readonly text: string;
  readonly namespaceOf: PrefixLookup;
  /** The values of variables (§3.1). @throws XPathError */
  readonly variable: (prefix: string, name: string) => boolean | number | string;
  /** What is wrong with a function that is not in the core library. */
  readonly unknownFunction: () => XPathError;
}

/** Compiles an expression and all in it. @throws XPathError */
export function compileTree<N extends object>(
  expression: Expression,
  setting: Setting,
): Compiled<N> {
  switch (expression.kind) {
    case 'number':
    case 'string':
      return constant(expression.value);
    case 'variable':
      return constant(setting.variable(expression.prefix, expression.name));
    case 'call':
      return compileCall(expression, setting);
    case 'negation': {
      const operand = asNumber(compileTree<N>(expression.operand, setting));
      return { type: 'number', evaluate: (context) => -operand(context) };
    }
    case 'chain':
      return compileChain(expression, setting);
    case 'union':
      return { type: 'node-set', evaluate: compileUnion(expression.members, setting) };
    case 'filter': {
      const base = compileNodeSet<N>(expression.base, setting);
      return { type: 'node-set', evaluate: compileFilter(base, expression.predicates, setting) };
    }
    case 'path': {
      const { start, steps } = expression;
      const from = typeof start === 'string' ? start : compileNodeSet<N>(start, setting);
      return {
        type: 'node-set',
        evaluate: compilePath(from, steps, setting),
        exists: compileExistence(start, steps, setting),
      };
    }
  }
}

function constant<N extends object>(value: boolean | number | string): Compiled<N> {
  switch (typeof value) {
    case 'boolean':
      return { type: 'boolean', evaluate: () => value };
    case 'number':
      return { type: 'number', evaluate: () => value };
    default:
      return { type: 'string', evaluate: () => value };
  }
}

/** @throws XPathError when it is no node-set */
function compileNodeSet<N extends object>(expression: Expression, setting: Setting): NodeSetOf<N> {
  const compiled = compileTree<N>(expression, setting);
  if (compiled.type !== 'node-set') throw new XPathError('nodeSetExpected');
  return compiled.evaluate;
}

function compileUnion<N extends object>(
  members: readonly Expression[],
  setting: Setting,
): NodeSetOf<N> {
  const sets = members.map((member) => compileNodeSet<N>(member, setting));
  return (context) => context.evaluation.order.sort(sets.flatMap((set) => set(context)));
}

/** The links of a chain have operators of one level. */
function compileChain<N extends object>(
  { first, links }: Extract<Expression, { kind: 'chain' }>,
  setting: Setting,
): Compiled<N> {
  const head = compileTree<N>(first, setting);
  const tail = links.map(({ operator, operand }) => ({
    operator,
    operand: compileTree<N>(operand, setting),
  }));
  return compileOperators(head, tail);
}
