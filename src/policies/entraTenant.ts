/** Where Microsoft Entra publishes the keys of a tenant. */

/** A tenant, or one of the names for several: `organizations`, `common`. */
export interface EntraTenant {
  /** Its metadata document of version 2.0, which lists the keys of tokens of both versions. */
  readonly metadataUrl: string;
  /** `organizations` is every tenant but that of personal accounts. */
  readonly allowsPersonalAccounts: boolean;
}

const defaultEndpoint = 'https://login.microsoftonline.com';

/** By cloud: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud. */
const loginHosts = [
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
];

/** Issuers of tokens of version 1.0 stand at hosts of their own. */
const issuerHosts = ['sts.windows.net', 'sts.chinacloudapi.cn'];

/** An id, a domain or a name for several; nothing that could leave its segment of a path. */
const tenantSyntax = /^[a-z0-9][a-z0-9.-]{0,252}$/i;

/** Every tenant but that of personal accounts. */
const organizations = 'organizations';

/**
 * The origin of an authentication endpoint, whose `https://` may be left out; undefined when it is
 * none. The page prints a default with a hyphen for a dot, and that name is not Microsoft's.
 */
export function endpointOf(text: string): string | undefined {
  const trimmed = text.trim().replace(/\/$/, '');
  const url = URL.parse(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const isOrigin = url.pathname === '/' && url.search + url.hash + url.username === '';
  return isOrigin && url.hostname !== 'login-microsoftonline.com' ? url.origin : undefined;
}

/**
 * A tenant by its id, its domain, a name for several, or an address: `https://contoso.onmicrosoft.com`,
 * `https://login.microsoftonline.com/organizations`. Undefined when it is none. `endpoint` is the
 * origin to ask, by default that which the address names, else that of the public cloud.
 */
export function tenantOf(text: string, endpoint?: string): EntraTenant | undefined {
  const trimmed = text.trim();
  const [name, named] = /^https?:\/\//i.test(trimmed) ? inAddress(trimmed, endpoint) : [trimmed];
  if (name === undefined || !tenantSyntax.test(name)) return undefined;
  const origin = endpoint ?? named ?? defaultEndpoint;
  return {
    metadataUrl: `${origin}/${name}/v2.0/.well-known/openid-configuration`,
    allowsPersonalAccounts: name.toLowerCase() !== organizations,
  };
}

/** The tenant in an address, and the endpoint if the address tells it. */
function inAddress(
  text: string,
  endpoint: string | undefined,
): readonly [name: string | undefined, endpoint?: string] {
  const url = URL.parse(text);
  if (!url || url.search + url.hash + url.username !== '') return [undefined];
  const [name = '', version = '', ...rest] = url.pathname.slice(1).split('/');
  const isLogin = loginHosts.includes(url.hostname);
  const isKnown = isLogin || issuerHosts.includes(url.hostname) || url.origin === endpoint;
  if (name === '') return [isKnown ? undefined : url.hostname];
  if (!isKnown || rest.length > 0 || !['', 'v2.0'].includes(version)) return [undefined];
  return isLogin ? [name, `https://${url.hostname}`] : [name];
}
