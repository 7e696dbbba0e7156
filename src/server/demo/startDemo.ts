import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createIdentityProvider } from '../../identity/identityProvider.ts';
import type { IdentityProvider } from '../../identity/identityProvider.ts';
import { fetchThrough } from '../../lib/http/fetchThrough.ts';
import { createClient } from '../../lib/http/http1/client.ts';
import { GatewayServer } from '../GatewayServer.ts';
import type { ThisThread } from '../GatewayServer.ts';
import { describeListenError } from '../listenError.ts';
import { localTls } from '../localTls.ts';
import type { LocalTls } from '../localTls.ts';
import { demoIdentity, newSecret } from './demoIdentity.ts';
import type { DemoIdentity } from './demoIdentity.ts';
import { removeDemoState, writeDemoState } from './demoState.ts';
import { createInventoryBackend } from './inventory.ts';
import { createOrdersBackend } from './orders.ts';

/** Ports to listen on; 0 takes a free one. */
export interface DemoPorts {
  readonly http: number;
  readonly https: number;
  readonly identity: number;
  readonly orders: number;
  readonly inventory: number;
}

export interface DemoOptions extends Pick<ThisThread, 'log' | 'onTrace'> {
  readonly ports: DemoPorts;
  /** Where the CA and the state of the demo are kept. */
  readonly home: string;
}

export interface RunningDemo {
  /** The ports that are really listened on. */
  readonly ports: DemoPorts;
  readonly gateway: GatewayServer;
  readonly caFile: string;
  readonly metadataUrl: string;
  readonly subscriptionKey: string;
  readonly directory: string;
  close(drainMs: number): Promise<void>;
}

const host = '127.0.0.1';
const directory = fileURLToPath(new URL('../../../examples/demo', import.meta.url));
const world = { now: Date.now, randomBytes: (count: number) => randomBytes(count) };

/**
 * Starts an identity provider, two backends and a gateway in front of them, all on this machine.
 * @throws ListenError, ConfigurationError
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const closing: (() => Promise<void>)[] = [];
  try {
    return await start(options, closing);
  } catch (error) {
    await Promise.all(closing.map((close) => close()));
    throw error;
  }
}

async function start(options: DemoOptions, closing: (() => Promise<void>)[]): Promise<RunningDemo> {
  const { home, log, onTrace } = options;
  const tls = await localTls(home);
  const client = createClient({ trustedCertificates: [tls.caCertificate] });
  closing.push(() => client.close());
  const serve = async (
    purpose: 'identity' | 'orders' | 'inventory',
    makeListener: (port: number) => Promise<RequestListener>,
    secure?: LocalTls,
  ): Promise<number> => {
    const { server, port } = await listen(options.ports[purpose], purpose, makeListener, secure);
    closing.push(() => closeServer(server));
    return port;
  };

  let identity: DemoIdentity | undefined;
  let provider: IdentityProvider | undefined;
  const identityPort = await serve(
    'identity',
    async (port) => {
      identity = demoIdentity(`https://localhost:${port}`);
      provider = await createIdentityProvider({ ...identity.configuration, world });
      return provider.handler;
    },
    tls,
  );
  const { issuer, jwksUrl, metadataUrl, tokenUrl } = provider!;
  const fetch = fetchThrough(client.send);
  const ordersPort = await serve('orders', async () =>
    createOrdersBackend({
      issuer,
      audience: 'api://orders',
      jwksUrl,
      fetch: (url, init) => fetch(url, { signal: init.signal }),
    }),
  );
  const inventory = { username: 'gateway', password: newSecret() };
  const inventoryPort = await serve('inventory', async () => createInventoryBackend(inventory));

  const { caller, gateway: gatewayClient } = identity!;
  await writeDemoState(home, {
    tokenUrl,
    caFile: tls.caFile,
    clientId: caller.clientId,
    clientSecret: caller.secret,
  });
  closing.push(() => removeDemoState(home));
  const subscriptionKey = newSecret();
  const overrides = join(home, 'demo', 'configuration.demo.yaml');
  await writeOverrides(overrides, {
    subscriptionKey,
    orders: `http://localhost:${ordersPort}`,
    inventory: `http://localhost:${inventoryPort}`,
    namedValues: {
      'identity-metadata-url': metadataUrl,
      'identity-token-url': tokenUrl,
      'gateway-client-id': gatewayClient.clientId,
      'gateway-client-secret': gatewayClient.secret,
      'inventory-username': inventory.username,
      'inventory-password': inventory.password,
    },
  });
  const { server: gateway } = await GatewayServer.start({
    directory,
    overrides,
    host,
    httpPort: options.ports.http,
    https: {
      port: options.ports.https,
      certificate: tls.certificate,
      key: tls.key,
      requestClientCertificate: true,
    },
    trustedCertificates: [tls.caCertificate],
    log,
    ...(onTrace ? { onTrace } : {}),
  });
  return {
    ports: {
      http: gateway.httpPort,
      https: gateway.httpsPort!,
      identity: identityPort,
      orders: ordersPort,
      inventory: inventoryPort,
    },
    gateway,
    caFile: tls.caFile,
    metadataUrl,
    subscriptionKey,
    directory,
    async close(drainMs) {
      await gateway.close(drainMs);
      await Promise.all(closing.map((close) => close()));
    },
  };
}

/** The port is known before the listener is made, since addresses are part of what it says. */
async function listen(
  port: number,
  purpose: string,
  makeListener: (port: number) => Promise<RequestListener>,
  tls: LocalTls | undefined,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = tls ? createTlsServer({ cert: tls.certificate, key: tls.key }) : createServer();
  server.listen({ host, port });
  await describeListenError(once(server, 'listening'), port, purpose);
  const taken = (server.address() as AddressInfo).port;
  server.on('request', await makeListener(taken));
  return { server, port: taken };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

interface DemoValues {
  readonly subscriptionKey: string;
  readonly orders: string;
  readonly inventory: string;
  readonly namedValues: Readonly<Record<string, string>>;
}

/** JSON is YAML. The file holds secrets, so it is readable by this user only. */
async function writeOverrides(path: string, values: DemoValues): Promise<void> {
  const content = {
    namedValues: Object.entries(values.namedValues).map(([name, value]) => ({
      name,
      properties: { value },
    })),
    backends: [{ name: 'orders', properties: { url: values.orders } }],
    apis: [
      { name: 'orders', properties: { serviceUrl: values.orders } },
      { name: 'inventory', properties: { serviceUrl: values.inventory } },
    ],
    subscriptions: [{ name: 'demo', properties: { primaryKey: values.subscriptionKey } }],
  };
  await writeFile(path, JSON.stringify(content, null, 2), { mode: 0o600 });
}
