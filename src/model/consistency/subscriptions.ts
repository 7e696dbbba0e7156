import type { Report } from '../../lib/source/Diagnostic.ts';
import type { IsDeclared } from '../consistency.ts';
import { problem } from '../problems.ts';
import { ById, resolveScope } from '../references.ts';
import type { Located, ServiceResources } from '../resources.ts';
import type { SubscriptionProperties } from '../subscription.ts';

type Subscription = Located<SubscriptionProperties>;

/** Subscriptions open something that exists, with keys that are their own. */
export function checkSubscriptions(
  { subscriptions, apis, products }: ServiceResources,
  report: Report,
  isDeclared: IsDeclared,
): void {
  const apisById = new ById(apis);
  const productsById = new ById(products);
  const ownerOfKey = new Map<string, Subscription>();
  for (const subscription of subscriptions) {
    checkScope(subscription);
    checkKeys(subscription, ownerOfKey, report);
  }

  function checkScope({ properties, origin }: Subscription): void {
    const scope = resolveScope(properties.scope);
    const place = origin.at('scope');
    if (scope === undefined) report(problem('APIM3208', place, [properties.scope]));
    else if (scope.kind === 'api') {
      const { apiId: id } = scope;
      if (!apisById.has(id) && !isDeclared('apis', id)) report(problem('APIM3206', place, [id]));
    } else if (scope.kind === 'product') {
      const { productId: id } = scope;
      if (productsById.has(id) || isDeclared('products', id)) return;
      report(problem('APIM3209', place, [id]));
    }
  }
}

function checkKeys(
  subscription: Subscription,
  ownerOfKey: Map<string, Subscription>,
  report: Report,
): void {
  const { id, properties, origin } = subscription;
  const { primaryKey, secondaryKey, state } = properties;
  if (state === 'submitted') report(problem('APIM3211', origin.at('state'), [id]));
  if (primaryKey === undefined && secondaryKey === undefined) {
    report(problem('APIM3210', origin, [id]));
  }
  for (const name of ['primaryKey', 'secondaryKey'] as const) {
    const key = properties[name];
    if (key === undefined) continue;
    const other = ownerOfKey.get(key);
    if (other === undefined) ownerOfKey.set(key, subscription);
    else if (other !== subscription) {
      report(problem('APIM3212', origin.at(name), [other.id, id]));
    }
  }
}
