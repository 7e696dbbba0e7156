import { loadConfiguration, readConfiguration } from '../adapters/directory/loadDirectory.ts';
import { SpecificationCache } from '../adapters/directory/specification.ts';
import { watchDirectory } from '../adapters/directory/watch.ts';
import type { DirectoryWatch } from '../adapters/directory/watch.ts';
import { MemoryCounters } from '../adapters/memory/MemoryCounters.ts';
import { MemorySlots } from '../adapters/memory/MemorySlots.ts';
import { MemoryValueCache } from '../adapters/memory/MemoryValueCache.ts';
import type { RequestTrace } from '../gateway/Gateway.ts';
import type { GatewayLog } from '../gateway/GatewayLog.ts';
import { OwnCapacity } from '../lib/http/Capacity.ts';
import { defaultServerLimits } from '../lib/http/http1/serverLimits.ts';
import type { ServerTls } from '../lib/http/tls/ServerTls.ts';
import { hasErrors } from '../lib/source/Diagnostic.ts';
import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import { DataPlane } from './DataPlane.ts';
import type { DataPlaneSettings } from './DataPlane.ts';
import { LiveTls } from './tls/LiveTls.ts';
import type { Checked, Serving } from './Serving.ts';
import { startWorkers } from './workers/startWorkers.ts';
import type { WorkerOptions } from './workers/WorkerPool.ts';

export type GatewayServerOptions = DataPlaneSettings & {
  /** Configuration in the layout of Azure APIOps. */
  readonly directory: string;
  /** A file of values for one environment, see APIOps’ `configuration.{env}.yaml`. */
  readonly overrides?: string;
  /** Calls under way in the whole gateway; more are answered with 503 and Retry-After. */
  readonly maxCalls?: number;
  /** Open connections of callers to the whole gateway; more are closed as they come. */
  readonly maxConnections?: number;
} & (ThisThread | Workers);

/** Serves in this thread. */
export interface ThisThread {
  readonly log: GatewayLog;
  readonly onTrace?: (trace: RequestTrace) => void;
  readonly workers?: undefined;
}

/** Serves in threads of its own. */
interface Workers {
  readonly workers: Omit<WorkerOptions, 'maxCalls' | 'maxConnections'>;
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
  /** Why a configuration without errors is not live. */
  readonly problem?: string | undefined;
}

/** A running data plane over a directory. */
export class GatewayServer {
  readonly #options: GatewayServerOptions;
  readonly #tls: LiveTls | undefined;
  /** Compiles; it also serves, unless workers do. */
  readonly #plane: DataPlane;
  readonly #specifications = new SpecificationCache();
  #serving: Serving | undefined;
  #watcher: DirectoryWatch | undefined;
  #watching: Promise<void> = Promise.resolve();
  #reloading: Promise<unknown> = Promise.resolve();

  private constructor(options: GatewayServerOptions) {
    this.#tls = options.https && new LiveTls(options.https, (tls) => this.#serving?.secure(tls));
    const https = options.https && this.#tls && { ...this.#tls.current, port: options.https.port };
    this.#options = { ...options, https };
    this.#plane = new DataPlane(settingsOf(this.#options), {
      log: options.workers ? silent : options.log,
      onTrace: options.workers ? undefined : options.onTrace,
      counters: new MemoryCounters(),
      slots: new MemorySlots(),
      cache: new MemoryValueCache(),
      calls: new OwnCapacity(options.maxCalls ?? defaultServerLimits.maxCalls),
      connections: new OwnCapacity(options.maxConnections ?? defaultServerLimits.maxConnections),
      reusePort: false,
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
    try {
      const { checked, diagnostics } = await server.#load();
      if (!checked) throw new ConfigurationError(diagnostics);
      server.#serving = await server.#serve(checked);
      return { server, diagnostics };
    } catch (error) {
      server.#tls?.close();
      throw error;
    }
  }

  get httpPort(): number {
    return this.#serving!.httpPort;
  }

  get httpsPort(): number | undefined {
    return this.#serving!.httpsPort;
  }

  /** Reads the directory again. What does not compile changes nothing. */
  reload(): Promise<Reload> {
    const reload = this.#reloading.then(() => this.#reload());
    this.#reloading = reload.catch(() => undefined);
    return reload;
  }

  async #reload(): Promise<Reload> {
    const { checked, diagnostics } = await this.#load();
    if (!checked) return { isLive: false, diagnostics };
    const problem = await this.#serving!.publish(checked);
    return { isLive: problem === undefined, diagnostics, problem };
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

  /**
   * Handshakes from now on take place by these settings. Throws when they cannot be used, and then
   * nothing has changed.
   */
  secure(tls: ServerTls): void {
    this.#tls?.replace(tls);
  }

  /** Takes no more calls and lets those under way finish within the time. */
  async close(drainMs: number): Promise<void> {
    this.#tls?.close();
    this.#watcher?.close();
    await this.#watching;
    await this.#serving?.close(drainMs);
  }

  async #load(): Promise<{
    readonly checked: Checked | undefined;
    readonly diagnostics: readonly Diagnostic[];
  }> {
    const { directory, overrides } = this.#options;
    const diagnostics: Diagnostic[] = [];
    const files = await readConfiguration(directory, overrides, (each) => diagnostics.push(each));
    if (!files) return { checked: undefined, diagnostics };
    const startedAt = performance.now();
    const loaded = loadConfiguration(files, { specifications: this.#specifications });
    const compiled = this.#plane.compile(loaded);
    diagnostics.push(...compiled.diagnostics);
    const { live } = compiled;
    if (!live || hasErrors(diagnostics)) return { checked: undefined, diagnostics };
    const tookMs = performance.now() - startedAt;
    return { checked: { files, live, tookMs }, diagnostics };
  }

  async #serve(checked: Checked): Promise<Serving> {
    const { workers, maxCalls, maxConnections } = this.#options;
    if (workers) {
      return startWorkers(settingsOf(this.#options), checked, {
        ...workers,
        maxCalls: maxCalls ?? defaultServerLimits.maxCalls,
        maxConnections: maxConnections ?? defaultServerLimits.maxConnections,
      });
    }
    const plane = this.#plane;
    await plane.open(checked.live);
    return {
      httpPort: plane.httpPort,
      httpsPort: plane.httpsPort,
      async publish({ live }) {
        plane.publish(live);
        return undefined;
      },
      secure: (tls) => plane.secure(tls),
      close: (drainMs) => plane.close(drainMs),
    };
  }
}

/** What a data plane is to know of the options; only that can be given to other threads. */
function settingsOf({
  host,
  httpPort,
  https,
  trustedCertificates,
  allowedNetworks,
  expressionLimits,
}: DataPlaneSettings): DataPlaneSettings {
  return {
    host,
    httpPort,
    https,
    trustedCertificates,
    ...(allowedNetworks && { allowedNetworks }),
    ...(expressionLimits && { expressionLimits }),
  };
}

/** This thread takes no calls. */
const silent: GatewayLog = { access: () => undefined, refusal: () => undefined };
