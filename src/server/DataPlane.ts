import type { KeyObject } from 'node:crypto';
import type { LoadedDirectory } from '../adapters/directory/loadDirectory.ts';
import { MemoryOpenIdProviders } from '../adapters/memory/MemoryOpenIdProviders.ts';
import type { Counters } from '../engine/ports/Counters.ts';
import type { Slots } from '../engine/ports/Slots.ts';
import type { ValueCache } from '../engine/ports/ValueCache.ts';
import type { Machine } from '../engine/run/PolicyRun.ts';
import { identityOf } from '../engine/snapshot/backendTargets.ts';
import { compileSnapshot } from '../engine/snapshot/compileSnapshot.ts';
import type { Snapshot } from '../engine/snapshot/Snapshot.ts';
import { defaultLimits } from '../expressions/runtime/Environment.ts';
import type { ExpressionLimits } from '../expressions/runtime/Environment.ts';
import { netTypes } from '../expressions/types/index.ts';
import { Gateway, liveOf } from '../gateway/Gateway.ts';
import type { Live, RequestTrace } from '../gateway/Gateway.ts';
import type { GatewayLog } from '../gateway/GatewayLog.ts';
import type { AddressRange } from '../lib/cidr/range.ts';
import type { Capacity } from '../lib/http/Capacity.ts';
import { createClient } from '../lib/http/client.ts';
import { fetchThrough } from '../lib/http/fetchThrough.ts';
import type { Malformed } from '../lib/http/http1/Malformed.ts';
import { listen } from '../lib/http/server.ts';
import type { RunningServer, ServerOptions } from '../lib/http/server.ts';
import type { ServerTls } from '../lib/http/tls/ServerTls.ts';
import { privateKeyOf } from '../lib/x509/privateKey.ts';
import { hasErrors } from '../lib/source/Diagnostic.ts';
import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import type { CertificateResource } from '../model/resources.ts';
import { policies } from '../policies/index.ts';
import { describeListenError } from './listenError.ts';
import { realWorld } from './realWorld.ts';
import { refusalOutside } from './refusalOutside.ts';

export interface HttpsSettings extends ServerTls {
  readonly port: number;
}

/** What a data plane is told when it starts. A value that threads can be given. */
export interface DataPlaneSettings {
  readonly host: string;
  readonly httpPort: number;
  /** Undefined for no https. */
  readonly https: HttpsSettings | undefined;
  /** PEM certificates that backends and identity providers may be signed by, beside the system's. */
  readonly trustedCertificates: readonly string[];
  /** Networks that computed addresses may lead to, beside the Internet. */
  readonly allowedNetworks?: readonly AddressRange[];
  /** What differs from the usual limits of expressions and templates. */
  readonly expressionLimits?: Partial<ExpressionLimits>;
}

/** What a data plane shares with the others of its process, if there are any. */
export interface DataPlanePorts {
  readonly log: GatewayLog;
  readonly onTrace?: ((trace: RequestTrace) => void) | undefined;
  readonly counters: Counters;
  readonly slots: Slots;
  readonly cache: ValueCache;
  /** Room for calls under way and for open connections. */
  readonly calls: Capacity;
  readonly connections: Capacity;
  /** Whether others listen on the same ports. */
  readonly reusePort: boolean;
  /** Runs before each call: the moment to publish what others have agreed on. */
  readonly beforeCall?: (() => void) | undefined;
}

/** A gateway with all that it runs on, in one thread: the client, the listeners, the machine. */
export class DataPlane {
  readonly #settings: DataPlaneSettings;
  readonly #ports: DataPlanePorts;
  readonly #client: ReturnType<typeof createClient>;
  readonly #providers: MemoryOpenIdProviders;
  readonly #world: Machine['world'];
  readonly #servers: RunningServer[] = [];
  #gateway: Gateway | undefined;

  constructor(settings: DataPlaneSettings, ports: DataPlanePorts) {
    this.#settings = settings;
    this.#ports = ports;
    this.#client = createClient({
      trustedCertificates: settings.trustedCertificates,
      refusal: refusalOutside(settings.allowedNetworks ?? []),
    });
    this.#world = realWorld(this.#client.send);
    this.#providers = new MemoryOpenIdProviders({
      fetch: fetchThrough(this.#client.send),
      now: Date.now,
    });
  }

  /** Undefined when a diagnostic is an error. */
  compile(loaded: LoadedDirectory): {
    readonly live: Live | undefined;
    readonly diagnostics: readonly Diagnostic[];
  } {
    const compiled = compileSnapshot(loaded.resources, {
      policies,
      types: netTypes,
      openIdProviders: this.#providers,
    });
    const diagnostics = [...loaded.diagnostics, ...compiled.diagnostics];
    const { snapshot } = compiled;
    return {
      live:
        snapshot && !hasErrors(diagnostics) ? liveOf(snapshot, this.#machine(snapshot)) : undefined,
      diagnostics,
    };
  }

  /** Begins to take calls. @throws ListenError */
  async open(live: Live): Promise<void> {
    const { log, onTrace } = this.#ports;
    this.#gateway = new Gateway(live, {
      log,
      ...(onTrace ? { onTrace } : {}),
    });
    try {
      await this.#listen(this.#gateway);
    } catch (error) {
      await this.close(0);
      throw error;
    }
  }

  /** From now on new calls see this. */
  publish(live: Live): void {
    this.#gateway?.publish(live);
  }

  /** Handshakes from now on take place by these settings. Throws when they cannot be used. */
  secure(tls: ServerTls): void {
    this.#servers[1]?.secure?.(tls);
  }

  get httpPort(): number {
    return this.#servers[0]!.port;
  }

  get httpsPort(): number | undefined {
    return this.#servers[1]?.port;
  }

  /** Takes no more calls and lets those under way finish within the time. */
  async close(drainMs: number): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close(drainMs)));
    await this.#client.close();
  }

  async #listen(gateway: Gateway): Promise<void> {
    const { host, httpPort, https } = this.#settings;
    const { log, calls, connections, reusePort, beforeCall } = this.#ports;
    const handle: ServerOptions['handle'] = beforeCall
      ? (request) => {
          beforeCall();
          return gateway.handle(request);
        }
      : (request) => gateway.handle(request);
    const onRefusal = ({ status, message }: Malformed, remoteAddress: string): void =>
      log.refusal({ remoteAddress, status, reason: message });
    const options: ServerOptions = { handle, onRefusal, calls, connections, reusePort };
    this.#servers.push(
      await describeListenError(listen(host, httpPort, options), httpPort, 'http'),
    );
    if (!https) return;
    const { port, ...tls } = https;
    this.#servers.push(
      await describeListenError(listen(host, port, { ...options, tls }), port, 'https'),
    );
  }

  #machine({ resources }: Snapshot): Machine {
    const { counters, slots, cache } = this.#ports;
    return {
      world: this.#world,
      counters,
      slots,
      cache,
      limits: { ...defaultLimits, ...this.#settings.expressionLimits },
      maxBufferedBytes: 16 * 1024 * 1024,
      deployment: deploymentWith(resources.certificates),
    };
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
    certificates: certificatesByName(certificates),
  };
}

/** What expressions find: certificates, and their keys once one is asked for. */
function certificatesByName(
  certificates: readonly CertificateResource[],
): Machine['deployment']['certificates'] {
  return new Map(
    certificates.map((resource) => {
      const { leaf } = resource.material;
      const identity = identityOf(resource);
      const privateKey = (): KeyObject | undefined =>
        identity && privateKeyOf(identity, leaf.publicKey);
      return [resource.id, { certificate: leaf, privateKey }];
    }),
  );
}
