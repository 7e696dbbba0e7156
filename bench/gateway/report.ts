import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Load } from './load.ts';

interface Sample extends Load {
  readonly cpuMicroseconds: number;
}

/** What one program did at one task. */
export interface Row {
  readonly task: string;
  readonly name: string;
  readonly samples: Sample[];
  residentMegabytes: number;
}

export interface Run {
  readonly rounds: number;
  readonly seconds: number;
  /** Whether the result is kept in `bench/results/`. */
  readonly keep: boolean;
}

/** Prints a table and ratios, and keeps them. */
export function report(rows: readonly Row[], { rounds, seconds, keep }: Run): void {
  const text = [...table(rows), '', ...ratios(rows)].join('\n');
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
      median(samples.map((each) => each.perSecond)).toFixed(0),
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

/** Ours over each of the others, within a task. */
function ratios(rows: readonly Row[]): string[] {
  return rows
    .filter(({ name }) => name !== 'sallyport')
    .map(({ task, name, samples }) => {
      const ours = rows.find((row) => row.name === 'sallyport' && row.task === task)!;
      const ratio = cpuOf(ours.samples) / cpuOf(samples);
      return `- ${task}: ${ratio.toFixed(2)} × ${name} in CPU per request`;
    });
}

function cpuOf(samples: readonly Sample[]): number {
  return median(samples.map((each) => each.cpuMicroseconds));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
