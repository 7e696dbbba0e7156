import { MemoryCounters } from '../adapters/memory/MemoryCounters.ts';
import { MemorySlots } from '../adapters/memory/MemorySlots.ts';
import { MemoryOpenIdProviders } from '../adapters/memory/MemoryOpenIdProviders.ts';
import { MemoryValueCache } from '../adapters/memory/MemoryValueCache.ts';
import { loadDirectory } from '../adapters/directory/loadDirectory.ts';
import { SpecificationCache } from '../adapters/directory/specification.ts';
import { watchDirectory } from '../adapters/directory/watch.ts';
import type { DirectoryWatch } from '../adapters/directory/watch.ts';
import type { Machine } from '../engine/run/PolicyRun.ts';
import { compileSnapshot } from '../engine/snapshot/compileSnapshot.ts';
import type { Snapshot } from '../engine/snapshot/Snapshot.ts';
import { defaultLimits } from '../expressions/runtime/Environment.ts';
import { netTypes } from '../expressions/types/index.ts';
import { Gateway } from '../gateway/Gateway.ts';
import type { RequestTrace } from '../gateway/Gateway.ts';
import type { GatewayLog } from '../gateway/GatewayLog.ts';
import type { AddressRange } from '../lib/cidr/range.ts';
import { fetchThrough } from '../lib/http/fetchThrough.ts';
import { createClient } from '../lib/http/client.ts';
import { listen } from '../lib/http/server.ts';
import type { Malformed } from '../lib/http/http1/Malformed.ts';
import type { RunningServer } from '../lib/http/server.ts';
import { hasErrors } from '../lib/source/Diagnostic.ts';
import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import type { CertificateResource } from '../model/resources.ts';
import { policies } from '../policies/index.ts';
import { describeListenError } from './listenError.ts';
import { realWorld } from './realWorld.ts';
import { refusalOutside } from './refusalOutside.ts';

export interface GatewayServerOptions {
  /** Configuration in the layout of Azure APIOps. */
  readonly directory: string;
  /** A file of values for one environment, see APIOps’ `configuration.{env}.yaml`. */
  readonly overrides?: string;
  readonly host: string;
  readonly httpPort: number;
  /** Undefined for no https. */
  readonly https:
    | { readonly port: number; readonly certificate: string; readonly key: string }
    | undefined;
  /** PEM certificates that backends and identity providers may be signed by, beside the system's. */
  readonly trustedCertificates: readonly string[];
  /** Networks that computed addresses may lead to, beside the Internet. */
  readonly allowedNetworks?: readonly AddressRange[];
  readonly log: GatewayLog;
  readonly onTrace?: (trace: RequestTrace) => void;
}

/** A configuration that cannot be run, with everything that is wrong with it. */
export class ConfigurationError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super('The configuration has errors.');
    this.name = 'ConfigurationError';
    this.diagnostics = diagnostics;
  }
}

/** What became of a changed configuration. */
export interface Reload {
  /** Whether it is live; otherwise the one before it still is. */
  readonly isLive: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** A running data plane over a directory. */
export class GatewayServer {
  readonly #options: GatewayServerOptions;
  readonly #providers: MemoryOpenIdProviders;
  readonly #client: ReturnType<typeof createClient>;
  readonly #servers: RunningServer[] = [];
  readonly #specifications = new SpecificationCache();
  #gateway: Gateway | undefined;
  #watcher: DirectoryWatch | undefined;
  #watching: Promise<void> = Promise.resolve();

