/**
 * Measures the gateway beside nginx and HAProxy in one run: CPU time of the gateway's process for each
 * request, throughput and latency. The gateway has one core, load generator and backend the other.
 * Rounds are interleaved over all subjects, and medians are compared as ratios.
 * ROUNDS, SECONDS_PER_ROUND and TASK (a part of a task's name) change what is run.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, wrkScript } from './gateway/load.ts';
import type { LoadOptions } from './gateway/load.ts';
import { originServer } from './gateway/nginx.ts';
import { Bound, freePort, isInstalled } from './gateway/process.ts';
import type { Program, TlsFiles } from './gateway/programs.ts';
import { report } from './gateway/report.ts';
import type { Row } from './gateway/report.ts';
import { tasks } from './gateway/tasks.ts';
import type { Task } from './gateway/tasks.ts';
import { tlsFiles } from './gateway/tlsFiles.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS_PER_ROUND'] ?? 2);
const wanted = process.env['TASK'] ?? '';
const [gatewayCore, otherCore] = [0, 1];

/** One program at one task. */
interface Subject {
  readonly row: Row;
  readonly running: Running;
  readonly options: LoadOptions;
}

interface Running {
  readonly bound: Bound;
  readonly httpPort: number;
  readonly httpsPort: number;
}

async function main(): Promise<void> {
  for (const tool of ['wrk', 'taskset', 'nginx']) {
    if (isInstalled(tool)) continue;
    process.stderr.write(
      `The benchmark needs ${tool} (Debian: apt-get install wrk util-linux nginx).\n`,
    );
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const stage = new Stage(folder);
  try {
    const subjects = await stage.subjects(tasks().filter(({ name }) => name.includes(wanted)));
    for (const { options } of subjects) await load(options);
    for (let round = 0; round < rounds; round++) for (const each of subjects) await sample(each);
    report(
      subjects.map(({ row }) => row),
      { rounds, seconds, keep: wanted === '' },
    );
  } finally {
    await stage.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sample({ row, running: { bound }, options }: Subject): Promise<void> {
  const before = bound.cpuMicroseconds();
  const seen = await load(options);
  const cpuMicroseconds = (bound.cpuMicroseconds() - before) / seen.requests;
  row.samples.push({ ...seen, cpuMicroseconds });
  row.residentMegabytes = bound.residentMegabytes();
}

/** All that runs during a benchmark. */
class Stage {
  readonly #folder: string;
  readonly #bound: Bound[] = [];
  readonly #running = new Map<Program, Running>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async subjects(all: readonly Task[]): Promise<Subject[]> {
    const origin = await freePort();
    const sink = await freePort();
    await this.#start(otherCore, originServer(this.#subfolder(), origin), origin);
    const sinkFile = join(import.meta.dirname, 'gateway', 'sink.ts');
    await this.#start(otherCore, [process.execPath, sinkFile, String(sink)], sink);
    const tls = await tlsFiles(this.#folder);
    const subjects: Subject[] = [];
    for (const task of all) {
      const script = join(this.#folder, `${subjects.length}.lua`);
      writeFileSync(script, wrkScript(task.load));
      for (const program of task.programs) {
        if (program.needs !== undefined && !isInstalled(program.needs)) continue;
        const running = await this.#program(program, origin, sink, tls);
        subjects.push(subjectOf(task, program, running, script));
      }
    }
    return subjects;
  }

  async #program(program: Program, origin: number, sink: number, tls: TlsFiles): Promise<Running> {
    const known = this.#running.get(program);
    if (known) return known;
    const [httpPort, httpsPort] = [await freePort(), await freePort()];
    const folder = this.#subfolder();
    const command = program.prepare({ folder, httpPort, httpsPort, origin, sink, tls });
    const running = {
      bound: await this.#start(gatewayCore, command, httpPort),
      httpPort,
      httpsPort,
    };
    this.#running.set(program, running);
    return running;
  }

  async #start(core: number, command: readonly string[], port: number): Promise<Bound> {
    const bound = await Bound.start(core, command, port);
    this.#bound.push(bound);
    return bound;
  }

  #subfolder(): string {
    return mkdtempSync(join(this.#folder, 'program-'));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#bound.map((each) => each.stop()));
  }
}

function subjectOf(task: Task, program: Program, running: Running, script: string): Subject {
  const port = task.scheme === 'https' ? running.httpsPort : running.httpPort;
  const url = `${task.scheme}://127.0.0.1:${port}${task.path}`;
  return {
    row: { task: task.name, name: program.name, samples: [], residentMegabytes: 0 },
    running,
    options: { core: otherCore, script, connections: task.connections, seconds, url },
  };
}

await main();
