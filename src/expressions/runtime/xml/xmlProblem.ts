import type { Diagnostic } from '../../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../../lib/source/SourceText.ts';
import type { XmlLimits } from '../../../lib/xml/options.ts';
import { LimitExceeded } from '../Environment.ts';
import { XmlException } from '../exceptions.ts';
import { mismatchedTag } from './mismatchedTag.ts';
import { describeCharacter } from './XName.ts';

/** The words, given what is written where the problem is; and how far behind that .NET points. */
type Wording = readonly [words: string | ((written: string) => string), shift?: number];

const outOfPlace =
  'Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace characters are allowed to appear before it.';

/**
 * What .NET says of problems, by the parser's number; where it depends on more, the parser's own
 * words do.
 */
const wordings: Readonly<Record<string, Wording>> = {
  XML1101: [invalidCharacter],
  XML1102: ['An error occurred while parsing EntityName.', 1],
  XML1103: [(written) => `Reference to undeclared entity '${written.slice(1, -1)}'.`, 1],
  XML1107: ["'<', hexadecimal value 0x3C, is an invalid attribute character."],
  XML1108: ["']]>' is not allowed in character data."],
  XML1204: [
    (written) =>
      `'${written.slice(0, 1)}' is an unexpected token. The expected token is '"' or '''.`,
  ],
  XML1207: [duplicateAttribute],
  XML1301: ['Unexpected end of file while parsing Comment has occurred.'],
  XML1302: ["An XML comment cannot contain '--', and '-' cannot be the last character."],
  XML1303: ['Unexpected end of file while parsing CDATA has occurred.'],
  XML1304: ['Unexpected end of file while parsing PI has occurred.'],
  XML1307: [outOfPlace],
  XML1308: ['Syntax for an XML declaration is invalid.'],
  XML1402: ['There are multiple root elements.'],
  XML1403: ['Data at the root level is invalid.'],
  XML1501: [(written) => `'${written.split(':')[0]}' is an undeclared prefix.`],
  XML1503: [duplicateAttribute],
  XML1505: ['Invalid namespace declaration.'],
};

function invalidCharacter(written: string): string {
  const { shown, hexadecimal } = describeCharacter(written, 0);
  return `'${shown}', hexadecimal value ${hexadecimal}, is an invalid character.`;
}

function duplicateAttribute(written: string): string {
  return `'${written}' is a duplicate attribute name.`;
}

/** Problems whose words and place are found in the text around. */
const specials: Readonly<Record<string, (problem: Diagnostic) => XmlException | undefined>> = {
  XML1106: ({ source, span }) => {
    const { shown, hexadecimal } = describeCharacter(source.text, span.end);
    return at(
      source,
      span.end,
      `Name cannot begin with the '${shown}' character, hexadecimal value ${hexadecimal}.`,
    );
  },
  XML1203: ({ source, span }) => {
    const rest = source.text.slice(span.end);
    const offset = span.end + (rest.length - rest.trimStart().length);
    const { shown } = describeCharacter(source.text, offset);
    return at(source, offset, `'${shown}' is an unexpected token. The expected token is '='.`);
  },
  XML1208: mismatch,
  XML1210: mismatch,
};

function at(source: SourceText, offset: number, message: string): XmlException {
  return new XmlException(message, null, ...placeOf(source, offset));
}

function mismatch({ source }: Diagnostic): XmlException | undefined {
  const found = mismatchedTag(source.text);
  if (!found) return undefined;
  const { open, end } = found;
  const [line, column] = placeOf(source, open.offset);
  const message = `The '${open.name}' start tag on line ${line} position ${column} does not match the end tag of '${end.name}'.`;
  return at(source, end.offset, message);
}

/** What is found out when the text ends, wherever it is pointed at. */
const atEnd: ReadonlySet<string> = new Set(['XML1209', 'XML1401']);

/** Throws what .NET throws for the first thing that is wrong. @throws XmlException, LimitExceeded */
export function throwXmlProblem(
  problems: readonly Diagnostic[],
  limits: Partial<XmlLimits>,
): never {
  for (const { code } of problems) {
    const [what, limit] = exceeded(code, limits);
    if (limit !== undefined) throw new LimitExceeded(what, limit);
  }
  const first = problems.find(({ code }) => !atEnd.has(code));
  if (!first) throw problemAtEnd(problems);
  const { code, message, source, span } = first;
  const special = specials[code]?.(first);
  if (special) throw special;
  const [words, shift = 0] = wordings[code] ?? [message];
  throw new XmlException(
    typeof words === 'string' ? words : words(source.text.slice(span.start, span.end)),
    null,
    ...placeOf(source, span.start + shift),
  );
}

/** Elements that are still open at the end of the text, or that there are none at all. */
function problemAtEnd(problems: readonly Diagnostic[]): XmlException {
  const open = problems.filter(({ code }) => code === 'XML1209');
  const [outermost] = open;
  if (!outermost) return new XmlException('Root element is missing.');
  const { source } = outermost;
  const names = open.map(({ span }) => source.text.slice(span.start, span.end));
  return new XmlException(
    `Unexpected end of file has occurred. The following elements are not closed: ${names.toReversed().join(', ')}.`,
    null,
    ...placeOf(source, source.text.length),
  );
}

function placeOf(source: SourceText, offset: number): [line: number, column: number] {
  const { line, column } = source.positionAt(offset);
  return [line, column];
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
