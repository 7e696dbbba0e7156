import { median } from './report.ts';
import type { Section } from './report.ts';
import { openLoop } from './openLoop.ts';
import type { OpenResult } from './openLoop.ts';
import { haproxyPlain, nginxPlain, ours } from './programs.ts';
import type { Program } from './programs.ts';
import { otherCore } from './Stage.ts';
import type { Running, Stage } from './Stage.ts';
import { wrk } from './wrk.ts';

const connections = 64;
/** How much our 99th percentile may be above nginx's. */
const mostAboveMs = 1;

interface Subject {
  readonly program: Program;
  readonly running: Running;
  /** Calls per second of each round, with connections that are always busy. */
  readonly saturated: number[];
  readonly open: OpenResult[];
}

/** Latency of the plain proxy at half of what each can carry. */
export const halfLoad: Section = {
  name: 'latency at half load',
  async run(stage, { rounds, seconds }) {
    const subjects: Subject[] = [];
    for (const program of [ours, nginxPlain, haproxyPlain]) {
      const running = await stage.program(program);
      if (running) subjects.push({ program, running, saturated: [], open: [] });
    }
    for (let round = 0; round <= rounds; round++) {
      for (const each of subjects) await saturate(each, stage, seconds);
    }
    for (let round = 0; round < rounds; round++) {
      for (const { running, saturated, open } of subjects) {
        const perSecond = median(saturated) / 2;
        const how = { port: running.httpPort, perSecond, seconds, connections };
        open.push(await openLoop(otherCore, how));
      }
    }
    return [...table(subjects), '', ...verdict(subjects)];
  },
};

async function saturate(
  { running: { httpPort }, saturated }: Subject,
  { folder, tls }: Stage,
  seconds: number,
): Promise<void> {
  const busy = wrk({ method: 'GET', headerSets: [{}], connections });
  const where = { core: otherCore, folder, seconds, scheme: 'http', port: httpPort } as const;
  saturated.push((await busy({ ...where, path: '/', tls })()).perSecond);
}

function table(subjects: readonly Subject[]): string[] {
  const lines = subjects.map(({ program: { name }, saturated, open }) => {
    const of = (what: keyof OpenResult): number => median(open.map((each) => each[what]));
    const errors = open.reduce((sum, each) => sum + each.errors, 0);
    const times = [of('p50'), of('p99'), of('p999'), of('late99')];
    return `| ${name} | ${Math.round(median(saturated) / 2)} | ${times.join(' | ')} | ${errors} |`;
  });
  return [
    '| gateway | calls/s | p50 µs | p99 µs | p99.9 µs | generator late, p99 µs | errors |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ];
}

function verdict(subjects: readonly Subject[]): string[] {
  const p99Of = (wanted: Program): number => {
    const { open } = subjects.find(({ program }) => program === wanted)!;
    return median(open.map(({ p99 }) => p99)) / 1e3;
  };
  const above = (p99Of(ours) - p99Of(nginxPlain)).toFixed(2);
  return [`- p99 is ${above} ms above that of nginx; aim at most ${mostAboveMs}`];
}
