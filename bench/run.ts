/**
 * Measures the gateway beside nginx and HAProxy in one run: CPU time of the gateway's process for each
 * request, throughput and latency. The gateway has one core, load generator and backend the other.
 * Rounds are interleaved over all subjects; ratios are those within a round, and medians are told.
 * ROUNDS, SECONDS_PER_ROUND and TASK (a part of a task's name) change what is run.
 */
import { halfLoad } from './gateway/halfLoad.ts';
import type { Load } from './gateway/load.ts';
import { isInstalled } from './gateway/process.ts';
import { report } from './gateway/report.ts';
import type { Row, Section } from './gateway/report.ts';
import { slowStreams } from './gateway/slowStreams.ts';
import { otherCore, Stage } from './gateway/Stage.ts';
import type { Running } from './gateway/Stage.ts';
import { tasks } from './gateway/tasks.ts';
import type { Task } from './gateway/tasks.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS_PER_ROUND'] ?? 2);
const wanted = process.env['TASK'] ?? '';

/** One program at one task. */
interface Subject {
  readonly row: Row;
  readonly running: Running;
  readonly load: () => Promise<Load>;
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
  const stage = await Stage.open();
  try {
    const subjects: Subject[] = [];
    for (const task of tasks()) {
      if (task.name.includes(wanted)) subjects.push(...(await subjectsOf(task, stage)));
    }
    for (const { load } of subjects) await warmUp(load);
    for (let round = 0; round < rounds; round++) for (const each of subjects) await sample(each);
    const run = { rounds, seconds, keep: wanted === '' };
    const found = new Map<Section, readonly string[]>();
    for (const section of [halfLoad, slowStreams]) {
      if (section.name.includes(wanted)) found.set(section, await section.run(stage, run));
    }
    report(
      subjects.map(({ row }) => row),
      found,
      run,
    );
  } finally {
    await stage.close();
  }
}

async function subjectsOf(task: Task, stage: Stage): Promise<Subject[]> {
  const { name, scheme, path, aim } = task;
  const subjects: Subject[] = [];
  for (const program of task.programs) {
    const running = await stage.program(program);
    if (!running) continue;
    const port = scheme === 'https' ? running.httpsPort : running.httpPort;
    const { folder, tls } = stage;
    const load = task.load({ core: otherCore, folder, seconds, scheme, port, path, tls });
    const atMost = aim?.against === program ? aim.atMost : undefined;
    const row = { task: name, name: program.name, atMost, samples: [], residentMegabytes: 0 };
    subjects.push({ row, running, load });
  }
  return subjects;
}

/** Compilers that work while a program runs are done after some thousands of calls. */
async function warmUp(load: () => Promise<Load>): Promise<void> {
  let calls = 0;
  for (let loads = 0; loads < 5 && calls < 10_000; loads++) calls += (await load()).requests;
}

async function sample({ row, running: { bound }, load }: Subject): Promise<void> {
  const before = bound.cpuMicroseconds();
  const seen = await load();
  const cpuMicroseconds = (bound.cpuMicroseconds() - before) / seen.requests;
  row.samples.push({ ...seen, cpuMicroseconds });
  row.residentMegabytes = bound.residentMegabytes();
}

await main();
