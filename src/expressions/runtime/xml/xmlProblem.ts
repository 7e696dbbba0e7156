import type { Diagnostic } from '../../../lib/source/Diagnostic.ts';
import type { XmlLimits } from '../../../lib/xml/options.ts';
import { LimitExceeded } from '../Environment.ts';
import { XmlException } from '../exceptions.ts';

/** What .NET says of problems where the parser says it otherwise, by the parser's number. */
const messages: Readonly<Record<string, string>> = {
  XML1301: 'Unexpected end of file while parsing Comment has occurred.',
  XML1302: "An XML comment cannot contain '--', and '-' cannot be the last character.",
  XML1303: 'Unexpected end of file while parsing CDATA has occurred.',
  XML1304: 'Unexpected end of file while parsing PI has occurred.',
  XML1307:
    'Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace characters are allowed to appear before it.',
  XML1308: 'Syntax for an XML declaration is invalid.',
  XML1309: 'Data at the root level is invalid.',
  XML1402: 'There are multiple root elements.',
  XML1403: 'Data at the root level is invalid.',
};

/** Throws what .NET throws for the first thing that is wrong. @throws XmlException, LimitExceeded */
export function throwXmlProblem(
  problems: readonly Diagnostic[],
  limits: Partial<XmlLimits>,
): never {
  for (const { code } of problems) {
    const [what, limit] = exceeded(code, limits);
    if (limit !== undefined) throw new LimitExceeded(what, limit);
  }
  // That there is no element is the last thing to say of a text.
  const first = problems.find(({ code }) => code !== 'XML1401');
  if (!first) throw new XmlException('Root element is missing.');
  const { line, column } = first.source.positionAt(first.span.start);
  throw new XmlException(messages[first.code] ?? first.message, null, line, column);
}

function exceeded(
  code: string,
  { length, depth, nodes, attributes }: Partial<XmlLimits>,
): readonly [what: string, limit: number | undefined] {
  switch (code) {
    case 'XML1001':
      return ['length of XML', length];
    case 'XML1002':
      return ['nesting of XML', depth];
    case 'XML1003':
      return ['nodes of XML', nodes];
    case 'XML1004':
      return ['attributes of an element', attributes];
    default:
      return ['', undefined];
  }
}
