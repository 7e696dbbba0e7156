import { PolicyText } from '../../engine/document/PolicyText.ts';
import { closest } from '../../lib/source/closest.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import type { XmlElement } from '../../lib/xml/nodes.ts';
import type { Workspace } from '../../server/readWorkspace.ts';
import { childElements, readTree } from './readTree.ts';
import { referringAttribute } from './references.ts';

/** The names of what documents may refer to; a thread can be handed them. */
export type Names = Readonly<Record<keyof Workspace, readonly string[]>>;

export function namesIn(workspace: Workspace): Names {
  const { namedValues, fragments, backends, certificates, loggers } = workspace;
  return {
    namedValues: namedValues.map(({ name }) => name),
    fragments: fragments.map(({ name }) => name),
    backends: backends.map(({ name }) => name),
    certificates: certificates.map(({ name }) => name),
    loggers: loggers.map(({ name }) => name),
  };
}

/**
 * Names that a document uses and the configuration around it does not declare. Warnings: an extract
 * may be made without them. A kind of which it holds nothing was left out of it, and is not judged.
 */
export function unknownReferences(source: SourceText, known: Names): readonly Diagnostic[] {
  const { namedValues: names } = known;
  const values = new Set(names);
  const valueOf = (name: string): string | undefined =>
    names.length === 0 || values.has(name) ? `{{${name}}}` : undefined;
  const text = new PolicyText(source, { valueOf, names, secrets: [] });
  const visit = (element: XmlElement): void => {
    reportAttributes(element, known, text);
    childElements(element).forEach(visit);
  };
  readTree(source).forEach(visit);
  return text.diagnostics.map((each) => ({ ...each, severity: 'warning' }));
}

function reportAttributes(element: XmlElement, known: Names, text: PolicyText): void {
  for (const { name, value, valueSpan } of element.attributes) {
    const kind = referringAttribute(name);
    const declared = kind ? known[kind.collection] : [];
    const id = value.text;
    // What an expression gives, or a named value stands for, is known only when called.
    const isLiteral = !/@[({]|\{\{/.test(id);
    if (!kind?.problem || declared.length === 0 || !isLiteral || isAmong(declared, id)) continue;
    const near = closest(id, declared);
    text.report(kind.problem, valueSpan, [id], near && `Did you mean '${near}'?`);
  }
}

/** Resource names count without case. */
function isAmong(declared: readonly string[], id: string): boolean {
  return declared.some((name) => name.toLowerCase() === id.toLowerCase());
}
