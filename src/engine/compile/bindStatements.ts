import { closest } from '../../lib/source/closest.ts';
import type { XmlElement, XmlNode } from '../../lib/xml/nodes.ts';
import type { PolicyDeclaration } from '../declaration/definePolicy.ts';
import type { ElementSpec } from '../declaration/element.ts';
import type { Place } from '../run/sequence.ts';
import { bindElement, elementsOf } from './bindElement.ts';
import type { BoundElement } from './bindElement.ts';
import type { Binding } from './Binding.ts';
import { misspellings, otherWays } from './misspellings.ts';
import { reportNotRun } from './reportNotRun.ts';

/** A policy that was checked, ready to be compiled; or the place of the broader scope's policies. */
export type BoundStatement = BoundPolicy | { readonly kind: 'base' };

export interface BoundPolicy {
  readonly kind: 'policy';
  readonly declaration: PolicyDeclaration;
  readonly element: BoundElement;
  readonly binding: Binding;
  readonly place: Place;
}

/** Binds the policies that stand among `nodes`, in a section or in a block. */
export function bindStatements(nodes: readonly XmlNode[], binding: Binding): BoundStatement[] {
  const statements: BoundStatement[] = [];
  const counts = new Map<string, number>();
  let position = 0;
  for (const xml of elementsOf(nodes)) {
    position++;
    const segment = `${xml.name}[${position}]`;
    const path = binding.path === '' ? segment : `${binding.path}/${segment}`;
    const statement = bindStatement(xml, { ...binding, path });
    if (!statement) continue;
    statements.push(statement);
    if (statement.kind === 'policy') countOnce(statement, counts, binding);
  }
  return statements;
}

function bindStatement(xml: XmlElement, binding: Binding): BoundStatement | undefined {
  if (xml.name === 'base') return bindBase(xml, binding);
  const declaration = binding.toolbox.policies.get(xml.name);
  if (!declaration) {
    reportUnknown(xml, binding);
    return undefined;
  }
  checkPlace(declaration, xml, binding);
  const element = bindElement(declaration, xml, binding, true);
  if (!declaration.compile) reportNotRun(xml.name, xml.nameSpan, binding);
  // The include-fragment page: a fragment cannot hold another one; so none can hold itself.
  if (declaration.name === 'include-fragment' && binding.inFragment) {
    binding.text.report('APIM1020', xml.nameSpan, []);
  }
  return { kind: 'policy', declaration, element, binding, place: placeOf(xml, binding) };
}

function bindBase(xml: XmlElement, binding: Binding): BoundStatement | undefined {
  if (!binding.inFragment) return { kind: 'base' };
  binding.text.report('APIM1016', xml.nameSpan, []);
  return undefined;
}

function placeOf(xml: XmlElement, { section, scope, path }: Binding): Place {
  const id = xml.attributes.find(({ name }) => name === 'id')?.value.text;
  return {
    source: xml.name,
    section: section ?? 'inbound',
    scope: scope ?? 'operation',
    path,
    policyId: id,
  };
}

function reportUnknown(xml: XmlElement, binding: Binding): void {
  const { toolbox, text } = binding;
  const all = toolbox.policies;
  const lower = xml.name.toLowerCase();
  const misspelt = Object.hasOwn(misspellings, lower) ? misspellings[lower] : undefined;
  const other = misspelt === undefined ? hintForOther(xml.name, [...all.values()]) : undefined;
  const meant = misspelt ?? (other === undefined ? closest(xml.name, all.keys()) : undefined);
  const hint = meant === undefined ? other : `Did you mean '${meant}'?`;
  text.report('APIM1001', xml.nameSpan, [xml.name], hint);
  // What else is wrong with it is told in the same go.
  const declaration = meant === undefined ? undefined : all.get(meant);
  if (declaration) bindElement(declaration, xml, binding, true);
}

/** What is no policy, however it is written: how its work is done, or where it stands. */
function hintForOther(name: string, all: readonly PolicyDeclaration[]): string | undefined {
  const lower = name.toLowerCase();
  if (Object.hasOwn(otherWays, lower)) return otherWays[lower];
  const parents = parentsOf(name, all);
  return parents.length > 0 ? `It stands in: ${parents.join(', ')}.` : undefined;
}

/** So few that it helps to name them. */
const maxParents = 4;

/** The policies in which an element may stand, directly or else anywhere within. */
function parentsOf(name: string, all: readonly PolicyDeclaration[]): readonly string[] {
  const direct = all.filter(({ children }) => children && Object.hasOwn(children, name));
  const found = direct.length > 0 ? direct : all.filter((each) => mayHold(each, name));
  return found.length > maxParents ? [] : found.map((each) => each.name);
}

function mayHold({ children = {} }: ElementSpec, name: string): boolean {
  return (
    Object.hasOwn(children, name) ||
    Object.values(children).some(({ element }) => mayHold(element, name))
  );
}

function checkPlace(declaration: PolicyDeclaration, xml: XmlElement, binding: Binding): void {
  const { section, scope, text } = binding;
  if (section && !declaration.sections.includes(section)) {
    const hint =
      declaration.sections.length === 0
        ? 'It belongs into a GraphQL resolver.'
        : `It may stand in: ${declaration.sections.join(', ')}.`;
    text.report('APIM1007', xml.nameSpan, [xml.name, section], hint);
  }
  const { scopes } = declaration;
  if (scope && scopes.length > 0 && !scopes.includes(scope)) {
    const hint = `It may be used at: ${scopes.join(', ')}.`;
    text.report('APIM1008', xml.nameSpan, [xml.name, scope], hint);
  }
}

function countOnce(
  { declaration, element }: BoundPolicy,
  counts: Map<string, number>,
  { text, section, path }: Binding,
): void {
  if (!declaration.oncePerSection || path !== '') return;
  const count = (counts.get(declaration.name) ?? 0) + 1;
  counts.set(declaration.name, count);
  if (count > 1) text.report('APIM1019', element.xml.nameSpan, [declaration.name, section ?? '']);
}
