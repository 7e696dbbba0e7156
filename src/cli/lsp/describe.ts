/** What hovers and completions say, as Markdown. */
import type { PolicyDeclaration } from '../../engine/declaration/definePolicy.ts';
import type { StructureDeclaration } from '../../engine/declaration/structure.ts';
import type { ElementSpec } from '../../engine/declaration/element.ts';
import type { ValueSpec } from '../../engine/declaration/ValueKind.ts';
import type { Offer } from '../../expressions/inspect/Offer.ts';
import type { Declared } from '../../server/readWorkspace.ts';
import type { Candidate } from './siteOf.ts';

function describePolicy(policy: PolicyDeclaration): string {
  const { doc, reference, sections, scopes, compile } = policy;
  return [
    doc,
    sections.length === 0
      ? 'It stands in a GraphQL resolver.'
      : `Sections: ${sections.join(', ')}. Scopes: ${scopes.join(', ')}.`,
    ...contentOf(policy),
    ...(compile ? [] : ['Declared, not yet run here.']),
    `[Microsoft’s page](${reference})`,
  ].join('\n\n');
}

function describeStructure({ doc, reference }: StructureDeclaration): string {
  return `${doc}\n\n[Microsoft’s page](${reference})`;
}

/** An element that may stand somewhere, or does. */
export function describeCandidate({
  name,
  structure,
  policy,
  spec,
}: Pick<Candidate, 'name' | 'structure' | 'policy' | 'spec'>): string | undefined {
  if (structure) return describeStructure(structure);
  if (policy) return describePolicy(policy);
  return spec && describeElement(name, spec);
}

function describeElement(name: string, spec: ElementSpec): string {
  const { doc, content, notYet } = spec;
  return [
    doc ?? (content ? describeValue(content) : `The element \`${name}\`.`),
    ...contentOf(spec),
    ...(notYet ? ['Not yet run here.'] : []),
  ].join('\n\n');
}

/** What stands on an element and in it, by name. */
function contentOf({ attributes = {}, children = {} }: ElementSpec): readonly string[] {
  const named = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  const required = Object.keys(attributes).filter((name) => attributes[name]?.options.required);
  const others = Object.keys(attributes).filter((name) => !required.includes(name));
  return [
    ...(required.length > 0 ? [`Needs: ${named(required)}`] : []),
    ...(others.length > 0 ? [`Takes: ${named(others)}`] : []),
    ...(Object.keys(children).length > 0 ? [`Holds: ${named(Object.keys(children))}`] : []),
  ];
}

export function describeValue({ kind, doc, options }: ValueSpec<unknown>): string {
  const facts = [
    `\`${kind.name}\``,
    options.required ? 'required' : 'optional',
    ...(options.default === undefined ? [] : [`default \`${JSON.stringify(options.default)}\``]),
    options.expressions ? 'expressions allowed' : 'no expressions',
    ...(options.notYet === true ? ['not yet run here'] : []),
  ];
  return `${doc}\n\n${facts.join(' · ')}`;
}

/** Overloads beyond these are counted only. */
const maxOverloads = 8;

export function describeOffer({
  signatures,
  constructors = [],
  owner,
  example,
  doc,
}: Offer): string {
  const all = [...signatures, ...constructors];
  const shown = all.slice(0, maxOverloads);
  const more = all.length - shown.length;
  const lines = [...shown, ...(more > 0 ? [`// ${more} more overloads`] : [])];
  return [
    ...(doc === undefined ? [] : [doc]),
    ...(lines.length === 0 ? [] : [`\`\`\`csharp\n${lines.join('\n')}\n\`\`\``]),
    ...(owner === undefined ? [] : [`Member of \`${owner}\``]),
    ...(example === undefined ? [] : [`\`\`\`csharp\n${example}\n\`\`\``]),
  ].join('\n\n');
}

export function describeDeclared(what: string, { name, detail }: Declared): string {
  return [`${what} \`${name}\``, ...(detail === '' ? [] : [detail])].join('\n\n');
}
