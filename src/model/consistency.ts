import type { Report } from '../lib/source/Diagnostic.ts';
import { checkApis } from './consistency/apis.ts';
import { checkBackends } from './consistency/backends.ts';
import { checkNamedValues } from './consistency/namedValues.ts';
import { checkOperations } from './consistency/operations.ts';
import { checkProducts } from './consistency/products.ts';
import { checkSubscriptions } from './consistency/subscriptions.ts';
import type { ServiceResources } from './resources.ts';

/**
 * Whether a resource was declared at all, even if what it says could not be read: a broken API is
 * told once, not again by each product that names it.
 */
export type IsDeclared = (collection: string, id: string) => boolean;

/** Reports everything in a configuration that cannot be seen in one resource alone. */
export function checkConsistency(
  resources: ServiceResources,
  report: Report,
  isDeclared: IsDeclared = () => false,
): void {
  checkApis(resources, report, isDeclared);
  for (const api of resources.apis) checkOperations(api, report);
  checkProducts(resources, report, isDeclared);
  checkSubscriptions(resources, report, isDeclared);
  checkBackends(resources, report, isDeclared);
  checkNamedValues(resources, report);
}
