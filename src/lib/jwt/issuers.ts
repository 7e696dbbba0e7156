import type { Jwt } from './claims.ts';

/** What Microsoft Entra's metadata for several tenants writes where the tenant's id belongs. */
const TENANT = '{tenantid}';

/** A tenant id as it may be put into an issuer: no slash and nothing else that ends a path segment. */
const tenantSyntax = /^[A-Za-z0-9][A-Za-z0-9.-]{0,127}$/;

/**
 * Whether `issuer` (of a metadata document) is the token's `iss`. Exact, letter by letter (RFC 8414
 * §2, RFC 8725 §3.8); only Entra's `{tenantid}` stands for the token's own `tid`.
 */
export function isIssuerOf(issuer: string, jwt: Jwt): boolean {
  return jwt.issuer !== undefined && expanded(issuer, jwt) === jwt.issuer;
}

/**
 * Whether keys published under `issuer` may sign this token: the token's `iss` is that issuer, or
 * the other name that Entra gives the same tenant. Entra signs its v1.0 and v2.0 tokens with the
 * same keys, and policies often list one issuer beside the other's metadata.
 */
export function vouchesFor(issuer: string, jwt: Jwt): boolean {
  if (jwt.issuer === undefined) return false;
  const own = expanded(issuer, jwt);
  return own !== undefined && (own === jwt.issuer || areEntraSiblings(own, jwt.issuer));
}

/** Whether two issuers are the v1.0 and the v2.0 name of one Entra tenant. */
export function areEntraSiblings(a: string, b: string): boolean {
  return entraClouds.some(({ v1, v2 }) => {
    const tenant = tenantIn(a, v1) ?? tenantIn(b, v1);
    return tenant !== undefined && (tenantIn(a, v2) ?? tenantIn(b, v2)) === tenant;
  });
}

/** The tenant of all personal Microsoft accounts (the page cited below). */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Whether a token is for a personal account, and not for one of an organization. */
export function isOfPersonalAccount({ issuer, payload }: Jwt): boolean {
  return payload['tid'] === personalAccounts || issuer?.includes(personalAccounts) === true;
}

interface IssuerForm {
  readonly prefix: string;
  readonly suffix: string;
}

/** https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer, by cloud. */
const entraClouds: readonly { readonly v1: IssuerForm; readonly v2: IssuerForm }[] = [
  cloud('sts.windows.net', 'login.microsoftonline.com'),
  cloud('sts.windows.net', 'login.microsoftonline.us'),
  cloud('sts.chinacloudapi.cn', 'login.partner.microsoftonline.cn'),
];

function cloud(v1Host: string, v2Host: string): { v1: IssuerForm; v2: IssuerForm } {
  return {
    v1: { prefix: `https://${v1Host}/`, suffix: '/' },
    v2: { prefix: `https://${v2Host}/`, suffix: '/v2.0' },
  };
}

function tenantIn(issuer: string, { prefix, suffix }: IssuerForm): string | undefined {
  if (!issuer.startsWith(prefix) || !issuer.endsWith(suffix)) return undefined;
  const tenant = issuer.slice(prefix.length, -suffix.length);
  return tenantSyntax.test(tenant) ? tenant : undefined;
}

function expanded(issuer: string, jwt: Jwt): string | undefined {
  if (!issuer.includes(TENANT)) return issuer;
  const { tid } = jwt.payload;
  if (typeof tid !== 'string' || !tenantSyntax.test(tid)) return undefined;
  return issuer.replaceAll(TENANT, tid);
}
