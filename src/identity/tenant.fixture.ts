import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IdentityConfiguration } from './configuration.ts';
import { createIdentityProvider, type IdentityProvider } from './identityProvider.ts';
import { generateSigningKey, type SigningKey } from './signingKeys.ts';

export const tenantId = '00000000-0000-0000-0000-000000000001';
export const ordersAppId = 'c0ffee00-0000-4000-8000-0000000000aa';

/** A client that acts for itself, a web application, and a single-page application. */
export const daemon = {
  clientId: 'd0000000-0000-4000-8000-000000000001',
  objectId: 'd0000000-0000-4000-8000-00000000000a',
  name: 'Daemon',
  secret: 'daemon-secret~1',
  appRoles: { 'api://orders': ['Orders.Read.All'] },
};
export const web = {
  clientId: 'e0000000-0000-4000-8000-000000000001',
  objectId: 'e0000000-0000-4000-8000-00000000000a',
  name: 'Web <application>',
  secret: 'web-secret',
  redirectUris: ['https://web.example/callback', 'http://localhost:3000/callback'],
  postLogoutRedirectUris: ['https://web.example/bye'],
};
export const spa = {
  clientId: 'f0000000-0000-4000-8000-000000000001',
  objectId: 'f0000000-0000-4000-8000-00000000000a',
  name: 'Single-page application',
  redirectUris: ['http://localhost:5173/'],
};
export const ada = {
  objectId: 'a0000000-0000-4000-8000-000000000001',
  userPrincipalName: 'ada@contoso.example',
  displayName: 'Ada Lovelace',
  email: 'ada@mail.example',
  password: 'correct horse',
  appRoles: { 'api://orders': ['Orders.Admin'] },
};
export const grace = {
  objectId: 'a0000000-0000-4000-8000-000000000002',
  userPrincipalName: 'grace@contoso.example',
  displayName: 'Grace Hopper',
};

export const sample: Omit<IdentityConfiguration, 'publicOrigin'> = {
  tenantId,
  clients: [daemon, web, spa],
  users: [ada, grace],
  resources: [
    {
      identifierUri: 'api://orders',
      appId: ordersAppId,
      scopes: ['Orders.Read', 'Orders.Write'],
      appRoles: ['Orders.Read.All', 'Orders.Admin'],
      accessTokenSeconds: 600,
    },
    { identifierUri: 'api://inventory', scopes: ['Stock.Read'] },
  ],
};

export interface RunningTenant {
  readonly idp: IdentityProvider;
  readonly keys: readonly SigningKey[];
  readonly origin: string;
  /** The clock of the tenant, in milliseconds; starts with the time of the system. */
  readonly clock: { ms: number };
  /** What went wrong in the provider itself. */
  readonly failures: unknown[];
  close(): Promise<void>;
}

/** The sample tenant on a free port of this machine. */
export async function startTenant(): Promise<RunningTenant> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const clock = { ms: Date.now() };
  const failures: unknown[] = [];
  const keys = [await generateSigningKey()];
  const idp = await createIdentityProvider({
    ...sample,
    publicOrigin: origin,
    keys,
    world: { now: () => clock.ms, randomBytes },
    onError: (error) => failures.push(error),
  });
  server.on('request', idp.handler);
  return {
    idp,
    keys,
    origin,
    clock,
    failures,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
