import { invariantNumberFormat } from '../../../../lib/dotnet-format/NumberFormat.ts';
import { formatFloat } from '../../../../lib/dotnet-format/formatNumber.ts';
import type { NumberFormat, XPathValue } from '../../../../lib/xpath/Context.ts';
import { standardNumbers } from '../../../../lib/xpath/numbers.ts';
import { compileXPath } from '../../../../lib/xpath/XPath.ts';
import type { ContextPlace, XPath } from '../../../../lib/xpath/XPath.ts';
import { XPathError } from '../../../../lib/xpath/XPathError.ts';
import type { Environment } from '../../Environment.ts';
import { XPathException } from '../../exceptions.ts';
import { LinqTree } from './LinqTree.ts';
import type { LinqNode } from './LinqTree.ts';
import type { NamespaceResolver } from './NamespaceResolver.ts';

/** .NET writes numbers as `double.ToString("R")` does, exponents and all, and reads "Infinity". */
export const netNumbers: NumberFormat = {
  write: (value) => formatFloat(value, 'R', invariantNumberFormat)!,
  read(text) {
    const infinity = /^[ \t\r\n]*(-?Infinity)[ \t\r\n]*$/.exec(text)?.[1];
    return infinity === undefined ? standardNumbers.read(text) : Number(infinity);
  },
};

/** @throws XPathError, and XPathException where there is no text */
export function compileWith(
  text: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): XPath<LinqNode> {
  if (text === null) throw new XPathException("'' is an invalid expression.");
  environment.spend(1 + (text.length >> 4));
  return compileXPath<LinqNode>(text, {
    numbers: netNumbers,
    namespaceOf: resolver ? (prefix) => resolver.lookupNamespace(prefix, environment) : undefined,
  });
}

/** Compiles an expression that is evaluated at once. @throws XPathException */
export function compileNetXPath(
  text: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): XPath<LinqNode> {
  return asNetError(() => compileWith(text, resolver, environment));
}

/** @throws XPathException in place of an XPathError */
export function asNetError<Result>(compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    if (error instanceof XPathError) throw new XPathException(error.message);
    throw error;
  }
}

/** Evaluates a compiled expression at a node. @throws LimitExceeded, NotSupportedException */
export function evaluateXPath(
  xpath: XPath<LinqNode>,
  node: LinqNode,
  environment: Environment,
  place?: ContextPlace,
): XPathValue<LinqNode> {
  return xpath.evaluate(node, new LinqTree(environment), environment, place);
}
