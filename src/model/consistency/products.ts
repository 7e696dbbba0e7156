import type { Report } from '../../lib/source/Diagnostic.ts';
import type { IsDeclared } from '../consistency.ts';
import { problem } from '../problems.ts';
import { ById } from '../references.ts';
import type { ProductResource, ServiceResources } from '../resources.ts';

/** Groups that every service has, whether or not a file declares them. */
const builtInGroups = new Set(['administrators', 'developers', 'guests']);

/** Products name APIs and groups that exist, and no API is in two open products. */
export function checkProducts(
  { products, apis, groups }: ServiceResources,
  report: Report,
  isDeclared: IsDeclared,
): void {
  const apisById = new ById(apis);
  const groupsById = new ById(groups);
  const openProductOf = new Map<string, ProductResource>();
  for (const product of products) {
    for (const { id, origin } of product.groups) {
      const known = builtInGroups.has(id.toLowerCase()) || groupsById.has(id);
      if (!known && !isDeclared('groups', id)) report(problem('APIM3207', origin, [id]));
    }
    for (const { id, origin } of product.apis) {
      if (!apisById.has(id) && !isDeclared('apis', id)) report(problem('APIM3206', origin, [id]));
      if (product.properties.subscriptionRequired) continue;
      const other = openProductOf.get(id.toLowerCase());
      if (other === undefined) openProductOf.set(id.toLowerCase(), product);
      else if (other !== product) {
        report(problem('APIM3214', origin, [id, other.id, product.id]));
      }
    }
  }
}
