/** An application that asks for tokens: an app registration with its service principal. */
export interface IdentityClient {
  /** The application (client) id: `azp` and `appid` of its tokens. */
  readonly clientId: string;
  /** The id of its service principal: `oid` and `sub` of tokens that it gets for itself. A GUID. */
  readonly objectId: string;
  /** What the sign-in page shows. */
  readonly name: string;
  /** Absent for a public client, which must use PKCE. */
  readonly secret?: string;
  /** Exact, but the port of a public client's loopback address is free (RFC 8252 §7.3). */
  readonly redirectUris?: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  /** App roles that are assigned to the client itself, by the `identifierUri` of the resource. */
  readonly appRoles?: RoleAssignments;
}

/** A person who can sign in. */
export interface IdentityUser {
  /** `oid` and `sub` of the user's tokens. A GUID. */
  readonly objectId: string;
  /** `preferred_username`, such as `ada@contoso.example`. */
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly email?: string;
  /** Absent: choosing the user is enough, which is for samples only. */
  readonly password?: string;
  /** App roles that are assigned to the user, by the `identifierUri` of the resource. */
  readonly appRoles?: RoleAssignments;
}

/** An API that tokens are for. */
export interface IdentityResource {
  /** The application ID URI, such as `api://orders`: the prefix of its scopes and `aud`. */
  readonly identifierUri: string;
  /** The application id. A client may name the resource by it, and then `aud` is this id. A GUID. */
  readonly appId?: string;
  /** Delegated permissions, such as `Orders.Read`: the `scp` claim. */
  readonly scopes?: readonly string[];
  /** Roles that clients and users can be assigned: the `roles` claim. */
  readonly appRoles?: readonly string[];
  /** How long access tokens last, 3600 by default. */
  readonly accessTokenSeconds?: number;
}

/** Role names by the `identifierUri` of the resource that declares them. */
export type RoleAssignments = Readonly<Record<string, readonly string[]>>;

/** Everything that one tenant knows. */
export interface IdentityConfiguration {
  /** A GUID: `tid`, and the first segment of every path. */
  readonly tenantId: string;
  /** Scheme, host and port under which clients reach the provider; the issuer begins with it. */
  readonly publicOrigin: string;
  readonly clients: readonly IdentityClient[];
  readonly users: readonly IdentityUser[];
  readonly resources: readonly IdentityResource[];
}

