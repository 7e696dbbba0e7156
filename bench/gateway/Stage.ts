import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originServer } from './nginx.ts';
import { Bound, freePort, isInstalled } from './process.ts';
import type { Program, TlsFiles } from './programs.ts';
import { tlsFiles } from './tlsFiles.ts';

/** The gateway has one core; load generators and backends have the other. */
export const gatewayCore = 0;
export const otherCore = 1;

export interface Running {
  readonly bound: Bound;
  readonly httpPort: number;
  readonly httpsPort: number;
}

/** All that runs during a benchmark: backends, and the programs in front of them. */
export class Stage {
  readonly folder: string;
  readonly tls: TlsFiles;
  readonly #origin: number;
  readonly #sink: number;
  readonly #bound: Bound[] = [];
  readonly #running = new Map<Program, Running>();

  private constructor(folder: string, tls: TlsFiles, origin: number, sink: number) {
    this.folder = folder;
    this.tls = tls;
    this.#origin = origin;
    this.#sink = sink;
  }

  static async open(): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
    const [origin, sink] = [await freePort(), await freePort()];
    const stage = new Stage(folder, await tlsFiles(folder), origin, sink);
    await stage.#start([otherCore], originServer(stage.#subfolder(), origin), origin);
    const sinkFile = join(import.meta.dirname, 'sink.ts');
    await stage.#start([otherCore], [process.execPath, sinkFile, String(sink)], sink);
    return stage;
  }

  /** The program, started when it was not yet. Undefined where it is not installed. */
  async program(program: Program): Promise<Running | undefined> {
    const known = this.#running.get(program);
    if (known) return known;
    const running = await this.fresh(program);
    if (running) this.#running.set(program, running);
    return running;
  }

  /** The program in a process of its own that has done nothing yet. */
  async fresh(program: Program): Promise<Running | undefined> {
    if (program.needs !== undefined && !isInstalled(program.needs)) return undefined;
    const [httpPort, httpsPort] = [await freePort(), await freePort()];
    const ports = { httpPort, httpsPort, origin: this.#origin, sink: this.#sink };
    const command = program.prepare({ ...ports, folder: this.#subfolder(), tls: this.tls });
    const cores = program.hasBothCores ? [gatewayCore, otherCore] : [gatewayCore];
    return { bound: await this.#start(cores, command, httpsPort), httpPort, httpsPort };
  }

  async #start(cores: readonly number[], command: readonly string[], port: number): Promise<Bound> {
    const bound = await Bound.start(cores, command, port);
    this.#bound.push(bound);
    return bound;
  }

  #subfolder(): string {
    return mkdtempSync(join(this.folder, 'program-'));
  }

  async close(): Promise<void> {
    await Promise.all(this.#bound.map((each) => each.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
