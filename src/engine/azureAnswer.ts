import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import type { ProblemCode } from './problems.ts';

/** What Azure says of a problem, from what fills our own message. */
type Wording = (args: readonly string[]) => string;

/**
 * Azure's words for what it refuses when a policy is saved: those of its service where answers of it
 * are known (https://github.com/MicrosoftDocs/azure-docs/issues/111058,
 * https://github.com/microsoft/vscode-apimanagement/issues/145), else those of the schema validator of
 * .NET, which checks policies there.
 */
const wordings: Partial<Record<ProblemCode, Wording>> = {
  APIM1002: ([, attribute]) => `The '${attribute}' attribute is not declared.`,
  APIM1003: ([, attribute]) => `The required attribute '${attribute}' is missing.`,
  APIM1007: () => 'Policy is not allowed in the specified section',
  APIM1008: () => 'Policy is not allowed in the specified scope',
  APIM1009: ([element, child, ...expected]) =>
    `The element '${element}' has invalid child element '${child}'.${listOf(expected)}`,
  APIM1010: ([element, child = '']) =>
    `The element '${element}' has incomplete content.${listOf([child])}`,
  APIM1011: ([element, child]) => `The element '${element}' has invalid child element '${child}'.`,
  APIM1012: ([element, child]) => `The element '${element}' has invalid child element '${child}'.`,
  APIM1013: ([element]) => `The element '${element}' cannot contain text.`,
  APIM1026: ([id]) => `Backend with id '${id}' could not be found.`,
};

/** Problems whose message names the element first, where Azure points at that element. */
const pointsAtElement: ReadonlySet<string> = new Set(['APIM1002', 'APIM1003', 'APIM1013']);

/**
 * What Azure answers when a document with this problem is saved; undefined where no answer of it is
 * known, and for what it takes.
 */
export function azureAnswer({
  code,
  severity,
  args,
  source,
  span,
}: Diagnostic): string | undefined {
  const wording = isKnown(code) ? wordings[code] : undefined;
  if (!wording || !args || severity !== 'error') return undefined;
  const element = pointsAtElement.has(code) ? args[0] : undefined;
  const at = elementBefore(source.text, span.start, element);
  const { line, column } = source.positionAt(at.start);
  return `Error in element '${at.name}' on line ${line}, column ${column}: ${wording(args)}`;
}

function isKnown(code: string): code is ProblemCode {
  return Object.hasOwn(wordings, code);
}

/** The start tag that begins last before an offset, or at it: where its name is. */
function elementBefore(
  text: string,
  offset: number,
  wanted: string | undefined,
): { readonly name: string; readonly start: number } {
  const open = wanted === undefined ? '<' : `<${wanted}`;
  const found = text.lastIndexOf(open, offset);
  const start = found < 0 ? offset : found + 1;
  const name = wanted ?? /^[\w:.-]+/.exec(text.slice(start, start + 200))?.[0] ?? '';
  return { name, start };
}

function listOf(expected: readonly string[]): string {
  if (expected.length === 0) return '';
  return ` List of possible elements expected: '${expected.join(', ')}'.`;
}
