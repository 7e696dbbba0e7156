import type { MessagePort } from 'node:worker_threads';
import { loadConfiguration } from '../../adapters/directory/loadDirectory.ts';
import type { ConfigurationFiles } from '../../adapters/directory/loadDirectory.ts';
import { SpecificationCache } from '../../adapters/directory/specification.ts';
import { SharedCapacity } from '../../adapters/sharedMemory/SharedCapacity.ts';
import { SharedCounters } from '../../adapters/sharedMemory/SharedCounters.ts';
import { SharedSlots, slotSizes } from '../../adapters/sharedMemory/SharedSlots.ts';
import { SharedValueCache } from '../../adapters/sharedMemory/SharedValueCache.ts';
import { netTypes } from '../../expressions/types/index.ts';
import type { Live } from '../../gateway/Gateway.ts';
import { jsonLog, logFrom, textLog } from '../accessLog.ts';
import { DataPlane } from '../DataPlane.ts';
import type { DataPlanePorts } from '../DataPlane.ts';
import { GatheredLines } from '../GatheredLines.ts';
import { ListenError } from '../listenError.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';
import { PostedLines } from './PostedLines.ts';
import { PreparedVersions } from './PreparedVersions.ts';
import { beat } from './Pulse.ts';

/** Serves in a worker, and does what the main thread says, until it says to close. */
export async function serve(start: WorkerStart, port: MessagePort): Promise<void> {
  const worker = new ServingWorker(start, (message) => port.postMessage(message));
  beat(start.pulse);
  let work = worker.open();
  port.on('message', (message: ToWorker) => {
    work = work.then(() => worker.do(message));
  });
  await work;
}

class ServingWorker {
  readonly #start: WorkerStart;
  readonly #tell: (message: FromWorker) => void;
  readonly #log: GatheredLines;
  readonly #traces: GatheredLines;
  readonly #plane: DataPlane;
  readonly #versions: PreparedVersions<Live>;
  readonly #specifications = new SpecificationCache();

  constructor(start: WorkerStart, tell: (message: FromWorker) => void) {
    this.#start = start;
    this.#tell = tell;
    this.#log = this.#linesTo('log');
    this.#traces = this.#linesTo('traces');
    this.#plane = new DataPlane(start.settings, this.#ports());
    this.#versions = new PreparedVersions(start.memory.version, start.version, (live) =>
      this.#plane.publish(live),
    );
  }

  async open(): Promise<void> {
    const live = this.#compile(this.#start.files);
    try {
      await this.#plane.open(live);
    } catch (error) {
      if (!(error instanceof ListenError)) throw error;
      const { port, purpose, problem } = error;
      this.#tell({ kind: 'cannot listen', port, purpose, problem });
      process.exit(1);
    }
    this.#tell({ kind: 'listening' });
  }

  async do(message: ToWorker): Promise<void> {
    if (message.kind === 'prepare') this.#prepare(message.version, message.files);
    else if (message.kind === 'secure') this.#plane.secure(message.tls);
    else await this.#close(message.drainMs);
  }

  #prepare(version: number, files: ConfigurationFiles): void {
    try {
      this.#versions.prepare(version, this.#compile(files));
      this.#tell({ kind: 'prepared', version });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell({ kind: 'refused', version, reason });
    }
  }

  #compile(files: ConfigurationFiles): Live {
    const loaded = loadConfiguration(files, { specifications: this.#specifications });
    const { live } = this.#plane.compile(loaded);
    if (!live) throw new Error('what compiles in the main thread does not compile here');
    return live;
  }

  async #close(drainMs: number): Promise<void> {
    await this.#plane.close(drainMs);
    this.#log.flush();
    this.#traces.flush();
    this.#tell({ kind: 'closed' });
  }

  #linesTo(to: 'log' | 'traces'): GatheredLines {
    const post = (text: string): void => this.#tell({ kind: 'lines', to, text });
    return new GatheredLines(new PostedLines(this.#start.unwritten, post));
  }

  #ports(): DataPlanePorts {
    const { memory, place, maxCalls, maxConnections, lines, logLevel, traces } = this.#start;
    const log =
      lines === 'json' ? jsonLog(this.#log) : textLog((line) => this.#log.write(`${line}\n`));
    return {
      log: logFrom(logLevel, log),
      onTrace: traces ? (story) => this.#traces.write(`${JSON.stringify(story)}\n`) : undefined,
      counters: new SharedCounters(memory.counters, place),
      slots: new SharedSlots(memory.slots, place, slotSizes(memory.workers)),
      cache: new SharedValueCache(memory.cache, place, netTypes),
      calls: new SharedCapacity(memory.calls, place, maxCalls),
      connections: new SharedCapacity(memory.connections, place, maxConnections),
      reusePort: true,
      beforeCall: () => this.#versions.adopt(),
    };
  }
}
