import { closest } from '../../lib/source/closest.ts';
import type { XmlElement, XmlNode } from '../../lib/xml/nodes.ts';
import type { Section } from '../declaration/definePolicy.ts';
import { allSections } from '../declaration/definePolicy.ts';
import { bindStatements } from './bindStatements.ts';
import type { BoundStatement } from './bindStatements.ts';
import { elementsOf, refuseText } from './bindElement.ts';
import type { Binding } from './Binding.ts';

/** The sections that a document has; one that is absent passes on what the broader scope says. */
export type BoundDocument = ReadonlyMap<Section, readonly BoundStatement[]>;

type DocumentBinding = Omit<Binding, 'section' | 'path' | 'inFragment'>;

/** Binds a `<policies>` document. */
export function bindDocument(root: XmlElement, binding: DocumentBinding): BoundDocument {
  const sections = new Map<Section, readonly BoundStatement[]>();
  if (root.name !== 'policies') {
    const isInAnotherCase = root.name.toLowerCase() === 'policies';
    const hint = isInAnotherCase ? 'Names must match letter by letter, case included.' : undefined;
    binding.text.report('APIM1017', root.nameSpan, [root.name], hint);
    return sections;
  }
  refuseText(root, binding);
  for (const xml of elementsOf(root.children)) {
    const section = allSections.find((name) => name === xml.name);
    if (!section) reportSection(xml, binding);
    else if (sections.has(section)) binding.text.report('APIM1018', xml.nameSpan, [section]);
    else sections.set(section, bindSection(xml, section, binding));
  }
  return sections;
}

function bindSection(
  xml: XmlElement,
  section: Section,
  binding: DocumentBinding,
): BoundStatement[] {
  refuseText(xml, binding);
  const statements = bindStatements(xml.children, {
    ...binding,
    section,
    path: '',
    inFragment: false,
  });
  const policies = statements.filter((statement) => statement.kind === 'policy');
  // The policies page: "the backend section may contain only one policy element".
  const second = section === 'backend' ? policies[1] : undefined;
  if (second) {
    const hint = 'Put them into one block, such as retry or choose, or move them to inbound.';
    binding.text.report('APIM1022', second.element.xml.nameSpan, [], hint);
  }
  return statements;
}

function reportSection(xml: XmlElement, { text, toolbox }: DocumentBinding): void {
  const near = closest(xml.name, allSections);
  const hint = near
    ? `Did you mean '${near}'?`
    : toolbox.policies.has(xml.name)
      ? 'Policies stand within a section: put it into inbound, backend, outbound or on-error.'
      : `Sections are: ${allSections.join(', ')}.`;
  text.report('APIM1006', xml.nameSpan, [xml.name], hint);
}

/** Binds the content of a `<fragment>` as if it stood where it is included. */
export function bindFragment(
  root: XmlElement,
  binding: Omit<Binding, 'inFragment'>,
): BoundStatement[] {
  if (root.name !== 'fragment') {
    binding.text.report('APIM1017', root.nameSpan, [root.name]);
    return [];
  }
  refuseText(root, binding);
  return bindStatements(root.children, { ...binding, inFragment: true });
}

/** Binds policies that stand on their own, as pages and notes show them. */
export function bindSnippet(
  nodes: readonly XmlNode[],
  binding: DocumentBinding,
): BoundStatement[][] {
  const blocks: BoundStatement[][] = [];
  const rest: XmlNode[] = [];
  for (const node of nodes) {
    const section = node.kind === 'element' && allSections.find((name) => name === node.name);
    if (section) blocks.push(bindSection(node, section, binding));
    else rest.push(node);
  }
  const loose = { ...binding, section: undefined, path: '', inFragment: false };
  return [...blocks, bindStatements(rest, loose)];
}
