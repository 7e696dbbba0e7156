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

function describeElement(name: string, { doc, content, notYet }: ElementSpec): string {
  return [
    doc ?? (content ? describeValue(content) : `The element \`${name}\`.`),
    ...(notYet ? ['Not yet run here.'] : []),
  ].join('\n\n');
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

export function describeOffer({ signatures, constructors = [], owner, example }: Offer): string {
  const all = [...signatures, ...constructors];
  const shown = all.slice(0, maxOverloads);
  const more = all.length - shown.length;
  const lines = [...shown, ...(more > 0 ? [`// ${more} more overloads`] : [])];
  return [
    ...(lines.length === 0 ? [] : [`\`\`\`csharp\n${lines.join('\n')}\n\`\`\``]),
    ...(owner === undefined ? [] : [`Member of \`${owner}\``]),
    ...(example === undefined ? [] : [`\`\`\`csharp\n${example}\n\`\`\``]),
  ].join('\n\n');
}

export function describeDeclared(what: string, { name, detail }: Declared): string {
  return [`${what} \`${name}\``, ...(detail === '' ? [] : [detail])].join('\n\n');
}
