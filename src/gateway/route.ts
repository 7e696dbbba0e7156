import { GatewayError } from '../engine/errors.ts';
import type { Machine, PolicyRun, Routed } from '../engine/run/PolicyRun.ts';
import { joinPaths } from '../engine/run/PolicyRun.ts';
import type { Plan } from '../engine/run/runPlan.ts';
import { canonicalTarget } from '../lib/http/canonicalTarget.ts';
import type { IncomingRequest } from '../lib/http/exchange.ts';
import { asked } from '../lib/http/fieldName.ts';
import { Query } from '../lib/http/Query.ts';
import { Url } from '../lib/http/Url.ts';
import { uuid } from '../lib/uuid/uuid.ts';
import type { Live } from './Gateway.ts';
import { RecentMap } from '../lib/collections/RecentMap.ts';
import type { MatchedApi } from './routing/ApiTable.ts';
import type { MatchedOperation } from './routing/OperationTable.ts';
import { checkSubscription } from './subscriptions/checkSubscription.ts';

/** A call with everything that is known before anybody asks who makes it. */
export interface Call {
  readonly routed: Routed;
  readonly api: MatchedApi | undefined;
  readonly match: MatchedOperation | undefined;
  /** Whose `on-error` hears of what fails before the effective policy is known. */
  readonly plan: Plan;
  /** Why the call ends here. */
  readonly error: GatewayError | undefined;
  /** The call is a CORS preflight: only these policies are asked. */
  readonly preflight: Plan['preflight'] | undefined;
}

/** Finds the API and the operation that a request is for. Never throws. */
export function route(live: Live, request: IncomingRequest, machine: Machine): Call {
  const target = canonicalTarget(request.target);
  const originalUrl = originalUrlOf(request, target?.path ?? '/', target?.query ?? '');
  const ambiguous = ambiguity(request);
  if (!target || ambiguous) {
    const message = ambiguous ?? 'The path of the request is malformed.';
    const error = new GatewayError('BadRequest', { args: [message], source: 'configuration' });
    return unmatched(live, machine, originalUrl, undefined, error);
  }
  const api = live.apis.match(request, target.path, originalUrl.query);
  if (!api) return unmatched(live, machine, originalUrl, undefined, notFound());
  const match = live.apis.operationOf(api, request.method, originalUrl.query);
  if (match) return matched(api, match, machine, originalUrl, undefined);
  return (
    preflightOf(live, api, request, machine, originalUrl) ??
    unmatched(live, machine, originalUrl, api, notFound())
  );
}

/** Decides who calls, and gives the effective policy for them. @throws GatewayError */
export function identify(live: Live, call: Call, request: IncomingRequest, run: PolicyRun): Plan {
  const { api } = call.api!;
  const { operation } = call.match!;
  const access = checkSubscription(api, live.keys, request, call.routed.originalUrl.query);
  run.identified({
    product: access.product?.host ?? null,
    subscription: access.subscription?.host ?? null,
    user: access.subscription?.user ?? null,
  });
  const productId = access.product?.resource.id;
  return productId === undefined ? operation.plan : operation.productPlans.get(productId)!;
}

function notFound(): GatewayError {
  return new GatewayError('OperationNotFound', { source: 'configuration' });
}

/**
 * A browser asks before it calls (https://fetch.spec.whatwg.org/#cors-preflight-request). Unless the
 * API has an OPTIONS operation of its own, the answer is for the operation that will be called.
 */
function preflightOf(
  { apis }: Live,
  api: MatchedApi,
  request: IncomingRequest,
  machine: Machine,
  originalUrl: Url,
): Call | undefined {
  const method = request.headers.get('access-control-request-method');
  if (request.method !== 'OPTIONS' || !request.headers.has('origin') || !method) return undefined;
  const match = apis.operationOf(api, method, originalUrl.query);
  return match && matched(api, match, machine, originalUrl, match.operation.plan.preflight);
}

function matched(
  api: MatchedApi,
  match: MatchedOperation,
  machine: Machine,
  originalUrl: Url,
  preflight: Plan['preflight'] | undefined,
): Call {
  const { target, host, httpVersion } = api.api;
  const url = new Url({
    scheme: target?.baseUrl.scheme ?? originalUrl.scheme,
    host: target?.baseUrl.host ?? originalUrl.host,
    port: target?.baseUrl.port ?? originalUrl.port,
    path: joinPaths(target?.baseUrl.path ?? '', api.operationPath),
    query: originalUrl.query.copy(),
  });
  const routed: Routed = {
    requestId: uuid(machine.world.randomBytes(16)),
    url,
    originalUrl,
    matchedParameters: match.parameters,
    spentQueryParameters: match.spentQueryParameters,
    api: host,
    operation: match.operation.host,
    target,
    httpVersion,
    operationPath: api.operationPath,
    sampleResponse: match.operation.sampleResponse,
  };
  return { routed, api, match, plan: match.operation.plan, error: undefined, preflight };
}

function unmatched(
  { snapshot }: Live,
  machine: Machine,
  originalUrl: Url,
  api: MatchedApi | undefined,
  error: GatewayError,
): Call {
  const routed: Routed = {
    requestId: uuid(machine.world.randomBytes(16)),
    url: originalUrl.copy(),
    originalUrl,
    matchedParameters: new Map(),
    spentQueryParameters: new Set(),
    api: api?.api.host ?? null,
    operation: null,
    target: undefined,
    httpVersion: '1',
    operationPath: originalUrl.path,
    sampleResponse: () => undefined,
  };
  const plan = api?.api.plan ?? snapshot.globalPlan;
  return { routed, api, match: undefined, plan, error, preflight: undefined };
}

const decisive = [
  ['Authorization', asked.authorization],
  ['Host', asked.host],
  ['Content-Type', asked['content-type']],
] as const;

/** Two of a field that decides about a call: which one a backend believes is anybody's guess. */
function ambiguity({ headers }: IncomingRequest): string | undefined {
  for (const [name, field] of decisive) {
    if (headers.isRepeated(field)) return `The header ${name} stands more than once.`;
  }
  return undefined;
}

function originalUrlOf(request: IncomingRequest, path: string, query: string): Url {
  const { host, port } = addressOf(request.scheme, request.authority);
  return new Url({ scheme: request.scheme, host, port, path, query: new Query(query) });
}

type Address = Pick<Url, 'host' | 'port'>;

/** Callers use few names for a gateway, and most of them the same one. */
const addresses = {
  http: new RecentMap<Address>(1_000),
  https: new RecentMap<Address>(1_000),
};
const last = { scheme: '', authority: '', address: { host: '', port: 0 } as Address };

function addressOf(scheme: IncomingRequest['scheme'], authority: string): Address {
  if (authority === last.authority && scheme === last.scheme) return last.address;
  const known = addresses[scheme];
  let address = known.get(authority);
  if (!address) {
    address = Url.parse(`${scheme}://${authority}`) ?? new Url({ scheme, host: '', path: '/' });
    known.set(authority, address);
  }
  Object.assign(last, { scheme, authority, address });
  return address;
}
