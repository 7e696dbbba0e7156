import { allScopes, allSections } from '../../src/engine/declaration/definePolicy.ts';
import type { PolicyDeclaration } from '../../src/engine/declaration/definePolicy.ts';
import { page, table } from './markdown.ts';
import { statusOf } from './policyPage.ts';

/** The page that lists all policies: what runs here, and where it may stand. */
export function policyTable(policies: readonly PolicyDeclaration[]): string {
  const running = policies.filter(({ compile }) => compile !== undefined).length;
  return page(
    '# Policies',
    `Elements of Azure API Management that documents may hold: ${policies.length}, of which ${running} run here. An element that is “declared, not yet run here” is known and checked, and a configuration that uses it is not published.`,
    table(
      ['Policy', 'Status', 'Sections', 'Scopes', 'Microsoft’s page'],
      policies
        .toSorted((one, other) => (one.name < other.name ? -1 : 1))
        .map((policy) => [
          `[${policy.name}](${policy.name}.md)`,
          statusOf(policy),
          named(policy.sections, allSections),
          named(policy.scopes, allScopes),
          `[page](${policy.reference})`,
        ]),
    ),
  );
}

function named(some: readonly string[], all: readonly string[]): string {
  if (some.length === 0) return 'GraphQL resolver';
  return some.length === all.length ? 'all' : some.join(', ');
}