/** The configuration cannot be used; `problems` has one sentence each, with the place first. */
export class IdentityConfigurationError extends Error {
  override readonly name = 'IdentityConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The identity provider cannot start:\n${problems.map((each) => `- ${each}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Throws IdentityConfigurationError with everything that is wrong; secrets are not shown. */
export function checkConfiguration(configuration: IdentityConfiguration): void {
  const problems = [
    ...check(isGuid(configuration.tenantId), 'tenantId', 'must be a GUID in lower case'),
    ...check(
      isOrigin(configuration.publicOrigin),
      'publicOrigin',
      'must be an http or https origin without a path, such as https://localhost:8443',
    ),
    ...configuration.clients.flatMap((client) => clientProblems(client, configuration.resources)),
    ...configuration.users.flatMap((user) => userProblems(user, configuration.resources)),
    ...configuration.resources.flatMap(resourceProblems),
    ...duplicates(
      'clientId',
      configuration.clients.map(({ clientId }) => clientId),
    ),
    ...duplicates(
      'objectId',
      [...configuration.clients, ...configuration.users].map(({ objectId }) => objectId),
    ),
    ...duplicates(
      'userPrincipalName',
      configuration.users.map(({ userPrincipalName }) => userPrincipalName),
    ),
    ...duplicates('resource', configuration.resources.flatMap(namesOf)),
  ];
  if (problems.length > 0) throw new IdentityConfigurationError(problems);
}

/** The names under which a scope can ask for the resource. */
export function namesOf({ identifierUri, appId }: IdentityResource): string[] {
  return appId === undefined ? [identifierUri] : [identifierUri, appId];
}

function clientProblems(client: IdentityClient, resources: readonly IdentityResource[]): string[] {
  const at = `client '${client.clientId}'`;
  const isPublic = client.secret === undefined;
  const isNative = applicationType(client) === 'native';
  return [
    ...check(
      /^[\w.-]{1,64}$/.test(client.clientId),
      at,
      'needs an id of letters, digits, . _ or -',
    ),
    ...check(isGuid(client.objectId), at, 'needs an objectId that is a GUID in lower case'),
    // RFC 6749 appendix A.2: client secrets are visible ASCII characters.
    ...check(isPublic || /^[\x20-\x7e]{1,256}$/.test(client.secret), at, 'has an unusable secret'),
    ...returnUris(client).flatMap((uri) => redirectUriProblems(at, uri, isNative)),
    ...roleProblems(at, client.appRoles, resources),
  ];
}

function userProblems(user: IdentityUser, resources: readonly IdentityResource[]): string[] {
  const at = `user '${user.userPrincipalName}'`;
  return [
    ...check(user.userPrincipalName.trim() !== '', at, 'needs a userPrincipalName'),
    ...check(isGuid(user.objectId), at, 'needs an objectId that is a GUID in lower case'),
    ...check(user.password !== '', at, 'has an empty password; leave it out for none'),
    ...roleProblems(at, user.appRoles, resources),
  ];
}

function resourceProblems(resource: IdentityResource): string[] {
  const at = `resource '${resource.identifierUri}'`;
  const { appId, accessTokenSeconds = 3600 } = resource;
  // The scope grammar of RFC 6749 §3.3, without the slash that ends the identifier in a scope.
  const permission = /^[\x21\x23-\x2e\x30-\x5b\x5d-\x7e]+$/;
  return [
    ...check(
      isIdentifierUri(resource.identifierUri),
      at,
      'must be an absolute URI without query, fragment or a slash at the end',
    ),
    ...check(
      appId === undefined || isGuid(appId),
      at,
      'needs an appId that is a GUID in lower case',
    ),
    ...check(
      Number.isSafeInteger(accessTokenSeconds) && accessTokenSeconds > 0,
      at,
      'needs accessTokenSeconds that are a positive whole number',
    ),
    ...[...(resource.scopes ?? []), ...(resource.appRoles ?? [])].flatMap((name) =>
      check(permission.test(name) && name !== '.default', at, `cannot declare '${name}'`),
    ),
  ];
}

function roleProblems(
  at: string,
  assignments: RoleAssignments = {},
  resources: readonly IdentityResource[],
): string[] {
  return Object.entries(assignments).flatMap(([identifierUri, roles]) => {
    const resource = resources.find((each) => each.identifierUri === identifierUri);
    if (!resource) return [`${at} has roles of '${identifierUri}', which is not a resource`];
    return roles.flatMap((role) =>
      check(
        resource.appRoles?.includes(role) ?? false,
        at,
        `has the role '${role}', which '${identifierUri}' does not declare`,
      ),
    );
  });
}

/** RFC 9700 §2.1 and RFC 8252 §7: https, http on this machine, or an app's own scheme. */
function redirectUriProblems(at: string, uri: string, takesPrivateScheme: boolean): string[] {
  const parsed = URL.parse(uri);
  if (!parsed || parsed.href.includes('#'))
    return [`${at} has the redirect URI '${uri}', which is not an absolute URI without a fragment`];
  const isAllowed =
    parsed.protocol === 'https:' ||
    (parsed.protocol === 'http:' && isLoopback(parsed)) ||
    (takesPrivateScheme && isPrivateScheme(parsed));
  return check(isAllowed, at, `has the redirect URI '${uri}', which must be https or on localhost`);
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** A URI scheme that belongs to one app, RFC 8252 §7.1; MSAL's have no dot. */
function isPrivateScheme({ protocol }: URL): boolean {
  return /^(?:msal[\w+.-]*|[a-z][a-z0-9+-]*\.[\w.+-]*):$/.test(protocol);
}

/** All URIs that a browser may be sent to on behalf of the client. */
function returnUris(client: IdentityClient): string[] {
  return [...(client.redirectUris ?? []), ...(client.postLogoutRedirectUris ?? [])];
}

/**
 * `application_type` of OpenID Connect Registration §2. `native` frees the port of loopback
 * addresses and takes an app's own scheme, but does not take https on this machine.
 */
export function applicationType(client: IdentityClient): 'native' | 'web' {
  const hasHttpsLoopback = returnUris(client).some((uri) => {
    const parsed = URL.parse(uri);
    return parsed?.protocol === 'https:' && isLoopback(parsed);
  });
  return client.secret === undefined && !hasHttpsLoopback ? 'native' : 'web';
}

function isOrigin(text: string): boolean {
  const parsed = URL.parse(text);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.origin === text;
}

function isIdentifierUri(text: string): boolean {
  const isUri = /^[a-z][a-z0-9+.-]*:[^\s?#"\\]+[^\s?#"\\/]$/i.test(text);
  return isUri && URL.canParse(text);
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function check(isRight: boolean, at: string, otherwise: string): string[] {
  return isRight ? [] : [`${at} ${otherwise}`];
}

function duplicates(what: string, values: readonly string[]): string[] {
  const repeated = values.filter((value, index) => values.indexOf(value) !== index);
  return [...new Set(repeated)].map((value) => `${what} '${value}' is used more than once`);
}
