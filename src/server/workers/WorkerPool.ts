import { getCompileCacheDir } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ConfigurationFiles } from '../../adapters/directory/loadDirectory.ts';
import type { ServerTls } from '../../lib/http/tls/ServerTls.ts';
import { BackOff } from './BackOff.ts';
import type { Level } from '../accessLog.ts';
import type { DataPlaneSettings } from '../DataPlane.ts';
import type { WorkerStart } from './messages.ts';
import { isFull, tellWritten } from './PostedLines.ts';
import { pulseMemory, PulseWatch } from './Pulse.ts';
import { RunningWorker } from './RunningWorker.ts';
import type { Answer, Lines } from './RunningWorker.ts';
import { release, sharedMemory } from './SharedMemory.ts';

/** Where whole lines of all workers go; `written` is called when they are out. */
export interface LineOutput {
  write(text: string, written: () => void): unknown;
}

export interface WorkerOptions {
  /** How many workers; 2 or more. */
  readonly count: number;
  readonly maxCalls: number;
  readonly maxConnections: number;
  readonly lines: 'json' | 'text';
  /** Calls below it have no line; all have one unless given. */
  readonly logLevel?: Level;
  readonly log: LineOutput;
  /** Present when every call is to be traced. */
  readonly traces?: LineOutput | undefined;
  /** Hears that a worker ended, and after how long another one takes its place. */
  readonly onEnd: (place: number, reason: string, waitMs: number) => void;
  /**
   * A worker that has not prepared a configuration within this time is replaced; it has more time for
   * one that took the main thread long.
   */
  readonly prepareMs?: number;
  /** How often to look whether workers are stuck; one that is stuck at several looks is replaced. */
  readonly lookMs?: number;
  readonly spawn?: (start: WorkerStart) => Worker;
}

const usualPrepareMs = 30_000;

/** Workers compile while they serve, all at once, and perhaps with less of a core each. */
const patience = 20;

/** A worker that closes may take this much longer than its calls. */
const graceMs = 5_000;

