import type { Grant, KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import type { Directory, NamedResource } from './Directory.ts';
import { EntraError } from './entraErrors.ts';
import { errors } from './oidcProvider.ts';
import { applicationResource, fullScopes, requestedResource } from './scopes.ts';

/**
 * The resource that the scopes name, in the form of the library: an absolute URI. The library asks
 * once for each authorization request and for each client credentials request.
 */
export function chooseResource(ctx: KoaContextWithOIDC, directory: Directory): string | undefined {
  const { client, params = {}, route } = ctx.oidc;
  const scope = typeof params.scope === 'string' ? params.scope : '';
  const clientId = client?.clientId ?? '';
  return asLibraryErrors(() => {
    if (scope === '')
      throw new EntraError(
        'invalid_request',
        900144,
        "The request body must contain the following parameter: 'scope'.",
      );
    if (route === 'token') return indicatorOf(applicationResource(scope, clientId, directory));
    const resource = requestedResource(scope, clientId, directory);
    keepOfflineAccess(ctx);
    return resource && indicatorOf(resource);
  });
}

/** What the library needs to know to issue a token for a resource. */
export function resourceServer(
  ctx: KoaContextWithOIDC,
  indicator: string,
  directory: Directory,
): ResourceServer {
  return asLibraryErrors(() => {
    // Taken from the client, the parameter of RFC 8707 would pass by the checks of the scopes.
    if ((ctx.method === 'POST' ? ctx.oidc.body : ctx.query)?.resource !== undefined)
      throw new EntraError(
        'invalid_request',
        901002,
        "The 'resource' request parameter isn't supported.",
      );
    const named = directory.resource(nameOf(indicator));
    // Not a request's mistake: the indicator comes from `chooseResource`.
    if (!named) throw new Error('The resource of a grant is not in the directory.');
    return {
      scope: fullScopes(named).join(' '),
      audience: named.name,
      accessTokenFormat: 'jwt',
      accessTokenTTL: named.resource.accessTokenSeconds ?? 3600,
    };
  });
}

/** All clients of the tenant are first-party: what they ask for and the directory knows, they get. */
export async function grantEverything(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { account, client, provider, resourceServers = {}, session } = ctx.oidc;
  if (!account || !client) return undefined;
  const { accountId } = account;
  const { clientId } = client;
  const earlierId = session?.grantIdFor(clientId);
  const earlier = earlierId === undefined ? undefined : await provider.Grant.find(earlierId);
  const grant =
    earlier?.accountId === accountId ? earlier : new provider.Grant({ accountId, clientId });
  const openId = [...ctx.oidc.requestParamOIDCScopes];
  if (openId.length > 0) grant.addOIDCScope(openId.join(' '));
  for (const [indicator, { scopes }] of Object.entries(resourceServers)) {
    const asked = [...ctx.oidc.requestParamScopes].filter((scope) => scopes.has(scope));
    if (asked.length > 0) grant.addResourceScope(indicator, asked.join(' '));
  }
  await grant.save();
  return grant;
}

/**
 * OpenID Connect Core §11 drops offline_access unless the client asks for consent, and so does the
 * library. Entra does not, and its clients do not ask.
 */
function keepOfflineAccess(ctx: KoaContextWithOIDC): void {
  const { client, params } = ctx.oidc;
  const asked = String(ctx.query.scope).split(' ').includes('offline_access');
  if (params && asked && client?.grantTypeAllowed('refresh_token'))
    params.scope = [...new Set(`${String(params.scope)} offline_access`.split(' '))].join(' ');
}

const guidUrn = 'urn:uuid:';

/** An appId alone is not a URI; RFC 9562 §4 has one for it. */
function indicatorOf({ name }: NamedResource): string {
  return name.includes(':') ? name : guidUrn + name;
}

function nameOf(indicator: string): string {
  return indicator.startsWith(guidUrn) ? indicator.slice(guidUrn.length) : indicator;
}

/** Our errors as the library's, which tells them to the client and not only to its log. */
function asLibraryErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof EntraError)
      throw new errors.CustomOIDCProviderError(error.error, error.description);
    throw error;
  }
}