  private constructor(options: GatewayServerOptions) {
    this.#options = options;
    this.#client = createClient({
      trustedCertificates: options.trustedCertificates,
      refusal: refusalOutside(options.allowedNetworks ?? []),
    });
    this.#providers = new MemoryOpenIdProviders({
      fetch: fetchThrough(this.#client.send),
      now: Date.now,
    });
  }

  /**
   * Loads, compiles, listens. `diagnostics` are the remarks that did not keep it from running.
   * @throws ConfigurationError, ListenError
   */
  static async start(
    options: GatewayServerOptions,
  ): Promise<{ readonly server: GatewayServer; readonly diagnostics: readonly Diagnostic[] }> {
    const server = new GatewayServer(options);
    const { snapshot, diagnostics } = await server.#load();
    if (!snapshot) throw new ConfigurationError(diagnostics);
    server.#gateway = new Gateway(snapshot, {
      machine: server.#machine(snapshot),
      log: options.log,
      ...(options.onTrace ? { onTrace: options.onTrace } : {}),
    });
    try {
      await server.#listen(server.#gateway);
    } catch (error) {
      await server.close(0);
      throw error;
    }
    return { server, diagnostics };
  }

  get httpPort(): number {
    return this.#servers[0]!.port;
  }

  get httpsPort(): number | undefined {
    return this.#servers[1]?.port;
  }

  /** Reads the directory again. What does not compile changes nothing. */
  async reload(): Promise<Reload> {
    const { snapshot, diagnostics } = await this.#load();
    if (snapshot) this.#gateway?.publish(snapshot);
    return { isLive: snapshot !== undefined, diagnostics };
  }

  /** Reloads whenever the configuration changes, until the server is closed. */
  watch(onReload: (reload: Reload) => void): void {
    const { directory, overrides } = this.#options;
    const watcher = watchDirectory(directory, {
      files: overrides === undefined ? [] : [overrides],
    });
    this.#watcher = watcher;
    this.#watching = this.#reloadAtEach(watcher, onReload);
  }

  async #reloadAtEach(watcher: DirectoryWatch, onReload: (reload: Reload) => void): Promise<void> {
    for await (const _ of watcher) onReload(await this.reload());
  }

  /** Takes no more calls and lets those under way finish within the time. */
  async close(drainMs: number): Promise<void> {
    this.#watcher?.close();
    await this.#watching;
    await Promise.all(this.#servers.map((server) => server.close(drainMs)));
    await this.#client.close();
  }

  async #load(): Promise<{ snapshot: Snapshot | undefined; diagnostics: readonly Diagnostic[] }> {
    const { directory, overrides } = this.#options;
    const loaded = await loadDirectory(directory, {
      overrides,
      specifications: this.#specifications,
    });
    const compiled = compileSnapshot(loaded.resources, {
      policies,
      types: netTypes,
      openIdProviders: this.#providers,
    });
    const diagnostics = [...loaded.diagnostics, ...compiled.diagnostics];
    return { snapshot: hasErrors(diagnostics) ? undefined : compiled.snapshot, diagnostics };
  }

  #machine({ resources }: Snapshot): Machine {
    return {
      world: realWorld(this.#client.send),
      counters: new MemoryCounters(),
      slots: new MemorySlots(),
      cache: new MemoryValueCache(),
      limits: defaultLimits,
      maxBufferedBytes: 16 * 1024 * 1024,
      deployment: deploymentWith(resources.certificates),
    };
  }

  async #listen(gateway: Gateway): Promise<void> {
    const { host, httpPort, https } = this.#options;
    const handle: Parameters<typeof listen>[2]['handle'] = (request) => gateway.handle(request);
    const { log } = this.#options;
    const onRefusal = ({ status, message }: Malformed, remoteAddress: string): void =>
      log.refusal({ remoteAddress, status, reason: message });
    const options = { handle, onRefusal };
    this.#servers.push(
      await describeListenError(listen(host, httpPort, options), httpPort, 'http'),
    );
    if (!https) return;
    const { port, certificate, key } = https;
    const tls = { certificate, key, requestClientCertificate: true };
    this.#servers.push(
      await describeListenError(listen(host, port, { ...options, tls }), port, 'https'),
    );
  }
}

/** What `context.Deployment` says of a gateway that runs by itself. */
function deploymentWith(certificates: readonly CertificateResource[]): Machine['deployment'] {
  return {
    gatewayId: 'managed',
    gateway: { id: 'managed', instanceId: `gateway-${process.pid}`, isManaged: true },
    region: 'local',
    serviceId: 'apim',
    serviceName: 'apim',
    certificates: new Map(certificates.map(({ id, material }) => [id, material.leaf])),
  };
}
