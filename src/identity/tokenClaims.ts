import type { IdentityUser } from './configuration.ts';
import type { Directory } from './Directory.ts';
import { delegatedPermissions } from './scopes.ts';

/** What an access token is issued for. */
export interface AccessTokenFacts {
  /** Unique: Entra calls it `uti`. */
  readonly id: string;
  /** A name of the resource. */
  readonly audience: string;
  readonly clientId: string;
  /** The user who signed in; absent when the client acts for itself. */
  readonly userId?: string | undefined;
  /** Granted scopes in full form. */
  readonly scope: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly lifetimeSeconds: number;
}

/**
 * The claims of an access token, as a v2.0 token of Microsoft Entra has them
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference), and the
 * `appid` of v1.0 tokens beside `azp`, because policies and samples use either.
 */
export function accessTokenClaims(
  facts: AccessTokenFacts,
  directory: Directory,
): Record<string, unknown> {
  const client = directory.client(facts.clientId);
  const resource = directory.resource(facts.audience)?.resource;
  if (!client || !resource) throw new Error('A token was requested for something unknown.');
  const user = facts.userId === undefined ? undefined : directory.user(facts.userId);
  if (facts.userId !== undefined && !user)
    throw new Error('A token was requested for an unknown user.');
  const subject = user ?? client;
  const roles = subject.appRoles?.[resource.identifierUri] ?? [];
  return {
    aud: facts.audience,
    iss: directory.issuer,
    iat: facts.issuedAt,
    nbf: facts.issuedAt,
    exp: facts.issuedAt + facts.lifetimeSeconds,
    appid: client.clientId,
    azp: client.clientId,
    azpacr: client.secret === undefined ? '0' : '1',
    ...(user
      ? { name: user.displayName, preferred_username: user.userPrincipalName }
      : { idtyp: 'app' }),
    oid: subject.objectId,
    // Entra's `sub` of a user differs from client to client; ours is the object id everywhere.
    sub: subject.objectId,
    ...(roles.length > 0 ? { roles: [...roles] } : {}),
    ...(user ? { scp: delegatedPermissions(facts.scope, resource).join(' ') } : {}),
    tid: directory.tenantId,
    uti: facts.id,
    ver: '2.0',
  };
}

/** The claims about a user by the scope that opens them, for ID tokens and userinfo. */
export const userClaimsByScope = {
  openid: ['sub', 'oid', 'tid', 'ver'],
  profile: ['name', 'preferred_username'],
  email: ['email'],
} as const;

/** All claims about a user that ID tokens and userinfo can hold. */
export function userClaims(
  user: IdentityUser,
  directory: Directory,
): { sub: string; [claim: string]: string } {
  return {
    sub: user.objectId,
    oid: user.objectId,
    tid: directory.tenantId,
    ver: '2.0',
    name: user.displayName,
    preferred_username: user.userPrincipalName,
    ...(user.email === undefined ? {} : { email: user.email }),
  };
}
