/** How tests ask for a value, and how they read it. */
import type { XPathAllowance, XPathValue } from '../Context.ts';
import { compileXPath } from '../XPath.ts';
import type { XPathOptions } from '../XPath.ts';
import { XPathError } from '../XPathError.ts';
import { samples } from './SampleTree.ts';
import type { SampleNode } from './SampleTree.ts';

export const unlimited: XPathAllowance = {
  spend() {
    // Tests of limits count.
  },
  allowLength() {
    // Tests of limits count.
  },
};

export function valueOf(
  expression: string,
  node: SampleNode,
  options?: XPathOptions,
): XPathValue<SampleNode> {
  return compileXPath<SampleNode>(expression, options).evaluate(node, samples, unlimited);
}

/** `number 3`, `nodes <a> <b>`, `error …`. */
export function shownValue(expression: string, node: SampleNode, options?: XPathOptions): string {
  try {
    const value = valueOf(expression, node, options);
    return typeof value === 'object' ? `nodes ${value.join(' ')}` : `${typeof value} ${value}`;
  } catch (error) {
    if (error instanceof XPathError) return `error ${error.message}`;
    throw error;
  }
}
