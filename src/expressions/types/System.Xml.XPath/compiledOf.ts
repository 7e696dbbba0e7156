import { XPathException } from '../../runtime/exceptions.ts';
import type { NetXPath } from '../../runtime/xml/xpath/NetXPath.ts';

/** An expression that is there. @throws XPathException */
export function compiledOf(expression: NetXPath | null): NetXPath {
  if (expression) return expression;
  throw new XPathException(
    'This is an invalid object. Only objects returned from Compile() can be passed as input.',
  );
}
