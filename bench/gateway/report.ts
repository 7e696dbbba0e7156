import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Load } from './load.ts';
import type { Stage } from './Stage.ts';

interface Sample extends Load {
  readonly cpuMicroseconds: number;
}

/** What one program did at one task. */
export interface Row {
  readonly task: string;
  readonly name: string;
  /** What our CPU time over its own is to be at most. */
  readonly atMost: number | undefined;
  readonly samples: Sample[];
  residentMegabytes: number;
}

export interface Run {
  readonly rounds: number;
  readonly seconds: number;
  /** Whether the result is kept in `bench/results/`. */
  readonly keep: boolean;
}

/** A measurement that is no ratio of CPU time. */
export interface Section {
  readonly name: string;
  /** Gives what the report shows, as lines of Markdown. */
  run(stage: Stage, run: Run): Promise<readonly string[]>;
}

/** Prints a table, ratios and what sections found, and keeps them. */
export function report(
  rows: readonly Row[],
  sections: ReadonlyMap<Section, readonly string[]>,
  { rounds, seconds, keep }: Run,
): void {
  const comparison = rows.length > 0 ? [...table(rows), '', ...ratios(rows)] : [];
  const found = [...sections].flatMap(([{ name }, lines]) => ['', `## ${name}`, '', ...lines]);
  const text = [...comparison, ...found].join('\n');
  process.stdout.write(`${text}\n`);
  if (!keep) return;
  const folder = join(import.meta.dirname, '..', 'results');
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;
  const how = `${machine}; ${rounds} rounds of ${seconds} s.`;
  writeFileSync(join(folder, `${day}.md`), `# ${day}, commit ${commit}\n\n${how}\n\n${text}\n`);
}

function table(rows: readonly Row[]): string[] {
  const lines = rows.map(({ task, name, samples, residentMegabytes }) => {
    const numbers = [
      cpuOf(samples).toFixed(1),
      rateOf(samples).toFixed(0),
      median(samples.map((each) => each.p50Microseconds)),
      median(samples.map((each) => each.p99Microseconds)),
      samples.reduce((sum, each) => sum + each.errors, 0),
      Math.round(residentMegabytes),
    ];
    return `| ${task} | ${name} | ${numbers.join(' | ')} |`;
  });
  return [
    '| task | gateway | CPU µs/request | requests/s | p50 µs | p99 µs | errors | MB |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ];
}

/** Ours over each of the others, within a task and a round: a machine is not the same at all times. */
function ratios(rows: readonly Row[]): string[] {
  return rows
    .filter(({ name }) => name !== 'sallyport')
    .map(({ task, name, samples, atMost }) => {
      const ours = rows.find((row) => row.name === 'sallyport' && row.task === task)!.samples;
      const over = (valueOf: (sample: Sample) => number): string =>
        median(samples.map((each, round) => valueOf(ours[round]!) / valueOf(each))).toFixed(2);
      const cpu = over((sample) => sample.cpuMicroseconds);
      const rate = over((sample) => sample.perSecond);
      const aim = atMost === undefined ? '' : `; aim at most ${atMost.toFixed(2)}`;
      return `- ${task}: ${cpu} × ${name} in CPU per request (${rate} × its rate)${aim}`;
    });
}

function cpuOf(samples: readonly Sample[]): number {
  return median(samples.map((each) => each.cpuMicroseconds));
}

function rateOf(samples: readonly Sample[]): number {
  return median(samples.map((each) => each.perSecond));
}

/** The higher of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
