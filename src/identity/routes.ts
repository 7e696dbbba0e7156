/** The paths of Entra's v2.0 endpoints; the library appends `/:uid` and the like to some. */
export interface Paths {
  readonly metadata: string;
  readonly signIn: string;
  readonly authorization: string;
  readonly token: string;
  readonly end_session: string;
  readonly jwks: string;
  readonly userinfo: string;
}

export function pathsOf(tenantId: string): Paths {
  return {
    metadata: `/${tenantId}/v2.0/.well-known/openid-configuration`,
    signIn: `/${tenantId}/login`,
    authorization: `/${tenantId}/oauth2/v2.0/authorize`,
    token: `/${tenantId}/oauth2/v2.0/token`,
    end_session: `/${tenantId}/oauth2/v2.0/logout`,
    jwks: `/${tenantId}/discovery/v2.0/keys`,
    userinfo: `/${tenantId}/openid/userinfo`,
  };
}

/** Where a request goes: to the sign-in page, or on to the library under `path`. */
export type Route =
  | { readonly kind: 'signIn'; readonly uid: string }
  | { readonly kind: 'library'; readonly path: string }
  | { readonly kind: 'unknownTenant'; readonly tenant: string }
  | { readonly kind: 'wrongMethod'; readonly allowed: readonly string[] };

/** oidc-provider serves its metadata at a fixed path below the issuer. */
const libraryMetadataPath = '/.well-known/openid-configuration';

/** Beside GET: HEAD comes with it (RFC 9110 §9.3.2); OPTIONS is for scripts of other origins. */
const read = ['GET', 'HEAD'];
const readAcrossOrigins = [...read, 'OPTIONS'];

/** The route of a request; undefined when there is no such page. Nothing else reaches the library. */
export function findRoute(method: string, path: string, tenantId: string): Route | undefined {
  const [, tenant = '', ...rest] = path.split('/');
  const paths = pathsOf(tenantId);
  const canonical = `/${[tenantId, ...rest].join('/')}`;
  const allowed = methodsOf(canonical, paths);
  if (!allowed) return undefined;
  if (tenant.toLowerCase() !== tenantId) return { kind: 'unknownTenant', tenant };
  if (!allowed.includes(method)) return { kind: 'wrongMethod', allowed };
  if (canonical === paths.metadata) return { kind: 'library', path: libraryMetadataPath };
  const uid = idAfter(paths.signIn, canonical);
  return uid === undefined ? { kind: 'library', path: canonical } : { kind: 'signIn', uid };
}

function methodsOf(path: string, paths: Paths): readonly string[] | undefined {
  const exact: Readonly<Record<string, readonly string[]>> = {
    [paths.metadata]: readAcrossOrigins,
    [paths.jwks]: readAcrossOrigins,
    [paths.token]: ['POST', 'OPTIONS'],
    [paths.userinfo]: [...readAcrossOrigins, 'POST'],
    [paths.authorization]: read,
    [paths.end_session]: read,
    [`${paths.end_session}/confirm`]: ['POST'],
    [`${paths.end_session}/success`]: read,
  };
  if (Object.hasOwn(exact, path)) return exact[path];
  if (idAfter(paths.signIn, path) !== undefined) return [...read, 'POST'];
  if (idAfter(paths.authorization, path) !== undefined) return read;
  return undefined;
}

/** The id of an interaction in `/prefix/id`. */
function idAfter(prefix: string, path: string): string | undefined {
  const id = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : '';
  return /^[\w-]+$/.test(id) ? id : undefined;
}
