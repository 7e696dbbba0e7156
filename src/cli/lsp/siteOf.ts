import type { PolicyDeclaration, Section } from '../../engine/declaration/definePolicy.ts';
import { allSections } from '../../engine/declaration/definePolicy.ts';
import type { ChildSpec, ElementSpec } from '../../engine/declaration/element.ts';
import { policies } from '../../policies/index.ts';

/** What may stand in an element, and what it is. */
export interface Site {
  readonly kind: 'top' | 'policies' | 'section' | 'fragment' | 'element';
  /** Of an element that a policy declares. */
  readonly spec?: ElementSpec;
  /** Set when the element is a policy. */
  readonly policy?: PolicyDeclaration;
  readonly section?: Section | undefined;
  /** Whether policies stand in it. */
  readonly holdsPolicies: boolean;
}

/** An element that may stand somewhere. */
export interface Candidate {
  readonly name: string;
  readonly policy?: PolicyDeclaration;
  readonly spec?: ElementSpec;
  readonly occurs?: ChildSpec['occurs'];
}

const policiesByName: ReadonlyMap<string, PolicyDeclaration> = new Map(
  policies.flatMap((policy) =>
    [policy.name, ...(policy.aliases ?? [])].map((name) => [name, policy] as const),
  ),
);

const top: Site = { kind: 'top', holdsPolicies: true };

/** The site that a path of element names leads to; undefined when a name on it is unknown. */
export function siteOf(path: readonly string[]): Site | undefined {
  let site: Site | undefined = top;
  for (const name of path) site = site && below(site, name);
  return site;
}

function below(site: Site, name: string): Site | undefined {
  const { section } = site;
  if (site.kind === 'top' && name === 'policies') return { kind: 'policies', holdsPolicies: false };
  if (site.kind === 'top' && name === 'fragment') return { kind: 'fragment', holdsPolicies: true };
  if (site.kind === 'top' || site.kind === 'policies') {
    const named = allSections.find((each) => each === name);
    if (named) return { kind: 'section', section: named, holdsPolicies: true };
  }
  const spec = site.spec?.children?.[name]?.element;
  if (spec) return { kind: 'element', spec, section, holdsPolicies: spec.statements === true };
  const policy = site.holdsPolicies ? policiesByName.get(name) : undefined;
  return policy && policySite(policy, section);
}

function policySite(policy: PolicyDeclaration, section: Section | undefined): Site {
  const holdsPolicies = policy.statements === true;
  return { kind: 'element', spec: policy, policy, section, holdsPolicies };
}

/** The elements that may stand in a site beside those of the given names. */
export function candidatesIn(site: Site, present: readonly string[]): readonly Candidate[] {
  switch (site.kind) {
    case 'top':
      return present.length > 0 ? [] : [{ name: 'policies' }, { name: 'fragment' }];
    case 'policies':
      return allSections.filter((name) => !present.includes(name)).map((name) => ({ name }));
    default: {
      const base = site.kind === 'section' ? [{ name: 'base' }] : [];
      return [...childrenIn(site, present), ...base, ...policiesIn(site, present)];
    }
  }
}

function childrenIn({ spec }: Site, present: readonly string[]): readonly Candidate[] {
  return Object.entries(spec?.children ?? {})
    .filter(([name, { occurs }]) => {
      const isSingle = occurs === 'once' || occurs === 'optional';
      return !(isSingle && present.includes(name));
    })
    .map(([name, { element, occurs }]) => ({ name, spec: element, occurs }));
}

function policiesIn({ holdsPolicies, section }: Site, present: readonly string[]): Candidate[] {
  if (!holdsPolicies) return [];
  return policies
    .filter(({ sections }) => (section ? sections.includes(section) : sections.length > 0))
    .filter(({ name, oncePerSection }) => !(oncePerSection && present.includes(name)))
    .map((policy) => ({ name: policy.name, policy, spec: policy }));
}
