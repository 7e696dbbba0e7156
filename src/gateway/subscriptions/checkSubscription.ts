import { GatewayError } from '../../engine/errors.ts';
import type { CompiledApi, CompiledProduct } from '../../engine/snapshot/Snapshot.ts';
import type { IncomingRequest } from '../../lib/http/exchange.ts';
import type { Query } from '../../lib/http/Query.ts';
import type { KeyedSubscription, KeyIndex } from './KeyIndex.ts';

/** In whose name and in which product's context a call goes on. */
export interface Access {
  readonly product: CompiledProduct | undefined;
  readonly subscription: KeyedSubscription | undefined;
}

/**
 * Decides who calls, before any policy
 * (https://learn.microsoft.com/azure/api-management/api-management-subscriptions, "How API
 * Management handles requests with or without subscription keys").
 * @throws GatewayError SubscriptionKeyNotFound, SubscriptionKeyInvalid
 */
export function checkSubscription(
  api: CompiledApi,
  keys: KeyIndex,
  request: IncomingRequest,
  query: Query,
): Access {
  const sent = keysIn(api, request, query);
  const [key] = sent;
  // Several keys are no key: which of them a backend or a log would see is anybody's guess.
  const subscription = key === undefined || sent.length > 1 ? undefined : keys.find(key);
  const granted = subscription && grantedBy(subscription, api);
  if (granted && key !== undefined) return { ...granted, subscription };
  const open = api.products.find(
    ({ host }) => !host.subscriptionRequired && host.state === 'Published',
  );
  if (open || !api.resource.properties.subscriptionRequired) {
    return { product: open, subscription: undefined };
  }
  throw new GatewayError(key === undefined ? 'SubscriptionKeyNotFound' : 'SubscriptionKeyInvalid', {
    source: 'authorization',
    headers: [['WWW-Authenticate', challenge(api, request)]],
  });
}

/** The header goes before the query parameter, which counts only if the header is absent. */
function keysIn(api: CompiledApi, { headers }: IncomingRequest, query: Query): readonly string[] {
  const names = api.host.subscriptionKeyParameterNames;
  return headers.has(names.header) ? headers.values(names.header) : query.values(names.query);
}

function grantedBy(
  { scope }: KeyedSubscription,
  api: CompiledApi,
): { readonly product: CompiledProduct | undefined } | undefined {
  switch (scope.kind) {
    case 'service':
    case 'allApis':
      return { product: undefined };
    case 'api':
      return sameId(scope.apiId, api.host.id) ? { product: undefined } : undefined;
    case 'product': {
      const product = api.products.find(({ resource }) => sameId(resource.id, scope.productId));
      return product && { product };
    }
  }
}

function sameId(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** RFC 9110 §11.6.1, in the words of Azure's gateway. */
function challenge({ host }: CompiledApi, { scheme, authority }: IncomingRequest): string {
  const realm = `${scheme}://${authority}/${host.path}`;
  const { header } = host.subscriptionKeyParameterNames;
  return `AzureApiManagementKey realm="${quoted(realm)}",name="${quoted(header)}",type="header"`;
}

function quoted(text: string): string {
  return text.replaceAll(/["\\]/g, String.raw`\$&`);
}
