import {
  namesOf,
  type IdentityClient,
  type IdentityConfiguration,
  type IdentityResource,
  type IdentityUser,
} from './configuration.ts';

/** A resource under the one of its names that a request used. */
export interface NamedResource {
  /** What the scopes of the request begin with, and what `aud` will be. */
  readonly name: string;
  readonly resource: IdentityResource;
}

/** Looks things up in one tenant: the configuration, indexed. */
export class Directory {
  readonly tenantId: string;
  readonly publicOrigin: string;
  /** `iss`, as Entra's v2.0 endpoint writes it. */
  readonly issuer: string;
  readonly users: readonly IdentityUser[];
  readonly #clients: ReadonlyMap<string, IdentityClient>;
  readonly #users: ReadonlyMap<string, IdentityUser>;
  readonly #resources: ReadonlyMap<string, IdentityResource>;

  /** `configuration` was checked. */
  constructor(configuration: IdentityConfiguration) {
    this.tenantId = configuration.tenantId;
    this.publicOrigin = configuration.publicOrigin;
    this.issuer = `${configuration.publicOrigin}/${configuration.tenantId}/v2.0`;
    this.users = configuration.users;
    this.#clients = new Map(configuration.clients.map((each) => [each.clientId, each]));
    this.#users = new Map(configuration.users.map((each) => [each.objectId, each]));
    this.#resources = new Map(
      configuration.resources.flatMap((each) => namesOf(each).map((name) => [name, each])),
    );
  }

  client(clientId: string): IdentityClient | undefined {
    return this.#clients.get(clientId);
  }

  user(objectId: string): IdentityUser | undefined {
    return this.#users.get(objectId);
  }

  /** `name` is an `identifierUri` or an `appId`, compared exactly. */
  resource(name: string): NamedResource | undefined {
    const resource = this.#resources.get(name);
    return resource && { name, resource };
  }
}
