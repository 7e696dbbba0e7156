/** How values become values of other types: §3.2, §4.2 to §4.4. */
import type { Context, Evaluation, NodeSet, Values, XPathAllowance, XPathType } from './Context.ts';

/** A compiled expression, with its type known before it is evaluated. */
export type Compiled<N extends object> = {
  [Type in XPathType]: {
    readonly type: Type;
    readonly evaluate: (context: Context<N>) => Values<N>[Type];
    /** Of a node-set, a shorter way to tell whether it holds a node. */
    readonly exists?: ((context: Context<N>) => boolean) | undefined;
  };
}[XPathType];

type Evaluator<N extends object, Result> = (context: Context<N>) => Result;

/** UTF-16 units that are read for one step. */
const unitsPerStep = 256;

/** The string-value of a node, which will be read: that takes the longer, the longer it is. */
export function textOf<N extends object>(node: N, { tree, allowance }: Evaluation<N>): string {
  const text = tree.valueOf(node);
  spendOn(text.length, allowance);
  return text;
}

/** Counts the reading of texts. */
export function spendOn(length: number, allowance: XPathAllowance): void {
  if (length >= unitsPerStep) allowance.spend(Math.floor(length / unitsPerStep));
}

export function firstText<N extends object>(nodes: NodeSet<N>, { evaluation }: Context<N>): string {
  return nodes.length === 0 ? '' : textOf(nodes[0]!, evaluation);
}

/** `string()` */
export function asString<N extends object>(compiled: Compiled<N>): Evaluator<N, string> {
  switch (compiled.type) {
    case 'string':
      return compiled.evaluate;
    case 'boolean': {
      const { evaluate } = compiled;
      return (context) => String(evaluate(context));
    }
    case 'number': {
      const { evaluate } = compiled;
      return (context) => context.evaluation.numbers.write(evaluate(context));
    }
    case 'node-set': {
      const { evaluate } = compiled;
      return (context) => firstText(evaluate(context), context);
    }
  }
}

/** `number()` */
export function asNumber<N extends object>(compiled: Compiled<N>): Evaluator<N, number> {
  if (compiled.type === 'number') return compiled.evaluate;
  if (compiled.type === 'boolean') {
    const { evaluate } = compiled;
    return (context) => Number(evaluate(context));
  }
  const text = asString(compiled);
  return (context) => context.evaluation.numbers.read(text(context));
}

/** `boolean()` */
export function asBoolean<N extends object>(compiled: Compiled<N>): Evaluator<N, boolean> {
  switch (compiled.type) {
    case 'boolean':
      return compiled.evaluate;
    case 'number': {
      const { evaluate } = compiled;
      return (context) => isTrue(evaluate(context));
    }
    case 'string': {
      const { evaluate } = compiled;
      return (context) => evaluate(context) !== '';
    }
    case 'node-set': {
      const { evaluate, exists } = compiled;
      return exists ?? ((context) => evaluate(context).length > 0);
    }
  }
}

function isTrue(value: number): boolean {
  return value !== 0 && !Number.isNaN(value);
}