/** Workers that serve the same ports by the same configuration. */
export class WorkerPool {
  readonly #options: WorkerOptions;
  #settings: DataPlaneSettings;
  readonly #memory;
  readonly #workers: (RunningWorker | undefined)[] = [];
  readonly #backOffs: readonly BackOff[];
  #state: 'starting' | 'running' | 'closing' = 'starting';
  #files: ConfigurationFiles;
  #version = 0;
  /** The highest number that was ever given to a version. */
  #numbered = 0;
  /** Versions and replacements come one after another. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  private constructor(
    settings: DataPlaneSettings,
    files: ConfigurationFiles,
    options: WorkerOptions,
  ) {
    this.#settings = settings;
    this.#files = files;
    this.#options = options;
    this.#memory = sharedMemory(options.count);
    this.#backOffs = Array.from({ length: options.count }, () => new BackOff());
  }

  /**
   * Starts them. The ports of the settings are claimed already; the files compile.
   * Rejects with a ListenError, or when a worker ends before it takes calls.
   */
  static async start(
    settings: DataPlaneSettings,
    files: ConfigurationFiles,
    options: WorkerOptions,
  ): Promise<WorkerPool> {
    const pool = new WorkerPool(settings, files, options);
    try {
      const places = Array.from({ length: options.count }, (_, place) => place);
      await Promise.all(places.map((place) => pool.#start(place).listening));
    } catch (error) {
      pool.#state = 'closing';
      await Promise.all(pool.#alive().map((worker) => worker.terminate('others could not start')));
      throw error;
    }
    pool.#state = 'running';
    for (let place = 0; place < options.count; place++)
      if (!pool.#workers[place]) pool.#start(place);
    return pool;
  }

  /**
   * Makes a configuration that compiles live in all workers at once; resolves with the reason when it
   * is not, and the one before it is still live everywhere. That is so when a worker refuses it, or
   * when all workers end over it. A worker that ends over it alone, or does not answer in time, is
   * replaced, and does not keep the others from it. `tookMs` is what it took the main thread to compile.
   */
  publish(files: ConfigurationFiles, tookMs: number): Promise<string | undefined> {
    const { prepareMs = usualPrepareMs } = this.#options;
    const patienceMs = Math.max(prepareMs, tookMs * patience);
    const rollout = this.#turn.then(() => this.#rollOut(files, patienceMs));
    this.#turn = rollout.catch(() => undefined);
    return rollout;
  }

  /** Handshakes in all workers, and in those started later, take place by these settings. */
  secure(tls: ServerTls): void {
    const { https } = this.#settings;
    if (!https) return;
    this.#settings = { ...this.#settings, https: { ...tls, port: https.port } };
    for (const worker of this.#alive()) worker.secure(tls);
  }

  /** All workers take no more calls and let those under way finish within the time. */
  async close(drainMs: number): Promise<void> {
    this.#state = 'closing';
    this.#closing.abort();
    await Promise.all(this.#alive().map((worker) => worker.close(drainMs, graceMs)));
  }

  async #rollOut(files: ConfigurationFiles, patienceMs: number): Promise<string | undefined> {
    const version = ++this.#numbered;
    const asked = this.#alive();
    const answers = await Promise.all(
      asked.map((worker) => this.#ask(worker, version, files, patienceMs)),
    );
    const refusal = answers.find((answer) => answer.kind === 'refused');
    if (refusal) return refusal.reason;
    if (asked.length > 0 && !answers.some(({ kind }) => kind === 'prepared'))
      return 'no worker could prepare it';
    this.#files = files;
    this.#version = version;
    Atomics.store(new Int32Array(this.#memory.version), 0, version);
    return undefined;
  }

  #alive(): RunningWorker[] {
    return this.#workers.filter((worker) => worker !== undefined);
  }

  /** Afterwards nobody serves who has not answered. */
  async #ask(
    worker: RunningWorker,
    version: number,
    files: ConfigurationFiles,
    patienceMs: number,
  ): Promise<Answer> {
    const reason = 'it did not prepare the configuration in time';
    const late = setTimeout(() => void worker.terminate(reason), patienceMs);
    const answer = await worker.prepare(version, files);
    clearTimeout(late);
    return answer;
  }

  #start(place: number): RunningWorker {
    const startedAt = performance.now();
    const spawn = this.#options.spawn ?? spawnWorker;
    const start = this.#startOf(place);
    const worker = new RunningWorker(spawn(start), (lines) => this.#write(lines, start.unwritten));
    this.#workers[place] = worker;
    this.#watch(worker, start);
    void worker.ended.then((reason) => this.#replace(place, reason, performance.now() - startedAt));
    return worker;
  }

  /** From when it takes calls. */
  #watch(worker: RunningWorker, { pulse, unwritten }: WorkerStart): void {
    const watch = new PulseWatch(pulse);
    const look = (): void => {
      const hasReason = worker.isPreparing || isFull(unwritten);
      if (watch.isStuck() && !hasReason) void worker.terminate('it was stuck');
    };
    worker.listening.then(
      () => {
        const timer = setInterval(look, this.#options.lookMs ?? 5_000).unref();
        void worker.ended.then(() => clearInterval(timer));
      },
      () => undefined,
    );
  }

  #startOf(place: number): WorkerStart {
    const { maxCalls, maxConnections, lines, logLevel = 'info', traces } = this.#options;
    return {
      place,
      settings: this.#settings,
      files: this.#files,
      version: this.#version,
      memory: this.#memory,
      unwritten: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
      pulse: pulseMemory(),
      maxCalls,
      maxConnections,
      lines,
      logLevel,
      traces: traces !== undefined,
      compileCache: getCompileCacheDir(),
    };
  }

  async #replace(place: number, reason: string, livedMs: number): Promise<void> {
    this.#workers[place] = undefined;
    release(this.#memory, place);
    // While the first ones start, whoever started them is told, or starts another.
    if (this.#state !== 'running') return;
    const waitMs = this.#backOffs[place]!.after(livedMs);
    this.#options.onEnd(place, reason, waitMs);
    await sleep(waitMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    // In turn with versions: one that is on its way is not for a worker that was not asked about it.
    this.#turn = this.#turn.then(() => {
      if (this.#state === 'running' && !this.#workers[place]) this.#start(place);
    });
  }

  #write({ to, text }: Lines, unwritten: SharedArrayBuffer): void {
    const output = to === 'log' ? this.#options.log : this.#options.traces;
    output?.write(text, () => tellWritten(unwritten, text.length));
  }
}

function spawnWorker(start: WorkerStart): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { workerData: start });
}
