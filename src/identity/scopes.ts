import type { IdentityResource } from './configuration.ts';
import type { Directory, NamedResource } from './Directory.ts';
import { EntraError } from './entraErrors.ts';

/** Scopes of OpenID Connect that belong to no resource. */
export const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

/** Every scope of a resource in the form requests use, with the name that they call it by. */
export function fullScopes({ name, resource }: NamedResource): string[] {
  return ['.default', ...(resource.scopes ?? [])].map((permission) => `${name}/${permission}`);
}

/**
 * The one resource that `scope` asks for, none when it asks for OpenID Connect scopes only.
 * Throws EntraError for an unknown resource or permission, and for more than one resource.
 */
export function requestedResource(
  scope: string,
  clientId: string,
  directory: Directory,
): NamedResource | undefined {
  let found: NamedResource | undefined;
  for (const token of scope.split(' ')) {
    if (openIdScopes.includes(token)) continue;
    const { name, permission } = splitScope(token);
    const resource = directory.resource(name) ?? unknownResource(name, directory);
    if (!fullScopes(resource).includes(token)) unknownPermission(permission, name, clientId);
    if (found && found.name !== name) severalResources(token);
    found = resource;
  }
  return found;
}

/**
 * The resource of a client credentials request, whose scope must be `{resource}/.default`:
 * an application acts with the roles it was assigned and cannot choose among them.
 */
export function applicationResource(
  scope: string,
  clientId: string,
  directory: Directory,
): NamedResource {
  for (const token of scope.split(' ')) {
    if (!token.endsWith('/.default'))
      throw new EntraError(
        'invalid_scope',
        1002012,
        `The provided value for scope ${token} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
      );
  }
  return requestedResource(scope, clientId, directory) ?? invalidScope(scope);
}

/** The `scp` claim: permissions without their resource; `.default` stands for all of them. */
export function delegatedPermissions(scope: string, resource: IdentityResource): string[] {
  const asked = scope.split(' ').map((token) => splitScope(token).permission);
  const declared = resource.scopes ?? [];
  return asked.includes('.default')
    ? [...declared]
    : declared.filter((permission) => asked.includes(permission));
}

/** `api://orders/Orders.Read` is the permission `Orders.Read` of `api://orders`. */
function splitScope(token: string): { name: string; permission: string } {
  const slash = token.lastIndexOf('/');
  if (slash <= 0) return invalidScope(token);
  return { name: token.slice(0, slash), permission: token.slice(slash + 1) };
}

function invalidScope(scope: string): never {
  throw new EntraError(
    'invalid_scope',
    70011,
    `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  );
}

function unknownResource(name: string, directory: Directory): never {
  throw new EntraError(
    'invalid_resource',
    500011,
    `The resource principal named ${name} was not found in the tenant named ${directory.tenantId}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  );
}

function unknownPermission(permission: string, name: string, clientId: string): never {
  throw new EntraError(
    'invalid_scope',
    650053,
    `The application '${clientId}' asked for scope '${permission}' that doesn't exist on the resource '${name}'.`,
  );
}

function severalResources(token: string): never {
  throw new EntraError(
    'invalid_scope',
    28000,
    `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${token} is not valid.`,
  );
}
