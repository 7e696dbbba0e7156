import { randomBytes } from 'node:crypto';
import type { IdentityConfiguration } from '../../identity/configuration.ts';

export const tenantId = '00000000-0000-0000-0000-000000000001';

/** Who may call in the demo, and with which secret. */
export interface DemoClient {
  readonly clientId: string;
  readonly secret: string;
}

/** What tokens can be for, by the word that `sallyport token` takes. */
export const tokenScopes: Readonly<Record<string, string>> = {
  orders: 'api://orders/.default',
  gateway: 'api://gateway/.default',
};

export interface DemoIdentity {
  readonly configuration: IdentityConfiguration;
  /** The caller of the printed lines. */
  readonly caller: DemoClient;
  /** The gateway itself, for calls in its own name. */
  readonly gateway: DemoClient;
}

/** A tenant with two applications and a person; secrets are new for each run. */
export function demoIdentity(publicOrigin: string): DemoIdentity {
  const caller = { clientId: '10000000-0000-0000-0000-000000000001', secret: newSecret() };
  const gateway = { clientId: '20000000-0000-0000-0000-000000000002', secret: newSecret() };
  const appRoles = { 'api://orders': ['Orders.Read.All'] };
  const configuration: IdentityConfiguration = {
    tenantId,
    publicOrigin,
    clients: [
      {
        ...caller,
        objectId: '10000000-0000-0000-0000-00000000000a',
        name: 'Shop application',
        redirectUris: ['http://localhost/callback'],
        appRoles,
      },
      {
        ...gateway,
        objectId: '20000000-0000-0000-0000-00000000000b',
        name: 'Gateway',
        appRoles,
      },
    ],
    users: [
      {
        objectId: '30000000-0000-0000-0000-00000000000c',
        userPrincipalName: 'ada@contoso.example',
        displayName: 'Ada Lovelace',
        email: 'ada@contoso.example',
      },
    ],
    resources: [
      { identifierUri: 'api://orders', scopes: ['Orders.Read'], appRoles: ['Orders.Read.All'] },
      { identifierUri: 'api://gateway', scopes: ['Gateway.Call'] },
    ],
  };
  return { configuration, caller, gateway };
}

export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}
