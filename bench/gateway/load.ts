import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TlsFiles } from './programs.ts';

const run = promisify(execFile);

/** What one run of a load generator saw. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Microseconds: number;
  readonly p99Microseconds: number;
  /** Answers that were no 2xx or 3xx, and connections that broke. */
  readonly errors: number;
}

/** Where a load goes, and from where. */
export interface Target {
  readonly core: number;
  /** For files of the generator. */
  readonly folder: string;
  readonly seconds: number;
  readonly scheme: 'http' | 'https';
  readonly port: number;
  readonly path: string;
  readonly tls: TlsFiles;
}

/** Prepares a load; what it returns keeps the target busy once, and tells what it saw. */
export type Loader = (target: Target) => () => Promise<Load>;

/** What generators print: times in microseconds. */
export interface Result {
  readonly requests: number;
  readonly duration: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

/** Runs a generator on a core; it prints `RESULT` and a line of JSON. */
export async function generate(core: number, command: readonly string[]): Promise<Load> {
  const { requests, duration, p50, p99, errors } = await resultOf<Result>(core, command);
  return {
    requests,
    perSecond: (requests * 1e6) / duration,
    p50Microseconds: p50,
    p99Microseconds: p99,
    errors,
  };
}

/** The same for generators that see other things. */
export async function resultOf<T>(core: number, command: readonly string[]): Promise<T> {
  const { stdout } = await run('taskset', ['-c', String(core), ...command], { maxBuffer: 1 << 20 });
  const [, json] = /RESULT (\{.*\})/.exec(stdout) ?? [];
  if (json === undefined) throw new Error(`${command[0]} said something else:\n${stdout}`);
  return JSON.parse(json) as T;
}

/** The command of a generator of this folder. */
export function generator(file: string, options: unknown): readonly string[] {
  return [process.execPath, join(import.meta.dirname, file), JSON.stringify(options)];
}

/** Times of calls, in milliseconds, and how many failed, as generators print them. */
export class Taken {
  readonly #times: number[] = [];
  #errors = 0;
  readonly #start = performance.now();

  add(milliseconds: number): void {
    this.#times.push(milliseconds);
  }

  fail(): void {
    this.#errors++;
  }

  print(): void {
    const duration = Math.round((performance.now() - this.#start) * 1e3);
    this.#times.sort((a, b) => a - b);
    const [p50, p99] = [0.5, 0.99].map((share) => this.#microsecondsAt(share));
    const result = { requests: this.#times.length, duration, p50, p99, errors: this.#errors };
    process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
  }

  #microsecondsAt(share: number): number {
    return Math.round((this.#times[Math.floor(this.#times.length * share)] ?? 0) * 1e3);
  }
}
