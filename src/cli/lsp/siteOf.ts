import type { PolicyDeclaration, Section } from '../../engine/declaration/definePolicy.ts';
import { allSections } from '../../engine/declaration/definePolicy.ts';
import type { ChildSpec, ElementSpec } from '../../engine/declaration/element.ts';
import { generalAttributes } from '../../engine/declaration/generalAttributes.ts';
import { structure } from '../../engine/declaration/structure.ts';
import type { StructureDeclaration } from '../../engine/declaration/structure.ts';
import { policies } from '../../policies/index.ts';

type Attributes = NonNullable<ElementSpec['attributes']>;

/** What an element is, and what may stand in it. */
export interface Site {
  readonly kind: 'top' | 'policies' | 'section' | 'fragment' | 'element';
  /** Of an element that holds policies and is none. */
  readonly structure?: StructureDeclaration | undefined;
  /** Of an element that a policy declares. */
  readonly spec?: ElementSpec;
  /** Set when the element is a policy. */
  readonly policy?: PolicyDeclaration;
  readonly section?: Section | undefined;
  /** What may stand in its start tag. */
  readonly attributes: Attributes;
  /** The policies that may stand in it. */
  readonly policies: readonly PolicyDeclaration[];
  /** Whether it stands in a fragment. */
  readonly inFragment: boolean;
}

/** An element that may stand somewhere. */
export interface Candidate {
  readonly name: string;
  readonly structure?: StructureDeclaration | undefined;
  readonly policy?: PolicyDeclaration;
  readonly spec?: ElementSpec;
  readonly occurs?: ChildSpec['occurs'];
}

const policiesByName: ReadonlyMap<string, PolicyDeclaration> = new Map(
  policies.flatMap((policy) =>
    [policy.name, ...(policy.aliases ?? [])].map((name) => [name, policy] as const),
  ),
);

const nothing = { attributes: {}, policies: [], inFragment: false };
const top: Site = { ...nothing, kind: 'top', policies };

/** The site that a path of element names leads to; undefined when a name on it is unknown. */
export function siteOf(path: readonly string[]): Site | undefined {
  let site: Site | undefined = top;
  for (const name of path) site = site && below(site, name);
  return site;
}

function below(site: Site, name: string): Site | undefined {
  const { section, inFragment } = site;
  const named = { ...nothing, structure: structureOf(name) };
  if (site.kind === 'top' && name === 'policies') return { ...named, kind: 'policies' };
  if (site.kind === 'top' && name === 'fragment') {
    return { ...named, kind: 'fragment', policies, inFragment: true };
  }
  if (site.kind === 'top' || site.kind === 'policies') {
    const found = allSections.find((each) => each === name);
    if (found) return { ...named, kind: 'section', section: found, policies };
  }
  const spec = site.spec?.children?.[name]?.element;
  if (spec) return { kind: 'element', spec, section, inFragment, ...contentOf(spec) };
  const policy = policiesByName.get(name);
  if (policy && (site.policies.includes(policy) || site.spec?.statements)) {
    return { ...policySite(policy), section, inFragment };
  }
  return name === 'base' && site.policies.length > 0 ? { ...named, kind: 'element' } : undefined;
}

function policySite(policy: PolicyDeclaration): Site {
  const { attributes, ...content } = contentOf(policy);
  return {
    ...nothing,
    ...content,
    kind: 'element',
    spec: policy,
    policy,
    attributes: { ...attributes, ...generalAttributes },
  };
}

function contentOf(spec: ElementSpec): Pick<Site, 'attributes' | 'policies'> {
  const allowed = spec.policies && policies.filter(({ name }) => spec.policies?.includes(name));
  return {
    attributes: spec.attributes ?? {},
    policies: spec.statements ? (allowed ?? policies) : [],
  };
}

/** The elements that may stand in a site beside those of the given names. */
export function candidatesIn(
  site: Site | undefined,
  present: readonly string[],
): readonly Candidate[] {
  if (!site) return [];
  switch (site.kind) {
    case 'top':
      return present.length > 0 ? [] : ['policies', 'fragment'].map(structural);
    case 'policies':
      return allSections.filter((name) => !present.includes(name)).map(structural);
    default: {
      const base = site.kind === 'section' ? [structural('base')] : [];
      return [...childrenIn(site, present), ...base, ...policiesIn(site, present)];
    }
  }
}

function structural(name: string): Candidate {
  return { name, structure: structureOf(name) };
}

function structureOf(name: string): StructureDeclaration | undefined {
  return Object.hasOwn(structure, name) ? structure[name] : undefined;
}

function childrenIn({ spec }: Site, present: readonly string[]): readonly Candidate[] {
  return Object.entries(spec?.children ?? {})
    .filter(([name, { occurs }]) => {
      const isSingle = occurs === 'once' || occurs === 'optional';
      return !(isSingle && present.includes(name));
    })
    .map(([name, { element, occurs }]) => ({ name, spec: element, occurs }));
}

function policiesIn(site: Site, present: readonly string[]): Candidate[] {
  const { section, inFragment } = site;
  return (
    site.policies
      .filter(({ sections }) => (section ? sections.includes(section) : sections.length > 0))
      .filter(({ name, oncePerSection }) => !(oncePerSection && present.includes(name)))
      // The include-fragment page: a fragment cannot hold another one.
      .filter(({ name }) => !(inFragment && name === 'include-fragment'))
      .map((policy) => ({ name: policy.name, policy, spec: policy }))
  );
}
