import { policies } from '../../src/policies/index.ts';
import { cliPage } from './cliPage.ts';
import { diagnosticsPage } from './diagnosticsPage.ts';
import { errorsPage } from './errorsPage.ts';
import { expressionsPage } from './expressionsPage.ts';
import { indexPage } from './indexPage.ts';
import { namespacePage } from './namespacePage.ts';
import { typesByNamespace } from './namespaces.ts';
import { policyPage } from './policyPage.ts';
import { policyTable } from './policyTable.ts';

/** Where the pages stand, from the root of the repository. */
export const folder = 'docs/reference';

/** The whole generated reference: path below `folder` → text. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['README.md', indexPage()],
    ['cli.md', await cliPage()],
    ['diagnostics.md', diagnosticsPage()],
    ['errors.md', errorsPage()],
    ['expressions.md', expressionsPage()],
    ...[...typesByNamespace()].map(
      ([namespace, types]) =>
        [`expressions/${namespace}.md`, namespacePage(namespace, types)] as const,
    ),
    ['policies/README.md', policyTable(policies)],
    ...policies.map((policy) => [`policies/${policy.name}.md`, policyPage(policy)] as const),
  ]);
}
