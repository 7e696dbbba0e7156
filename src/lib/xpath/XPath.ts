import { compileTree } from './compile.ts';
import type { Evaluation, NumberFormat, XPathAllowance, XPathType, XPathValue } from './Context.ts';
import type { Compiled } from './conversions.ts';
import { DocumentOrder } from './DocumentOrder.ts';
import { standardNumbers } from './numbers.ts';
import { parseXPath } from './parse.ts';
import { XPathError } from './XPathError.ts';
import type { XPathTree } from './XPathTree.ts';

/** The part of the context of §1 that is known before an evaluation. */
export interface XPathOptions {
  /** The namespace of a prefix, null when there is none. Without it no prefix may be used. */
  readonly namespaceOf?: ((prefix: string) => string | null) | undefined;
  /** The value of a variable, undefined when there is none. Without it no variable may be used. */
  readonly variable?:
    | ((prefix: string, name: string) => boolean | number | string | undefined)
    | undefined;
  /** How numbers are written and read, when not as the specification says. */
  readonly numbers?: NumberFormat | undefined;
}

/** Where the context node stands among others. */
export interface ContextPlace {
  /** Counted from 1. */
  readonly position: number;
  readonly size: number;
}

const alone: ContextPlace = { position: 1, size: 1 };

/** An expression of XPath 1.0 over nodes `N`, to be evaluated any number of times. */
export interface XPath<N extends object> {
  readonly type: XPathType;
  /** @throws what `allowance` and `tree` throw, nothing else */
  evaluate(
    node: N,
    tree: XPathTree<N>,
    allowance: XPathAllowance,
    place?: ContextPlace,
  ): XPathValue<N>;
}

/** Compiles an expression (https://www.w3.org/TR/1999/REC-xpath-19991116/). @throws XPathError */
export function compileXPath<N extends object>(text: string, options: XPathOptions = {}): XPath<N> {
  const { namespaceOf, variable, numbers = standardNumbers } = options;
  const unknown = (): XPathError => new XPathError(namespaceOf ? 'unknownName' : 'contextNeeded');
  const compiled: Compiled<N> = compileTree(parseXPath(text), {
    text,
    namespaceOf(prefix) {
      if (!namespaceOf) throw unknown();
      const namespace = namespaceOf(prefix);
      if (namespace === null) throw new XPathError('undefinedPrefix', prefix);
      return namespace;
    },
    variable(prefix, name) {
      const value = variable?.(prefix, name);
      if (value === undefined) throw unknown();
      return value;
    },
    unknownFunction: unknown,
  });
  return {
    type: compiled.type,
    evaluate(node, tree, allowance, { position, size } = alone) {
      const order = new DocumentOrder(tree, allowance);
      const evaluation: Evaluation<N> = { tree, allowance, numbers, order };
      return compiled.evaluate({ evaluation, node, position, size });
    },
  };
}
