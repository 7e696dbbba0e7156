import { hasErrors } from '../../lib/source/Diagnostic.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { noResources } from '../../model/resources.ts';
import type { XmlElement } from '../../lib/xml/nodes.ts';
import type { PolicyDocument, ServiceResources } from '../../model/resources.ts';
import { bindDocument, bindFragment, bindSnippet } from '../compile/bindDocument.ts';
import { elementsOf } from '../compile/bindElement.ts';
import type { BoundStatement } from '../compile/bindStatements.ts';
import { instantiate } from '../compile/instantiate.ts';
import type { PolicyText } from '../document/PolicyText.ts';
import { readNodes } from '../document/readPolicy.ts';
import { refuseAround, refuseTextAmong } from '../document/refuseAround.ts';
import { referencesOf } from './referencesOf.ts';
import { toolboxOf } from './toolboxOf.ts';
import type { CompileOptions } from './toolboxOf.ts';

/**
 * Checks one text on its own: a `<policies>` document of any scope, a `<fragment>`, or policies as
 * notes show them. Compiles it, too, so that mistakes come out that only compilation sees.
 */
export function checkDocument(
  document: PolicyDocument,
  options: Omit<CompileOptions, 'publishes'>,
  resources: ServiceResources = noResources,
): readonly Diagnostic[] {
  const texts = new Map<PolicyDocument, PolicyText>();
  const references = referencesOf(resources, options.assumeReferences);
  const toolbox = toolboxOf(references, { ...options, publishes: false }, texts);
  const text = toolbox.textOf(document);
  const nodes = readNodes(text, document.format);
  if (nodes) {
    const binding = { toolbox, text, scope: undefined, document: document.source.name };
    const [first] = [...elementsOf(nodes)];
    if (isWhole(first)) refuseAround(nodes, first, text);
    else refuseTextAmong(nodes, text);
    const statements =
      first?.name.toLowerCase() === 'policies'
        ? [...bindDocument(first, binding).values()]
        : first?.name === 'fragment'
          ? [bindFragment(first, { ...binding, section: undefined, path: '' })]
          : bindSnippet(nodes, binding);
    if (!hasErrors(text.diagnostics)) statements.forEach(compile);
  }
  return [...texts.values()].flatMap(({ diagnostics }) => diagnostics);
}

/** Whether a text is a document, or means to be one; else it is policies as notes show them. */
function isWhole(first: XmlElement | undefined): boolean {
  return first === undefined || first.name === 'policies' || first.name === 'fragment';
}

function compile(statements: readonly BoundStatement[]): void {
  instantiate(statements, () => undefined);
}
